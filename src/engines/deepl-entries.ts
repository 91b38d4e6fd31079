import type { TermPair } from '../core/changes/ports/engine.ts';

/** Bytes of one side of an entry. */
const MOST_BYTES = 1024;

/** Why DeepL refuses an entry; null when it takes it. The rules are those of its documentation. */
export function refusalOf({ source, target }: TermPair): string | null {
  for (const side of [source, target]) {
    if (side.trim() === '') return 'one side is empty';
    if (side !== side.trim()) return 'it begins or ends with a space';
    if (/[\p{Cc}\u2028\u2029]/u.test(side)) return 'it holds a control character';
    if (new TextEncoder().encode(side).length > MOST_BYTES) return 'it is longer than 1,024 bytes';
  }
  // The client keeps entries in a plain object, which loses such names.
  return source in Object.prototype ? 'the client cannot send this word' : null;
}
