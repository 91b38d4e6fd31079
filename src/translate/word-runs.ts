/** Words of a phrase that are looked at. */
const MOST_WORDS = 15;

/**
 * Every stretch of whole words of a phrase, itself included: modèle d’IA → modèle, modèle d, modèle d’IA, d, d’IA, IA.
 */
export function wordRuns(phrase: string): string[] {
  if (/^\p{L}+$/u.test(phrase)) return [phrase];
  const words = [...phrase.matchAll(/[\p{L}\p{N}\p{M}_]+/gu)].slice(0, MOST_WORDS);
  return words.flatMap(({ index }, i) =>
    words.slice(i).map((last) => phrase.slice(index, last.index + last[0].length)),
  );
}
