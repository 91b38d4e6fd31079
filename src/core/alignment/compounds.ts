/** Two words that follow each other, and could be written in one. */
export interface Compound {
  /** As it would be in one. */
  readonly text: string;
  /** Else only a space stands between. */
  readonly hasHyphen: boolean;
  /** Numbers of its words in the list of their side. */
  readonly words: readonly [number, number];
}

/** A word where it stands: UTF-16 offsets, half-open. */
export interface PlacedWord {
  readonly key: string;
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

const HYPHEN = /^[-\u2010\u2011]$/u;
/** Letters of each of two words with a space between that may be one: shorter ones are articles and the like. */
const LEAST_LETTERS = 3;

/** The compounds of a text: auto-regressive, batch encoding. */
export function compoundsIn(text: string, words: readonly PlacedWord[]): Compound[] {
  return words.slice(1).flatMap((word, i) => {
    const before = words[i] as PlacedWord;
    const between = text.slice(before.end, word.start);
    const hasHyphen = HYPHEN.test(between);
    const isShort = Math.min(before.key.length, word.key.length) < LEAST_LETTERS;
    if (!hasHyphen && (between !== ' ' || isShort)) return [];
    return [{ text: before.key + word.key, hasHyphen, words: [before.number, word.number] as const }];
  });
}
