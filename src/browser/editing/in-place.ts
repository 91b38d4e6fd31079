import { around, pageOf } from '../shared/elements.ts';
import { keepKeysFor } from '../shared/kept-keys.ts';
import { showSaved } from '../shared/notices.ts';
import { sendForm } from '../shared/send-form.ts';

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

/** @returns false where the browser goes to the page of the paragraph instead */
async function open(unit: HTMLElement, address: string, refresh: () => void): Promise<boolean> {
  const [answer, editing] = await Promise.all([
    fetch(address).catch(() => null),
    // With it comes the matcher, which nobody needs who only reads.
    import('./edit-here.ts').catch(() => null),
  ]);
  const page = answer?.ok && !answer.redirected ? await answer.text().catch(() => '') : '';
  const form = pageOf(page).querySelector<HTMLElement>('.unit-editor');
  if (form === null || editing === null) {
    // No server, another version of it, or a sign-in first: the page of the paragraph itself says so.
    location.href = address;
    return false;
  }
  // A second click may have come before the form.
  if (unit.querySelector('.in-place') === null) editing.editHere(form, unit, refresh);
  return true;
}
