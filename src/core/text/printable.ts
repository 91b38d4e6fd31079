import { HIDDEN, signName } from './hidden-characters.ts';

/** What a terminal obeys instead of showing it, and what begins a line; the tab does no harm. */
const STEERING = /(?!\t)[\p{Cc}\u2028\u2029]/gu;

/**
 * A text as one line that shows what it holds: a sign that would steer a terminal, turn the direction of the text or
 * begin a new line is named in its place, `[U+001B]`.
 */
export function printableLine(text: string): string {
  const named = (sign: string) => `[${signName(sign)}]`;
  return text.replaceAll(STEERING, named).replaceAll(HIDDEN, named);
}

/**
 * The same value in JSON that a terminal shows as it is: those signs are escaped. On one line where no indent is given.
 */
export function printableJson(value: unknown, indent = 0): string {
  return escapeSigns(JSON.stringify(value, null, indent));
}

/** Escapes, in a line of JSON, what JSON lets through. */
export function escapeSigns(json: string): string {
  const escaped = (sign: string) => (sign === '\n' ? sign : sign.split('').map(escapeUnit).join(''));
  return json.replaceAll(STEERING, escaped).replaceAll(HIDDEN, escaped);
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
