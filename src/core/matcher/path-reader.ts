import type { Language } from '../model/concept.ts';
import { CLASS, FOLD, HYPHEN, SIGN, SKIPPED, SPACE, WORD } from '../text/characters.ts';
import { endWithOptional } from './optional-endings.ts';
import { foldInto } from './tokens.ts';
import { hashOf } from './word-table.ts';

/** Longest word of a term, in bytes; a longer one is no word. */
const MOST_BYTES = 4096;

/**
 * Reads short texts, such as terms, as the numbers of their tokens; cut as the tokenizer does, without its arrays. An
 * English hyphen in front of a word has none: the matcher passes over it, so that fine-tuning is fine tuning too.
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
    let mayJoin = false;
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
        mayJoin = true;
        const end = endWithOptional(text, start, at, language);
        if (end > at) {
          at = end - 1;
          continue;
        }
      }
      if (kind === SPACE) continue;
      const isHyphen = language === 'en' && FOLD[unit] === HYPHEN;
      if (!(isHyphen && mayJoin && isWordNext(text, at + 1))) path[count++] = signNumber(unit);
      mayJoin = !isHyphen;
    }
    return count;
  };
}

/** Whether a word follows, behind spaces or not. */
function isWordNext(text: string, from: number): boolean {
  let at = from;
  while (at < text.length && CLASS[text.charCodeAt(at)] !== WORD && CLASS[text.charCodeAt(at)] !== SIGN) at += 1;
  return CLASS[text.charCodeAt(at)] === WORD;
}
