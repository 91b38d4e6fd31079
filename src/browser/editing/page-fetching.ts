import { byId, make, pageOf } from '../shared/elements.ts';
import { hearLines, type Told } from './told-answer.ts';

/** Fetches the page of an address without leaving this one, so that it can tell how far it is, and be cancelled. */
export function followFetching(form: HTMLFormElement): void {
  const address = byId('add_address', HTMLInputElement);
  const text = byId('add_text', HTMLTextAreaElement);
  const file = byId('add_file', HTMLInputElement);
  const cancel = byId('add_cancel', HTMLButtonElement);
  let way: AbortController | null = null;
  form.addEventListener('submit', async (event) => {
    if (way === null && (address.value.trim() === '' || text.value.trim() !== '' || file.files?.length !== 0)) return;
    event.preventDefault();
    if (way !== null) return;
    way = new AbortController();
    cancel.hidden = false;
    await fetchPage(form, address, way.signal);
    cancel.hidden = true;
    way = null;
  });
  cancel.addEventListener('click', () => {
    way?.abort();
    address.focus();
  });
}

/**
 * Tells how far it is, and in the end goes on to the blocks of the page, or says beside the field why there are none.
 */
async function fetchPage(form: HTMLFormElement, address: HTMLInputElement, signal: AbortSignal): Promise<void> {
  const progress = byId('add_progress', HTMLElement);
  let end = '';
  for (const field of form.querySelectorAll<HTMLElement>('[aria-invalid="true"]')) refuse(field, null);
  progress.textContent = 'Asking for the page …';
  const hear = ({ says, address: found, wrong, way }: Told) => {
    if (says !== undefined) progress.textContent = says;
    if (wrong !== undefined) refuse(fieldOf(way) ?? address, wrong);
    if (found === undefined) return;
    end = says ?? '';
    location.assign(found);
  };
  await post(form, signal, hear).catch((error: unknown) => {
    if (!signal.aborted) refuse(address, error instanceof Error ? error.message : String(error));
  });
  progress.textContent = signal.aborted ? 'Cancelled.' : end;
}

/** @throws {Error} with a sentence for people, where nothing could be told line by line */
async function post(form: HTMLFormElement, signal: AbortSignal, hear: (told: Told) => void): Promise<void> {
  const other = await hearLines({ form, body: new FormData(form) }, signal, hear);
  if (other !== null) throw new Error(await sentenceIn(other));
}

/** What a page says that is none of lines. */
async function sentenceIn(answer: Response): Promise<string> {
  const page = pageOf(await answer.text());
  const said = page.querySelector('main .lead')?.textContent?.trim() ?? '';
  return said === '' ? 'The server gave no answer that can be read here.' : said;
}

function fieldOf(way: string | null | undefined): HTMLElement | null {
  return typeof way === 'string' ? document.getElementById(`add_${way}`) : null;
}

/** Says beside a field what is wrong with it; null for nothing. */
function refuse(field: HTMLElement, wrong: string | null): void {
  const id = `${field.id}_wrong`;
  const advice = `${field.id}_advice`;
  document.getElementById(id)?.remove();
  field.ariaInvalid = String(wrong !== null);
  const describing = [document.getElementById(advice) === null ? '' : advice, wrong === null ? '' : id];
  field.setAttribute('aria-describedby', describing.filter(Boolean).join(' '));
  if (wrong === null) return;
  const said = make('p', 'wrong', wrong);
  said.id = id;
  said.role = 'alert';
  (field instanceof HTMLTextAreaElement ? field : field.parentElement)?.before(said);
  field.closest('details')?.setAttribute('open', '');
  field.focus();
}
