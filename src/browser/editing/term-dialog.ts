import { around, make, makeButton } from '../shared/elements.ts';
import { reasonIn, sendForm, showSaved } from '../shared/send.ts';

/**
 * Opens the form of a glossary entry over the article, and sends it without leaving.
 *
 * @param address of the page that holds the form
 * @param refresh brings the article up to date
 */
export async function openTermDialog(address: string, refresh: () => void): Promise<void> {
  const answer = await fetch(address).catch(() => null);
  const page = answer?.ok && !answer.redirected ? await answer.text() : '';
  const parsed = new DOMParser().parseFromString(page, 'text/html');
  const form = parsed.querySelector<HTMLFormElement>('.entry-form');
  if (form === null) {
    // No server, a sign-in first, or an entry that cannot be changed here: its own page says so.
    location.href = address;
    return;
  }
  const dialog = document.createElement('dialog');
  dialog.className = 'term-dialog';
  const title = make('h2', '', parsed.querySelector('h1')?.textContent ?? '');
  title.id = 'term-dialog-title';
  dialog.setAttribute('aria-labelledby', title.id);
  const close = makeButton('Close');
  close.className = 'quiet';
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  const place = document.createElement('div');
  dialog.append(title, place, close);
  document.body.append(dialog);
  await show(form, place);
  dialog.showModal();
  dialog.addEventListener('submit', (event) => {
    if (around(event, '.entry-form') === null) return;
    event.preventDefault();
    void sendForm(event).then((sent) => {
      if (!sent.saved) return showAgain(sent.page, place);
      showSaved(sent.notice);
      dialog.close();
      refresh();
    });
  });
}

async function show(form: HTMLFormElement, place: HTMLElement): Promise<void> {
  const { setUpEntryForm } = await import('./entry-form.ts');
  place.replaceChildren(document.adoptNode(form));
  setUpEntryForm(form);
}

async function showAgain(page: Document | null, place: HTMLElement): Promise<void> {
  const form = page?.querySelector<HTMLFormElement>('.entry-form');
  if (form) return show(form, place);
  place.append(make('p', 'wrong', reasonIn(page)));
}
