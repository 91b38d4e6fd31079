import { EngineError } from '../core/changes/engine.ts';

/** Time for one answer. Milliseconds. */
const DEADLINE = 120_000;
/** Bytes of an answer that are read; no translation is longer. */
const MOST_BYTES = 4 * 1024 * 1024;

export interface Asking {
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds. */
  readonly deadline?: number;
}

/**
 * Posts JSON and reads JSON. Redirects are not followed, as the key would go along.
 *
 * @throws {EngineError} in one sentence that names the engine and never the key
 */
export async function postJson(
  name: string,
  url: string,
  body: unknown,
  { headers = {}, deadline = DEADLINE }: Asking = {},
): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify(body),
    redirect: 'manual',
    signal: AbortSignal.timeout(deadline),
  }).catch(() => {
    throw new EngineError(
      `${name} did not answer at ${hostOf(url)}; what had arrived is saved. Is it running?`,
      'stop',
    );
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new EngineError(sentenceFor(name, response.status), response.status === 413 ? 'size' : 'stop');
  }
  const text = await textOf(response).catch(() => null);
  if (text === null)
    throw new EngineError(
      `${name} gave no whole answer of at most 4 MB within ${deadline / 1000} seconds; what had arrived is saved.`,
      'stop',
    );
  try {
    return JSON.parse(text);
  } catch {
    throw new EngineError(`${name} gave an answer that is no JSON; nothing of it was used.`, 'stop');
  }
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MOST_BYTES) throw new Error('too long');
  }
  return Buffer.concat(chunks).toString('utf8');
}

function sentenceFor(name: string, status: number): string {
  const saved = 'what had arrived is saved';
  if (status === 401 || status === 403) return `${name} refuses the key (${status}); ${saved}. Check it.`;
  if (status === 429) return `${name} has too much to do just now; ${saved}. Try again in a minute.`;
  if (status === 413) return `${name} found the paragraph too long; ${saved}.`;
  if (status >= 300 && status < 400)
    return `${name} wants to send us elsewhere (${status}), which is not followed; write the final address.`;
  return `${name} answered with ${status}; ${saved}.`;
}

function hostOf(url: string): string {
  return new URL(url).host;
}
