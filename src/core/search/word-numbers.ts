import { bare, CLASS, SIGN, SKIPPED, WORD } from '../text/characters.ts';

/** Stands between words that a sign parts, so that no phrase goes over it. */
export const SIGN_BETWEEN = 0;

/** Numbers of words, from 1: all that differ in capitals, accents and ligatures alone have one. */
export interface WordNumbers {
  /** The number of a word as written; it gets one where it has none. */
  numberOf(written: string): number;
  /** The number of a word as written; null where no text has it. */
  find(written: string): number | null;
  /** More than any number. */
  size(): number;
}

export function createWordNumbers(): WordNumbers {
  const byBare = new Map<string, number>();
  // Nearly every word comes again as it was written, and is not folded again.
  const byWritten = new Map<string, number>();
  return {
    numberOf(written) {
      const known = byWritten.get(written);
      if (known !== undefined) return known;
      const word = bare(written);
      const number = byBare.get(word) ?? byBare.size + 1;
      byBare.set(word, number);
      byWritten.set(written, number);
      return number;
    },
    find: (written) => byWritten.get(written) ?? byBare.get(bare(written)) ?? null,
    size: () => byBare.size + 1,
  };
}

/** Signs within what is one word or phrase to a search: l’IA, mot-clé. UTF-16 units. */
const JOINING = new Set([..."'’ʼ‘＇-‐‑\ufffc"].map((sign) => sign.charCodeAt(0)));

/**
 * Calls back with the words of a text and with null for each sign that parts two of them, from an offset on.
 *
 * @param most characters that are read, and those of a word that is begun then
 * @returns where it stopped; UTF-16 units
 */
export function eachWord(
  text: string,
  { from = 0, most = Infinity }: { readonly from?: number; readonly most?: number },
  visit: (start: number, end: number, isWord: boolean) => void,
): number {
  let at = from;
  const limit = Math.min(text.length, from + most);
  while (at < limit) {
    const start = at;
    const kind = CLASS[text.charCodeAt(at)] as number;
    at += 1;
    if (kind !== WORD) {
      if (kind === SIGN && !JOINING.has(text.charCodeAt(start))) visit(start, at, false);
      continue;
    }
    while (at < text.length && isInside(text.charCodeAt(at))) at += 1;
    visit(start, at, true);
  }
  return at;
}

function isInside(unit: number): boolean {
  return CLASS[unit] === WORD || CLASS[unit] === SKIPPED;
}

/** The words of a short text, as they are written. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  eachWord(text, {}, (start, end, isWord) => {
    if (isWord) words.push(text.slice(start, end));
  });
  return words;
}
