/** What the server tells while it works for a form, a line each. */
export interface Told {
  /** How far it is. */
  readonly says?: string;
  /** Where the way leads on. */
  readonly address?: string;
  /** Why it does not, and the field that is to blame. */
  readonly wrong?: string;
  readonly way?: string | null;
}

/** The type of an answer that comes line by line, each line an object in JSON. */
const LINES = 'application/x-ndjson';

/**
 * Sends a form, and hears line by line what becomes of it.
 *
 * @returns the answer where it is none of lines; null where it was
 * @throws {Error} with a sentence for people, where there is no answer
 */
export async function hearLines(
  { form, body }: { readonly form: HTMLFormElement; readonly body: BodyInit },
  signal: AbortSignal,
  hear: (told: Told) => void,
): Promise<Response | null> {
  const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: LINES }, signal }).catch(
    () => null,
  );
  if (answer === null) throw new Error('The server does not answer; try again in a moment.');
  if (answer.headers.get('content-type') !== LINES) return answer;
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let read = await reader?.read(); read !== undefined && !read.done; read = await reader?.read()) {
    const lines = (rest + read.value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) hear(JSON.parse(line) as Told);
  }
  return null;
}
