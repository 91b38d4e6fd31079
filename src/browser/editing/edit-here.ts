import { around } from '../shared/elements.ts';
import { showFailure } from '../shared/form-keys.ts';
import { keepKeysOfSave } from '../shared/kept-keys.ts';
import { showSaved } from '../shared/notices.ts';
import { reasonIn, type Sent, sendForm } from '../shared/send-form.ts';
import { wayNow } from '../shared/way.ts';
import { type Editor, setUpEditor } from './editor.ts';

/** A paragraph while it is edited. */
interface Place {
  readonly element: HTMLElement;
  readonly unit: HTMLElement;
  /** Brings the article up to date. */
  refresh(): void;
  close(): void;
}

/**
 * Edits a paragraph in the article.
 *
 * @param form of the page of the paragraph
 * @param refresh brings the article up to date
 */
export function editHere(form: HTMLElement, unit: HTMLElement, refresh: () => void): void {
  const element = document.createElement('div');
  element.className = 'in-place';
  unit.append(element);
  unit.classList.add('editing');
  const close = () => {
    element.remove();
    unit.classList.remove('editing');
    unit.focus({ preventScroll: true });
    refresh();
  };
  closeOnLeaving(element, close);
  show(form, { refresh, element, unit, close });
  if (!isInView(unit)) unit.scrollIntoView({ block: 'start' });
  // Who loads the page anew is led to what was edited last.
  history.replaceState(history.state, '', `#${unit.id}`);
}

/** All of it, where nothing lies over the top of the window: the style knows how far that reaches. */
function isInView(unit: HTMLElement): boolean {
  const { top, bottom } = unit.getBoundingClientRect();
  return top >= Math.floor(Number.parseFloat(getComputedStyle(unit).scrollMarginTop)) && bottom <= window.innerHeight;
}

/** By Escape, or the link that leaves the editor. */
function closeOnLeaving(element: HTMLElement, close: () => void): void {
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    close();
  });
  element.addEventListener('click', (event) => {
    if (around(event, '.leave') === null) return;
    event.preventDefault();
    close();
  });
}

/** @param typed words that stand nowhere else, and are offered beside the form */
function show(form: HTMLElement, place: Place, typed: string | null = null): void {
  place.element.replaceChildren(document.adoptNode(form));
  const way = form.querySelector<HTMLInputElement>('[name="way"]');
  if (way !== null) way.value = wayNow();
  const editor = setUpEditor(form, [...place.unit.querySelectorAll<HTMLElement>(':scope > .source')]);
  if (editor === null) return;
  if (typed !== null) editor.offer('Before this', typed);
  sendWithoutLeaving(form, editor, place);
  if (!showFailure(place.element)) editor.field.focus({ preventScroll: true });
}

function sendWithoutLeaving(root: HTMLElement, editor: Editor, place: Place): void {
  root.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    // The page of the paragraph shows what comes of it; what was typed is kept there too.
    if (form.matches('.ask')) return;
    event.preventDefault();
    const text = textIn(form);
    void keepKeysOfSave(sendForm(event), {
      isSaved: (sent) => sent?.saved === true,
      follow(sent) {
        if (sent !== null) follow(sent, { text, editor, place });
      },
    });
  });
}

/** The English that a form sends; null where it sends none. */
function textIn(form: HTMLFormElement): string | null {
  const text = new FormData(form).get('target');
  return typeof text === 'string' ? text : null;
}

/** A form that was sent, with the text in it. */
interface OnItsWay {
  readonly text: string | null;
  readonly editor: Editor;
  readonly place: Place;
}

function follow(sent: Sent, { text, editor, place }: OnItsWay): void {
  if (sent.saved) {
    editor.forget(text);
    showSaved(sent.notice);
    place.close();
    goOn(sent.page, place);
    return;
  }
  const again = sent.page?.querySelector<HTMLElement>('.unit-editor');
  const { value } = editor.field;
  // Somebody may have typed on meanwhile.
  if (again) show(again, place, value === text ? null : value);
  else editor.fail(reasonIn(sent.page));
}

/** The next paragraph, where the save leads to it. */
function goOn(page: Document, place: Place): void {
  const form = page.querySelector<HTMLElement>('.unit-editor');
  const unit = document.getElementById(form?.dataset['unit']?.split('/').at(-1) ?? '');
  if (form !== null && unit !== null) editHere(form, unit, place.refresh);
}
