import type { Language } from '../model/concept.ts';
import { CLASS, SKIPPED, SPACE, WORD } from '../text/characters.ts';
import { endWithOptional } from './optional-endings.ts';
import { foldInto } from './tokens.ts';
import { hashOf } from './word-table.ts';

/** Longest word of a term, in bytes; a longer one is no word. */
const MOST_BYTES = 4096;

/**
 * Reads short texts, such as terms, as the numbers of their tokens; cut as the tokenizer does, without its arrays.
 *
 * @returns for a composed text, how many numbers stand in `path`, which the next call overwrites
 */
export function createPathReader(
  numberOf: (bytes: Uint8Array, length: number, hash: number) => number,
  path: number[],
  language: Language,
): (text: string) => number {
  const buffer = new Uint8Array(MOST_BYTES);
  const signNumber = (unit: number) => {
    const length = foldInto(buffer, 0, unit);
    return numberOf(buffer, length, hashOf(buffer, length));
  };
  return (text) => {
    if (text.length * 3 >= MOST_BYTES) return 0;
    let count = 0;
    let length = 0;
    let start = 0;
    for (let at = 0; at <= text.length; at += 1) {
      const unit = at < text.length ? text.charCodeAt(at) : 0x20;
      const kind = CLASS[unit] as number;
      if (kind === SKIPPED) continue;
      if (kind === WORD) {
        if (length === 0) start = at;
        length = foldInto(buffer, length, unit);
        continue;
      }
      if (length > 0) {
        path[count++] = numberOf(buffer, length, hashOf(buffer, length));
        length = 0;
        const end = endWithOptional(text, start, at, language);
        if (end > at) {
          at = end - 1;
          continue;
        }
      }
      if (kind !== SPACE) path[count++] = signNumber(unit);
    }
    return count;
  };
}
