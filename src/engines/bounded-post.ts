import { EngineError } from '../core/changes/ports/engine.ts';

/** How long an answer may take. Milliseconds. */
export interface Bounds {
  /** Until it begins. */
  readonly first: number;
  /** Between two lines of it; a model that writes word by word ends a line for each. */
  readonly quiet: number;
  /** In all. */
  readonly total: number;
}

export const BOUNDS: Bounds = { first: 120_000, quiet: 120_000, total: 120_000 };

/** Bytes of an answer that are read; no translation is longer. */
const MOST_BYTES = 4 * 1024 * 1024;
/** The same for what a server says in place of an answer. */
const MOST_SAID = 64 * 1024;
/**
 * Time between two looks whether somebody cancelled, and how many of them the answer is still waited for. Milliseconds.
 */
const LOOK = 1000;
const LOOKS = 10;

export interface Posting {
  /** Names the engine at the beginning of a sentence. */
  readonly name: string;
  readonly url: string;
  /** What is sent as JSON. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly bounds?: Bounds;
  readonly isCancelled?: () => boolean;
}

/** What a server answered, whatever its status. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  /** `Retry-After` and its like, read. Milliseconds; null where the server does not say. */
  readonly retryAfter: number | null;
}

/**
 * Posts JSON and reads the answer within bounds. Redirects are not followed, as the key would go along.
 *
 * @throws {EngineError} where no whole answer came, in one sentence that names the engine and never the key
 */
export async function post({ name, url, body, headers = {}, bounds = BOUNDS, isCancelled }: Posting): Promise<Reply> {
  const watch = watchOver(bounds, isCancelled);
  try {
    const response = await fetch(url, {
      method: 'POST',
      // In English, as what a server says of a request is read here.
      headers: { 'content-type': 'application/json', accept: 'application/json', 'accept-language': 'en', ...headers },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: watch.signal,
    });
    watch.goesOn();
    const text = await textOf(response, watch.goesOn);
    return { status: response.status, text, retryAfter: waitAskedBy(response.headers) };
  } catch {
    if (isCancelled?.() === true)
      throw new EngineError(`${name} had not answered when the run was cancelled; what had arrived is saved.`, 'stop');
    throw new EngineError(sentenceFor(name, url, { hasBegun: watch.hasBegun(), bounds }), 'stop');
  } finally {
    watch.end();
  }
}

interface Watch {
  readonly signal: AbortSignal;
  hasBegun(): boolean;
  /** The answer began, or a line of it ended. */
  goesOn(): void;
  end(): void;
}

function watchOver({ first, quiet, total }: Bounds, isCancelled: () => boolean = () => false): Watch {
  const ending = new AbortController();
  const giveUp = () => ending.abort();
  let hasBegun = false;
  let silence = setTimeout(giveUp, first);
  const whole = setTimeout(giveUp, total);
  const look = lookNowAndThen(isCancelled, giveUp);
  return {
    signal: ending.signal,
    hasBegun: () => hasBegun,
    goesOn() {
      hasBegun = true;
      clearTimeout(silence);
      silence = setTimeout(giveUp, quiet);
    },
    end() {
      clearTimeout(silence);
      clearTimeout(whole);
      clearInterval(look);
    },
  };
}

/** Gives up some time after somebody cancelled: the answer may be paid for already. */
function lookNowAndThen(isCancelled: () => boolean, giveUp: () => void): NodeJS.Timeout {
  let left = LOOKS;
  return setInterval(() => {
    if (isCancelled()) left -= 1;
    if (left < 0) giveUp();
  }, LOOK);
}

/** Line by line, so that bytes without end are no sign of life. What is no answer is read as far as it is of use. */
async function textOf({ ok, body }: Response, onLine: () => void): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let isLine = false;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    length += chunk.length;
    if (!ok && length > MOST_SAID) break;
    if (length > MOST_BYTES) throw new Error('too long');
    isLine ||= chunk.some((byte) => byte > SPACE);
    if (!isLine || !chunk.includes(LINE_END)) continue;
    isLine = false;
    onLine();
  }
  return Buffer.concat(chunks).toString('utf8');
}

const LINE_END = 0x0a;
const SPACE = 0x20;

const NUMBER = /^\d{1,99}(?:\.\d{1,99})?$/;
/** A day of the week, or a year: the parser takes `-1` for a date too, and one of long ago. */
const DATE = /^(?:[A-Z][a-z]{2,8},? |\d{4}-)/;

/** The three ways in which servers say it. */
function waitAskedBy(headers: Headers): number | null {
  const exact = headers.get('retry-after-ms') ?? '';
  if (NUMBER.test(exact)) return Number(exact);
  const asked = headers.get('retry-after') ?? '';
  if (NUMBER.test(asked)) return Number(asked) * 1000;
  const date = DATE.test(asked) ? Date.parse(asked) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}

function sentenceFor(name: string, url: string, { hasBegun, bounds }: { hasBegun: boolean; bounds: Bounds }): string {
  if (hasBegun)
    return `${name} gave no whole answer of at most 4 MB within ${bounds.total / 1000} seconds; what had arrived is saved.`;
  return `${name} did not answer at ${new URL(url).host}; what had arrived is saved. Is it running?`;
}
