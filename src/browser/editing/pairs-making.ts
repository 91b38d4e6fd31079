import { byId } from '../shared/elements.ts';
import { textsOf } from '../shared/send-form.ts';
import { hearLines, type Told } from './told-answer.ts';

/**
 * Tells how far a text is that is put beside its English, and lets a person cancel that; what else is said is a page.
 */
export function followMaking(form: HTMLFormElement): void {
  if (document.getElementById('parcel_progress') === null) return;
  const cancel = byId('parcel_cancel', HTMLButtonElement);
  const progress = byId('parcel_progress', HTMLElement);
  let way: AbortController | null = null;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (way !== null) return;
    way = new AbortController();
    cancel.hidden = false;
    progress.textContent = 'Putting the English beside it …';
    await make(form, way.signal, progress);
    cancel.hidden = true;
    way = null;
  });
  cancel.addEventListener('click', () => way?.abort());
}

async function make(form: HTMLFormElement, signal: AbortSignal, progress: HTMLElement): Promise<void> {
  const hear = ({ says, address, wrong }: Told) => {
    progress.textContent = wrong ?? says ?? '';
    if (address !== undefined) location.assign(address);
  };
  try {
    // What is wrong with a field stands beside it on the page that comes then.
    if ((await hearLines({ form, body: textsOf(form) }, signal, hear)) !== null) form.submit();
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    progress.textContent = signal.aborted ? 'Cancelled.' : said;
  }
}
