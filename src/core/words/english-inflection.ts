/** Inflection of single English words. */

import { lowerCase } from '../text/characters.ts';

const IRREGULAR_PLURALS: Readonly<Record<string, string>> = {
  matrix: 'matrices',
  vertex: 'vertices',
  index: 'indices',
  corpus: 'corpora',
  datum: 'data',
  medium: 'media',
  criterion: 'criteria',
  phenomenon: 'phenomena',
  person: 'people',
  man: 'men',
  woman: 'women',
  child: 'children',
  foot: 'feet',
  half: 'halves',
  life: 'lives',
  leaf: 'leaves',
  shelf: 'shelves',
};

/** Words in -ch that sound like k take -s alone. */
const HARD_CH = /(epoch|stomach|monarch|patriarch|matriarch|loch|tech)$/;

const TAKES_OES = /(?:\b(?:under|over|re|out|for)?(?:go|do)|echo|embargo|hero|potato|tomato|torpedo|veto)$/;

/** Plural of an English noun. */
export function englishPlural(word: string): string {
  const lower = lowerCase(word);
  const irregular = Object.hasOwn(IRREGULAR_PLURALS, lower) ? IRREGULAR_PLURALS[lower] : undefined;
  if (irregular !== undefined) return irregular;
  if (/\d$/.test(lower) || lower === '') return word;
  if (/(analys|bas|cris|hypothes|synthes|thes)is$/.test(lower)) return `${word.slice(0, -2)}es`;
  return withS(word);
}

/** A word with the -s of plurals and of verbs: epochs, batches, queries. */
export function withS(word: string): string {
  const lower = lowerCase(word);
  if (HARD_CH.test(lower)) return `${word}s`;
  if (/[^aeiou]iz$|^quiz$/.test(lower)) return `${word}zes`;
  if (/(s|x|z|ch|sh)$/.test(lower)) return `${word}es`;
  if (/[^aeiou]y$/.test(lower)) return `${word.slice(0, -1)}ies`;
  if (TAKES_OES.test(lower)) return `${word}es`;
  return `${word}s`;
}
