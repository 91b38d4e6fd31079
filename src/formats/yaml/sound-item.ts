import { constructFromEvents, EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE } from 'js-yaml';
import { findUnwritable } from '../../core/text/unwritable.ts';
import type { YamlEntry } from './entries.ts';
import { MOST_LEVELS } from './gate.ts';
import { readPlainItem } from './plain-item.ts';
import { offsetAt, type Spot, WORD } from './spot.ts';

/**
 * What one item of a list says when it is read alone, and what stands where: in a small part of the time that the
 * parser takes which can say what is wrong with a text. The two agree on all that they both read; anything odd is left
 * to that one.
 *
 * @returns null for what has a mistake, is more or less than one item, or has a value without a plain place: an alias,
 * a tag, a block, nothing at all; or has an escape that stands for no character of a text
 */
export function readSoundItem(text: string): YamlEntry | null {
  const plain = readPlainItem(text);
  if (plain !== null) return onlyItem(plain);
  // The other parser breaks lines at LF only.
  if (/\r(?!\n)/.test(text)) return null;
  try {
    const events = parseEvents(text, { maxDepth: MOST_LEVELS - 1 });
    const { spot, areTexts } = readSpots(text, events);
    return onlyItem(areTexts ? spot : { ...spot, value: listOf(text, events) });
  } catch {
    return null;
  }
}

/** The item of a list that has one. */
function onlyItem({ value, parts }: Spot): YamlEntry | null {
  const item = parts?.get(0);
  if (item === undefined || parts?.size !== 1 || !Array.isArray(value)) return null;
  return { value: (value as readonly unknown[])[0], offsetOf: (path) => offsetAt(item, path) };
}

/** The list as the parser makes it, which knows what a plain value is. */
function listOf(text: string, events: Event[]): readonly unknown[] {
  return constructFromEvents(events, { source: text, maxAliases: 0 })[0] as readonly unknown[];
}

type ScalarEvent = Extract<Event, { readonly type: typeof EVENT_ID.SCALAR }>;

/** An escape that one parser takes for a character, and the other for a mistake. */
const BEYOND_UNICODE = /\\U(?!000|0010)/;

/** How far the events of a text are read. */
interface Cursor {
  readonly text: string;
  readonly events: readonly Event[];
  /** The next event. */
  at: number;
  /** All plain values so far are surely texts. */
  areTexts: boolean;
}

/**
 * What the only document says, and whether all its values are surely texts.
 *
 * @throws {Error} for a value without a plain place, a key that stands twice, and a second document
 */
function readSpots(text: string, events: readonly Event[]): { readonly spot: Spot; readonly areTexts: boolean } {
  // The first event says that the document begins.
  const cursor = { text, events, at: 1, areTexts: true };
  const spot = readSpot(cursor);
  // The last one, that it ends.
  if (events.length !== cursor.at + 1) throw new Error('another document');
  return { spot, areTexts: cursor.areTexts };
}

function readSpot(cursor: Cursor): Spot {
  const event = cursor.events[cursor.at];
  const start = startOf(event);
  cursor.at += 1;
  if (event?.type === EVENT_ID.SCALAR) return readScalar(cursor, event, start);
  const spot = event?.type === EVENT_ID.SEQUENCE ? readList(cursor, start) : readMap(cursor, start);
  cursor.at += 1;
  return spot;
}

function readScalar(cursor: Cursor, event: ScalarEvent, start: number): Spot {
  const value = getScalarValue(cursor.text, event);
  if (event.style === SCALAR_STYLE.DOUBLE_QUOTED) {
    const written = cursor.text.slice(event.valueStart, event.valueEnd);
    if (BEYOND_UNICODE.test(written) || findUnwritable(value) !== null) throw new Error('no character of a text');
  }
  if (event.style === SCALAR_STYLE.PLAIN && !WORD.test(value)) {
    // `1e400` is infinite to one parser, and a text to the other.
    if (Math.abs(Number(value)) === Infinity) throw new Error('a number beyond all');
    cursor.areTexts = false;
  }
  return { start, value, parts: null };
}

function readList(cursor: Cursor, start: number): Spot {
  const parts = new Map<PropertyKey, Spot>();
  while (isInside(cursor)) parts.set(parts.size, readSpot(cursor));
  return { start, value: Array.from(parts.values(), ({ value }) => value), parts };
}

function readMap(cursor: Cursor, start: number): Spot {
  const parts = new Map<PropertyKey, Spot>();
  const value: Record<string, unknown> = {};
  while (isInside(cursor)) {
    const key = readKey(cursor);
    if (parts.has(key) || key === '__proto__') throw new Error('no key of its own');
    const part = readSpot(cursor);
    parts.set(key, part);
    value[key] = part.value;
  }
  return { start, value, parts };
}

function isInside({ events, at }: Cursor): boolean {
  return events[at]?.type !== EVENT_ID.POP;
}

function readKey(cursor: Cursor): string {
  const event = cursor.events[cursor.at];
  if (event?.type !== EVENT_ID.SCALAR) throw new Error('no plain key');
  // An empty one is null to one parser, and a text to the other.
  startOf(event);
  cursor.at += 1;
  const key = getScalarValue(cursor.text, event);
  if (event.style === SCALAR_STYLE.PLAIN && !WORD.test(key)) throw new Error('no word');
  return key;
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
