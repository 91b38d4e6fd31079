import { around } from '../shared/elements.ts';
import { showFailure } from '../shared/form-keys.ts';
import { isNoSave, keepKeysFor } from '../shared/kept-keys.ts';
import { showSaved } from '../shared/notices.ts';
import { reasonIn, type Sent, sendForm } from '../shared/send-form.ts';
import { wayNow } from '../shared/way.ts';
import type { Editor, setUpEditor } from './editor.ts';

/**
 * Edits a paragraph where it stands: the form of its own page takes the place of the English, and is sent without
 * leaving the article.
 *
 * @param refresh brings the article up to date
 */
export function setUpInPlace(edition: HTMLElement, refresh: () => void): void {
  edition.addEventListener('click', (event) => {
    const link = around(event, '.edit, .begin-here');
    const unit = link && unitOf(link);
    if (!(link instanceof HTMLAnchorElement) || !unit || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (unit.querySelector('.in-place') === null) void keepKeysFor(open(unit, link.href, refresh));
  });
}

/** The link that begins a translation stands above all paragraphs, and leads to one of them. */
function unitOf(link: HTMLElement): HTMLElement | null {
  const edit =
    link.closest('.unit') ?? document.querySelector(`.edit[href="${CSS.escape(link.getAttribute('href') ?? '')}"]`);
  return edit?.closest<HTMLElement>('.unit') ?? null;
}

/** Approves a draft, or a paragraph that is stale, without leaving the article. */
export function setUpApproving(edition: HTMLElement, refresh: () => void): void {
  edition.addEventListener('submit', (event) => {
    const form = around(event, '.approve');
    const edit = form?.closest('.unit')?.querySelector<HTMLAnchorElement>('.edit');
    if (!form || !edit) return;
    event.preventDefault();
    void sendForm(event).then((sent) => {
      if (sent === null) return;
      if (sent.saved) showSaved(sent.notice);
      // Somebody changed it meanwhile, or the server is away: the editor tells.
      else edit.click();
      refresh();
    });
  });
}

/** A paragraph while it is edited. */
interface Place {
  readonly setUpEditor: typeof setUpEditor;
  readonly element: HTMLElement;
  readonly unit: HTMLElement;
  /** Brings the article up to date. */
  refresh(): void;
  close(): void;
}

/** @returns false where the browser goes to the page of the paragraph instead */
async function open(unit: HTMLElement, address: string, refresh: () => void): Promise<boolean> {
  const [answer, editing] = await Promise.all([
    fetch(address).catch(() => null),
    // With it comes the matcher, which nobody needs who only reads.
    import('./editor.ts').catch(() => null),
  ]);
  const page = answer?.ok && !answer.redirected ? await answer.text() : '';
  const form = new DOMParser().parseFromString(page, 'text/html').querySelector<HTMLElement>('.unit-editor');
  if (form === null || editing === null) {
    // No server, another version of it, or a sign-in first: the page of the paragraph itself says so.
    location.href = address;
    return false;
  }
  // A second click may have come before the form.
  if (unit.querySelector('.in-place') === null) openWith(form, unit, { ...editing, refresh });
  return true;
}

/** What an editor is opened with. */
type Opening = Pick<Place, 'setUpEditor' | 'refresh'>;

function openWith(form: HTMLElement, unit: HTMLElement, { setUpEditor, refresh }: Opening): void {
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
  show(form, { setUpEditor, refresh, element, unit, close });
  if (unit.getBoundingClientRect().bottom > window.innerHeight) unit.scrollIntoView({ block: 'start' });
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

function show(form: HTMLElement, place: Place): void {
  place.element.replaceChildren(document.adoptNode(form));
  const way = form.querySelector<HTMLInputElement>('[name="way"]');
  if (way !== null) way.value = wayNow();
  const editor = place.setUpEditor(form, [...place.unit.querySelectorAll<HTMLElement>(':scope > .source')]);
  if (editor === null) return;
  sendWithoutLeaving(form, editor, place);
  if (!showFailure(place.element)) editor.field.focus({ preventScroll: true });
}

function sendWithoutLeaving(form: HTMLElement, editor: Editor, place: Place): void {
  form.addEventListener('submit', (event) => {
    // The page of the paragraph shows what comes of it; what was typed is kept there too.
    if (around(event, '.ask') !== null) return;
    event.preventDefault();
    void keepKeysFor(
      sendForm(event).then((sent) => sent !== null && follow(sent, editor, place)),
      isNoSave,
    );
  });
}

/** @returns false where a form is shown again that asks for something else than what was typed meanwhile */
function follow(sent: Sent, editor: Editor, place: Place): boolean {
  if (sent.saved) {
    editor.forget();
    showSaved(sent.notice);
    place.close();
    goOn(sent.page, place);
    return true;
  }
  const again = sent.page?.querySelector<HTMLElement>('.unit-editor');
  if (again) show(again, place);
  else editor.fail(reasonIn(sent.page));
  return !again;
}

/** The next paragraph, where the save leads to it. */
function goOn(page: Document, place: Place): void {
  const form = page.querySelector<HTMLElement>('.unit-editor');
  const unit = document.getElementById(form?.dataset['unit']?.split('/').at(-1) ?? '');
  if (form !== null && unit !== null) openWith(form, unit, place);
}
