import { EngineError } from '../core/changes/ports/engine.ts';
import { isRecord } from '../core/model/record.ts';
import { counted } from '../core/text/counted.ts';
import { parseAnswer } from './answer-json.ts';
import type { Reply } from './bounded-post.ts';

/** Characters of a server’s sentence that are quoted. */
const MOST = 300;

/**
 * What a server says of a request that it does not take, in its own words and in one line, the key masked in it; null
 * where it says nothing for people.
 */
export function sentenceOf({ text }: Pick<Reply, 'text'>, key: string | null): string | null {
  const said = wordsIn(text)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (said === '' || /^</.test(said)) return null;
  return withoutKey(said, key).slice(0, MOST);
}

/** @guard key-in-server-sentence → said */
function withoutKey(said: string, key: string | null): string {
  if (key === null) return said;
  return [key, encodeURIComponent(key), JSON.stringify(key).slice(1, -1)].reduce(
    (text, one) => text.replaceAll(one, '…'),
    said,
  );
}

function wordsIn(text: string): string {
  try {
    return sentenceIn(parseAnswer(text), MOST_LEVELS) ?? '';
  } catch {
    return text;
  }
}

/** Where servers put a sentence, the best place in front. */
const PLACES = ['message', 'error', 'detail', 'details', 'msg', 'errors', 'reason', 'title', 'description'];
const MOST_LEVELS = 5;

function sentenceIn(value: unknown, levels: number): string | null {
  if (typeof value === 'string') return value;
  if (levels === 0) return null;
  if (Array.isArray(value)) return sentenceIn(value[0], levels - 1);
  if (!isRecord(value)) return null;
  for (const place of PLACES) {
    const words = Object.hasOwn(value, place) ? sentenceIn(value[place], levels - 1) : null;
    if (words !== null && words !== '') return words;
  }
  return null;
}

/** What a request of which a server said no comes to, where it says nothing better; null for an answer. */
export function refusalFor(name: string, reply: Reply, key: string | null): EngineError | null {
  const { status } = reply;
  if (status >= 200 && status < 300) return null;
  const said = sentenceOf(reply, key);
  const quoted = said === null ? `(${status})` : `(${status}: “${said}”)`;
  const saved = 'what had arrived is saved';
  if (status === 401 || status === 403)
    return new EngineError(`${name} refuses the key ${quoted}; ${saved}. Check it.`, 'setup');
  if (status === 402) return new EngineError(`${name} wants to be paid first ${quoted}; ${saved}.`, 'stop', true);
  if (status === 429 || status === 503 || status === 529)
    return new EngineError(
      `${name} has too much to do just now ${quoted}; ${saved}. Try again ${whenOf(reply)}.`,
      'stop',
      true,
    );
  if (status === 413 || status === 414)
    return new EngineError(`${name} found the paragraph too long ${quoted}.`, 'size');
  if (status >= 300 && status < 400)
    return new EngineError(
      `${name} wants to send us elsewhere (${status}), which is not followed; write the final address.`,
      'setup',
    );
  if (status === 404 || status === 405)
    return new EngineError(`${name} has nothing at this address ${quoted}; ${saved}. Check the address.`, 'setup');
  // A fault of a server’s own may come of one of the texts.
  const answered = `${name} answered with ${said === null ? status : `${status}: “${said}”`}`;
  return new EngineError(`${answered}.`, status === 502 || status === 504 ? 'stop' : 'batch');
}

/** Seconds of each, the longest first. */
const UNITS = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
] as const;
const MOST_DAYS = 365;

function whenOf({ retryAfter }: Reply): string {
  if (retryAfter === null) return 'in a minute';
  const seconds = Math.ceil(retryAfter / 1000);
  const [size, unit] = UNITS.find(([size]) => seconds >= 2 * size) ?? [1, 'second'];
  const many = Math.ceil(seconds / size);
  return many > MOST_DAYS && unit === 'day' ? 'in a year at the earliest' : `in ${counted(many, unit)}`;
}
