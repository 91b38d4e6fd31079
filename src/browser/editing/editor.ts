import { makeButton } from '../shared/elements.ts';
import { putText } from '../shared/put-text.ts';
import { type Draft, NOT_KEPT, paragraphDraft, type TypedParagraph } from './drafts.ts';
import { setUpOnDevice } from './on-device.ts';
import { setUpVerdicts } from './verdicts.ts';

/** The form of one paragraph, on its own page or in the article. */
export interface Editor {
  readonly field: HTMLTextAreaElement;
  /** Forgets what is kept of it, if that is what was saved. */
  forget(saved: string | null): void;
  /** Offers a text that somebody typed and that stands nowhere else on the page. */
  offer(when: string, text: string): void;
  say(...parts: (string | Node)[]): void;
  /** Says why nothing was saved, in view. */
  fail(why: string): void;
}

/**
 * Brings the form of a paragraph to life: verdicts as one types, Ctrl+Enter, and what is typed is kept in this browser
 * until it is saved, through a closed tab, a restart or a server that is gone.
 *
 * @param french elements outside the form that hold the French with its terms
 */
export function setUpEditor(root: HTMLElement, french: readonly HTMLElement[] = []): Editor | null {
  const form = root.querySelector<HTMLFormElement>('.editor');
  const field = root.querySelector<HTMLTextAreaElement>('.english');
  const kept = root.querySelector<HTMLElement>('.kept');
  const version = form?.querySelector<HTMLInputElement>('[name="version"]');
  if (!form || !field || !kept || !version) return null;
  const say = (...parts: (string | Node)[]) => {
    kept.replaceChildren(...parts);
    kept.classList.remove('failure');
    kept.hidden = false;
  };
  const fail = (why: string) => {
    say(why);
    kept.classList.add('failure');
    kept.scrollIntoView({ block: 'nearest' });
  };
  const draft = paragraphDraft(root.dataset['unit'] ?? '', () => say(NOT_KEPT));
  const isConflict = root.querySelector('.conflict') !== null;
  const base = form.querySelector<HTMLInputElement>('[name="base"]')?.value ?? '';
  const offers = createOffers(root, field, say);
  restore(draft, { field, say, ...offers, base, version: version.value, isConflict });
  field.addEventListener('input', () => draft.remember({ text: field.value, version: version.value }));
  const own = root.querySelector<HTMLElement>('.french');
  setUpVerdicts(root, field, own === null ? french : [own, ...french]);
  setUpChoices(root, field);
  const button = root.querySelector<HTMLButtonElement>('.on-device');
  if (button) setUpOnDevice(button, own?.textContent ?? '', field, (text) => say(text));
  setUpAltKeys(form);
  leadToReason(form);
  setUpBack(root, field, base);
  holdStill(field, french);
  const forget = (saved: string | null) => {
    if (draft.recall()?.text === saved) draft.forget();
  };
  return { field, say, fail, forget, offer: offers.offer };
}

/** Texts that are not in the field. */
interface Offers extends Pick<Editor, 'offer'> {
  /** Whether a text is in the field, or beside it to be put there. */
  isShown(text: string): boolean;
}

function createOffers(root: HTMLElement, field: HTMLTextAreaElement, say: Editor['say']): Offers {
  const choices = [...root.querySelectorAll<HTMLDataElement>('[data-choice]')];
  const isShown = (text: string) => field.value === text || choices.some(({ value }) => value === text);
  return {
    isShown,
    offer(when, text) {
      if (isShown(text)) return;
      const take = makeButton('Put it in the field');
      take.addEventListener('click', () => putText(field, text));
      say(`${when} you had typed: “${text}” `, take);
    },
  };
}

/** A form to which a draft may belong. */
interface Opened extends Pick<Editor, 'field' | 'say'>, Offers {
  readonly version: string;
  /** The text in the file. */
  readonly base: string;
  readonly isConflict: boolean;
}

/**
 * Puts back what was typed over this version; offers what was typed over another one, or before what the field holds
 * already: from who types before this script is there, or comes back to the page.
 */
function restore(draft: Draft<TypedParagraph>, opened: Opened): void {
  const { field, say, offer, isShown, base, version, isConflict } = opened;
  const typed = draft.recall();
  const isTypedIn = field.value !== field.defaultValue;
  if (isTypedIn) draft.remember({ text: field.value, version });
  else if (typed === null || typed.text === field.value) draft.forget();
  if (typed === null || typed.text === field.value) return;
  if (isShown(typed.text)) {
    // A conflict shows both texts already. What it made of them holds all that was typed; theirs does not.
    if (field.value !== base) draft.remember({ text: field.value, version });
    return;
  }
  if (typed.version === version && !isTypedIn && !isConflict) {
    field.value = typed.text;
    say('This is what you had typed and not saved.');
  } else offer(typed.version === version ? 'Before this' : 'Over an older version', typed.text);
}

/** Of two versions either can be put in the field. */
function setUpChoices(root: HTMLElement, field: HTMLTextAreaElement): void {
  for (const text of root.querySelectorAll<HTMLDataElement>('[data-choice]')) {
    const button = makeButton(`Put ${text.dataset['choice']} in the field`);
    button.className = 'quiet';
    button.addEventListener('click', () => putText(field, text.value));
    text.after(button);
  }
}

/** The button is there from the beginning, so that nothing moves when there is something to take back. */
function setUpBack(root: HTMLElement, field: HTMLTextAreaElement, saved: string): void {
  const button = root.querySelector<HTMLButtonElement>('.back');
  if (button === null) return;
  const show = () => {
    button.disabled = field.value === saved;
  };
  field.addEventListener('input', show);
  button.addEventListener('click', () => putText(field, saved));
  show();
}

/** A field grows no more while somebody types, so that what stands under it stays where it is. */
function holdStill(field: HTMLTextAreaElement, french: readonly HTMLElement[]): void {
  const wanted = Math.max(field.offsetHeight, ...french.map((side) => side.offsetHeight * 1.1));
  field.style.height = `${Math.min(wanted, window.innerHeight * 0.5)}px`;
  field.style.setProperty('field-sizing', 'fixed');
}

/**
 * Whoever opens the way to accept something is in the field for the reason, also on a line that came with the page.
 * At once: the event `toggle` comes a task later, and what was typed until then would be lost.
 */
function leadToReason(editor: HTMLElement): void {
  editor.addEventListener('click', (event) => {
    const summary = event.target instanceof Element ? event.target.closest('.waive > summary') : null;
    const details = summary?.parentElement;
    if (!(details instanceof HTMLDetailsElement) || details.open) return;
    event.preventDefault();
    details.open = true;
    details.querySelector('input')?.focus();
  });
}

/**
 * What keys press together with Alt, wherever the focus is in the form: R says of the text that somebody stands by it,
 * or not any more; G does the first repair that the glossary offers. With Ctrl as well they are signs of some
 * keyboards.
 */
const PRESSED_WITH_ALT: Readonly<Record<string, string>> = {
  KeyR: '[name="state"]:not(:checked)',
  KeyG: '.suggestions button',
};

function setUpAltKeys(form: HTMLFormElement): void {
  form.addEventListener('keydown', (event) => {
    const pressed = PRESSED_WITH_ALT[event.code];
    if (!event.altKey || pressed === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    form.querySelector<HTMLElement>(pressed)?.click();
  });
}
