import { constructFromEvents, EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE } from 'js-yaml';
import type { YamlEntry } from './entries.ts';
import { MOST_LEVELS } from './gate.ts';

/**
 * What one item of a list says when it is read alone, and what stands where: in a quarter of the time that the parser
 * takes which can say what is wrong with a text. The two agree on all that they both read; anything odd is left to that
 * one.
 *
 * @returns null for what has a mistake, is more or less than one item, or has a value without a plain place: an alias,
 * a tag, a block, nothing at all
 */
export function readSoundItem(text: string): YamlEntry | null {
  // The other parser breaks lines at LF only.
  if (/\r(?!\n)/.test(text)) return null;
  try {
    const events = parseEvents(text, { maxDepth: MOST_LEVELS - 1 });
    const list = readPlaces(text, events);
    const item = list.parts?.get(0);
    const [value, ...others] = constructFromEvents(events, { source: text, maxAliases: 0 });
    if (item === undefined || list.parts?.size !== 1 || others.length > 0 || !Array.isArray(value)) return null;
    return { value: value[0], offsetOf: (path) => offsetAt(item, path) };
  } catch {
    return null;
  }
}

type ScalarEvent = Extract<Event, { readonly type: typeof EVENT_ID.SCALAR }>;

/** A key that is surely a text: `~`, `0x1` and `TRUE` are something else to one parser. */
const WORD = /^(?!(?:null|true|false)$)\p{L}/iu;

/** Where a value begins, in UTF-16 offsets, and where its parts do, by their keys or numbers. */
interface Spot {
  readonly start: number;
  /** Null for a value without parts. */
  readonly parts: ReadonlyMap<PropertyKey, Spot> | null;
}

/** As a path leads there; of the nearest value around it where there is none. */
function offsetAt(spot: Spot, [key, ...path]: readonly PropertyKey[]): number {
  const part = key === undefined ? undefined : spot.parts?.get(key);
  return part === undefined ? spot.start : offsetAt(part, path);
}

/**
 * Where the values of the first document stand.
 *
 * @throws {Error} for a value without a plain place
 */
function readPlaces(text: string, events: readonly Event[]): Spot {
  // The first event says that the document begins.
  let at = 1;
  const keyOf = (event: Event | undefined): string => {
    if (event?.type !== EVENT_ID.SCALAR) throw new Error('no plain key');
    // An empty one is null to one parser, and a text to the other.
    startOf(event);
    at += 1;
    const key = getScalarValue(text, event);
    if (event.style === SCALAR_STYLE.PLAIN && !WORD.test(key)) throw new Error('no word');
    return key;
  };
  const read = (): Spot => {
    const event = events[at];
    const start = startOf(event);
    at += 1;
    if (event?.type === EVENT_ID.SCALAR && isTooLarge(event, text)) throw new Error('a number beyond all');
    if (event?.type !== EVENT_ID.SEQUENCE && event?.type !== EVENT_ID.MAPPING) return { start, parts: null };
    const parts = new Map<PropertyKey, Spot>();
    while (events[at]?.type !== EVENT_ID.POP)
      parts.set(event.type === EVENT_ID.SEQUENCE ? parts.size : keyOf(events[at]), read());
    at += 1;
    return { start, parts };
  };
  return read();
}

/** `1e400` is infinite to one parser, and a text to the other. */
function isTooLarge(event: ScalarEvent, text: string): boolean {
  return event.style === SCALAR_STYLE.PLAIN && Math.abs(Number(getScalarValue(text, event))) === Infinity;
}

/** @throws {Error} for what has no plain place */
function startOf(event: Event | undefined): number {
  if (event === undefined || !('tagStart' in event)) throw new Error('no value');
  if (event.tagStart >= 0 || event.anchorStart >= 0) throw new Error('a tag or an anchor');
  if (event.type !== EVENT_ID.SCALAR) return event.start;
  if (event.valueStart < 0) throw new Error('nothing');
  if (event.style === SCALAR_STYLE.PLAIN) return event.valueStart;
  if (event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK)
    throw new Error('a block');
  // Behind its quotation mark.
  return event.valueStart - 1;
}
