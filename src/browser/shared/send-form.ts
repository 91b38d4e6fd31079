import { pageOf } from './elements.ts';
/** What came of a form that was sent without leaving the page. */
export type Sent =
  /** Saved, and the page that followed; the notice says what, and offers the way back. */
  | { readonly saved: true; readonly notice: Element | null; readonly page: Document }
  /** Not saved: the page that was answered, or null when there was no answer. */
  | { readonly saved: false; readonly page: Document | null };

/**
 * Sends a form with the button that was pressed. A server that saves answers with a redirect.
 *
 * @returns null for a form that is on its way already: a button may be pressed twice
 */
export async function sendForm(event: SubmitEvent): Promise<Sent | null> {
  const form = event.target as HTMLFormElement;
  if (form.ariaBusy === 'true') return null;
  form.ariaBusy = 'true';
  return sendOnce(form, event.submitter).finally(() => {
    form.ariaBusy = null;
  });
}

async function sendOnce(form: HTMLFormElement, submitter: HTMLElement | null): Promise<Sent> {
  const answer = await fetch(form.action, { method: 'POST', body: textsOf(form, submitter) }).catch(() => null);
  if (answer === null) return { saved: false, page: null };
  // An answer may break off, which leaves a page that says nothing.
  const page = pageOf(await answer.text().catch(() => ''));
  return answer.redirected ? { saved: true, notice: page.querySelector('.saved'), page } : { saved: false, page };
}

/** The texts that a form sends; a file is none. */
export function textsOf(form: HTMLFormElement, submitter: HTMLElement | null = null): URLSearchParams {
  const texts = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) if (typeof value === 'string') texts.append(name, value);
  return texts;
}

/** What a page that holds no form says instead. */
export function reasonIn(page: Document | null): string {
  const said = page?.querySelector('main')?.textContent?.replaceAll(/\s+/g, ' ').trim();
  return `Not saved; what you typed is kept here. ${said ?? 'The server does not answer.'}`;
}
