import { type Editor, setUpEditor } from './editor.ts';
import { around } from './elements.ts';

/**
 * Edits a paragraph where it stands: the form of its own page takes the place of the English, and is sent without
 * leaving the article.
 *
 * @param refresh brings the article up to date
 */
export function setUpInPlace(edition: HTMLElement, refresh: () => void): void {
  edition.addEventListener('click', (event) => {
    const link = around(event, '.edit');
    const unit = link?.closest<HTMLElement>('.unit');
    if (!(link instanceof HTMLAnchorElement) || !unit || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (unit.querySelector('.in-place') === null) void open(unit, link.href, refresh);
  });
}

async function open(unit: HTMLElement, address: string, refresh: () => void): Promise<void> {
  const answer = await fetch(address).catch(() => null);
  const form = answer?.ok && !answer.redirected ? editorIn(await answer.text()) : null;
  if (form === null) {
    // No server, or a sign-in first: the page of the paragraph itself says so.
    location.href = address;
    return;
  }
  const place = document.createElement('div');
  place.className = 'in-place';
  unit.append(place);
  unit.classList.add('editing');
  const close = () => {
    place.remove();
    unit.classList.remove('editing');
    unit.focus({ preventScroll: true });
    refresh();
  };
  place.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  });
  place.addEventListener('click', (event) => {
    if (around(event, '.leave') === null) return;
    event.preventDefault();
    close();
  });
  show(form, place, unit, close);
}

function editorIn(html: string): HTMLElement | null {
  return new DOMParser().parseFromString(html, 'text/html').querySelector<HTMLElement>('.unit-editor');
}

function show(form: HTMLElement, place: HTMLElement, unit: HTMLElement, close: () => void): void {
  place.replaceChildren(document.adoptNode(form));
  const editor = setUpEditor(form, [...unit.querySelectorAll<HTMLElement>(':scope > .source')]);
  if (editor === null) return;
  place.addEventListener(
    'submit',
    (event) => {
      event.preventDefault();
      void send(event, editor, place, unit, close);
    },
    { once: true },
  );
  editor.field.focus({ preventScroll: true });
}

/** Sends the form; what comes back is the article, or the form again with what is in the way. */
async function send(
  event: SubmitEvent,
  editor: Editor,
  place: HTMLElement,
  unit: HTMLElement,
  close: () => void,
): Promise<void> {
  const form = event.target as HTMLFormElement;
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, event.submitter))
    if (typeof value === 'string') body.append(name, value);
  const answer = await fetch(form.action, { method: 'POST', body }).catch(() => null);
  const html = (await answer?.text()) ?? '';
  if (answer?.redirected) {
    editor.forget();
    showSaved(html);
    close();
    return;
  }
  const again = editorIn(html);
  if (again !== null) return show(again, place, unit, close);
  const main = new DOMParser().parseFromString(html, 'text/html').querySelector('main');
  const why = main?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? 'The server does not answer.';
  editor.say(`Not saved; what you typed is kept here. ${why}`);
  place.addEventListener(
    'submit',
    (next) => {
      next.preventDefault();
      void send(next, editor, place, unit, close);
    },
    { once: true },
  );
}

/** The notice of a save, with its way back, at the head of the page. */
function showSaved(html: string): void {
  const notice = new DOMParser().parseFromString(html, 'text/html').querySelector('.saved');
  document.querySelector('.saved')?.remove();
  if (notice !== null) document.querySelector('.bar')?.before(document.adoptNode(notice));
}
