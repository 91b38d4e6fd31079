import { around, make, makeButton, pageOf } from '../shared/elements.ts';
import { showFailure } from '../shared/form-keys.ts';
import { keepKeysOfSave } from '../shared/kept-keys.ts';
import { showSaved } from '../shared/notices.ts';
import { reasonIn, sendForm } from '../shared/send-form.ts';
import { keepRoom, placeNow, type WorkPlace } from './sheet-place.ts';

/**
 * Opens the form of a glossary entry under the article, and sends it without leaving. The paragraph stays in view, and
 * can be read, scrolled and selected from.
 *
 * @param address of the page that holds the form
 * @param refresh brings the article up to date
 * @returns false where the browser goes to that page instead
 */
export async function openTermDialog(address: string, refresh: () => void): Promise<boolean> {
  const at = placeNow();
  const [answer, editing] = await Promise.all([
    fetch(address).catch(() => null),
    import('./entry-form.ts').catch(() => null),
  ]);
  const page = answer?.ok && !answer.redirected ? await answer.text().catch(() => '') : '';
  const parsed = pageOf(page);
  const form = parsed.querySelector<HTMLFormElement>('.entry-form');
  if (form === null || editing === null) {
    // No server, another version of it, a sign-in first, or an entry that cannot be changed here: its own page says so.
    location.href = address;
    return false;
  }
  openWith(form, { ...editing, title: parsed.querySelector('h1')?.textContent ?? '', at, refresh });
  return true;
}

/** What a form is opened with. */
interface Opening extends Pick<typeof import('./entry-form.ts'), 'setUpEntryForm' | 'fieldToBegin'> {
  readonly title: string;
  readonly at: WorkPlace;
  refresh(): void;
}

function openWith(form: HTMLFormElement, { setUpEntryForm, fieldToBegin, title, at, refresh }: Opening): void {
  for (const open of document.querySelectorAll<HTMLDialogElement>('.term-dialog')) open.close();
  const { dialog, place } = makeDialog(title);
  const show = (shown: HTMLFormElement) => {
    place.replaceChildren(document.adoptNode(shown));
    setUpEntryForm(shown);
    const field = fieldToBegin(shown);
    field?.focus({ preventScroll: true });
    // Where the sheet is too low for all of it, its style holds the rest in view.
    field?.scrollIntoView({ block: 'nearest' });
  };
  dialog.show();
  show(form);
  keepRoom(dialog, at);
  sendWithoutLeaving(dialog, {
    onSaved(notice) {
      showSaved(notice);
      dialog.close();
      refresh();
    },
    onRefused(answer) {
      const again = answer?.querySelector<HTMLFormElement>('.entry-form');
      if (again) show(again);
      else place.append(alertWith(reasonIn(answer)));
      showFailure(place);
    },
  });
}

/** The newest stands alone. */
function alertWith(text: string): HTMLElement {
  for (const old of document.querySelectorAll('.term-dialog > div > .wrong')) old.remove();
  const alert = make('p', 'wrong', text);
  alert.role = 'alert';
  alert.tabIndex = -1;
  return alert;
}

interface Outcome {
  onSaved(notice: Element | null): void;
  onRefused(answer: Document | null): void;
}

function sendWithoutLeaving(dialog: HTMLDialogElement, { onSaved, onRefused }: Outcome): void {
  dialog.addEventListener('submit', (event) => {
    if (around(event, '.entry-form') === null) return;
    event.preventDefault();
    void keepKeysOfSave(sendForm(event), {
      isSaved: (sent) => sent?.saved === true,
      follow(sent) {
        if (sent?.saved) onSaved(sent.notice);
        else if (sent) onRefused(sent.page);
      },
    });
  });
}

/** An empty dialog, and the place in it for a form. */
function makeDialog(heading: string): { dialog: HTMLDialogElement; place: HTMLElement } {
  const dialog = document.createElement('dialog');
  dialog.className = 'term-dialog';
  const title = make('h2', '', heading);
  title.id = 'term-dialog-title';
  dialog.setAttribute('aria-labelledby', title.id);
  const close = makeButton('Close');
  close.className = 'quiet';
  close.addEventListener('click', () => dialog.close());
  const before = document.activeElement;
  dialog.addEventListener('close', () => {
    dialog.remove();
    // The one that took its place has the focus by now.
    if (document.querySelector('.term-dialog') !== null) return;
    document.body.style.paddingBottom = '';
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    dialog.close();
  });
  const head = make('div', 'sheet-head', '');
  head.append(title, close);
  const place = document.createElement('div');
  dialog.append(head, place);
  document.body.append(dialog);
  return { dialog, place };
}
