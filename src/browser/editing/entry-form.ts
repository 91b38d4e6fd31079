import { around, make, makeButton, pageOf } from '../shared/elements.ts';
import { putText } from '../shared/put-text.ts';
import { textsOf } from '../shared/send-form.ts';
import { tabStorage } from '../shared/storage.ts';
import { entryDraft, NOT_KEPT } from './drafts.ts';

/** Time without a key before the server is asked. Milliseconds. */
const PAUSE = 400;

/** The form of a glossary entry shows what a change would touch, and keeps what is typed. */
export function setUpEntryForm(form: HTMLFormElement): void {
  keepTyped(form);
  showImpact(form);
  takeProposals(form);
}

/**
 * The field that is to be written first: the first empty one of those without which there is no entry, else the
 * English.
 */
export function fieldToBegin(form: HTMLFormElement): HTMLInputElement | null {
  const named = (name: string) => form.querySelector<HTMLInputElement>(`[name="${name}"]`);
  const needed = ['fr.0.term', 'en.0.term'].map(named);
  return needed.find((field) => field?.value === '') ?? needed.at(-1) ?? null;
}

/** A press puts words of the paragraph into the field of the English, without a page anew. */
function takeProposals(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLInputElement>('[name="en.0.term"]');
  form.querySelector('.proposals')?.addEventListener('click', (event) => {
    const button = around(event, 'button');
    if (button === null || field === null) return;
    event.preventDefault();
    putText(field, button.textContent ?? '');
  });
}

/** Asks the server, which answers with the form as it would show it; nothing is saved. */
function showImpact(entry: HTMLFormElement): void {
  const said = entry.querySelector<HTMLElement>('#impact');
  // It is up to date without it.
  entry.querySelector('.check')?.remove();
  if (said?.hidden) said.replaceChildren(make('p', 'details', 'As you write, what it would touch is shown here.'));
  if (said) said.hidden = false;
  let waiting = 0;
  let asked = 0;
  const ask = async () => {
    asked += 1;
    const question = asked;
    const body = textsOf(entry);
    body.set('do', 'check');
    const answer = await fetch(entry.action, { method: 'POST', body });
    const page = pageOf(await answer.text());
    const impact = page.querySelector<HTMLElement>('#impact');
    if (question !== asked || impact === null || said === null) return;
    const wrong = page.querySelector('.entry-form .wrong')?.textContent ?? '';
    if (wrong === '') said.replaceChildren(...impact.childNodes);
    else said.textContent = wrong;
  };
  entry.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void ask().catch(() => {}), PAUSE);
  });
}

/** Offers what was typed here and not saved, and keeps what is typed from now on. */
function keepTyped(entry: HTMLFormElement): void {
  const said = entry.querySelector<HTMLElement>('#entry-kept');
  const say = (...parts: (string | Node)[]) => {
    said?.replaceChildren(...parts);
    if (said) said.hidden = false;
  };
  forgetSaved(entry);
  const draft = entryDraft(entry.dataset['entry'] ?? '', () => say(NOT_KEPT));
  const typed = draft.recall();
  if (typed === null || typed.toString() === textsOf(entry).toString()) draft.forget();
  else offer(entry, typed, say, draft.forget);
  entry.addEventListener('input', () => {
    // Who types on while it is on its way has typed something that is not saved.
    tabStorage.forget(SENT);
    draft.remember(textsOf(entry));
  });
}

/** In this tab: the entry that was sent to be saved. */
const SENT = 'saved entry';

/** What comes back is either the saved entry, whose draft has done its work, or a form that still holds it. */
function forgetSaved(entry: HTMLFormElement): void {
  const sent = tabStorage.recall(SENT);
  tabStorage.forget(SENT);
  const failed = entry.querySelector('.conflict, .wrong') !== null;
  if (sent !== null && !failed) entryDraft(sent, () => {}).forget();
  entry.addEventListener('submit', ({ submitter }) => {
    if (submitter instanceof HTMLButtonElement && submitter.value === 'save')
      tabStorage.remember(SENT, entry.dataset['entry'] ?? '');
  });
}

function offer(
  entry: HTMLFormElement,
  typed: URLSearchParams,
  say: (...parts: (string | Node)[]) => void,
  forget: () => void,
): void {
  const restore = makeButton('Take it up again');
  restore.addEventListener('click', () => askForFormWith(entry, typed));
  const drop = makeButton('Forget it');
  drop.addEventListener('click', () => {
    forget();
    say('Forgotten.');
  });
  say('You had typed something here and not saved it. ', restore, ' ', drop);
}

/** The server makes the form anew, with as many rows as were typed. */
function askForFormWith(entry: HTMLFormElement, typed: URLSearchParams): void {
  const again = document.createElement('form');
  again.method = 'post';
  again.action = entry.action;
  for (const [name, value] of [...typed].filter(([name]) => name !== 'do').concat([['do', 'more']])) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    again.append(field);
  }
  entry.after(again);
  again.requestSubmit();
}
