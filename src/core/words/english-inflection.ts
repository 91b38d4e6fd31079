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

/** Plural of an English noun. */
export function englishPlural(word: string): string {
  const lower = lowerCase(word);
  const irregular = Object.hasOwn(IRREGULAR_PLURALS, lower) ? IRREGULAR_PLURALS[lower] : undefined;
  if (irregular !== undefined) return irregular;
  if (/\d$/.test(lower) || lower === '') return word;
  if (/(analys|bas|cris|hypothes|synthes|thes)is$/.test(lower)) return `${word.slice(0, -2)}es`;
  if (HARD_CH.test(lower)) return `${word}s`;
  if (/(s|x|z|ch|sh)$/.test(lower)) return `${word}es`;
  if (/[^aeiou]y$/.test(lower)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}

const IRREGULAR_VERBS: Readonly<Record<string, readonly string[]>> = {
  learn: ['learnt'],
  run: ['ran', 'run'],
  build: ['built'],
  overfit: ['overfit'],
  underfit: ['underfit'],
  feed: ['fed'],
  make: ['made'],
  write: ['wrote', 'written'],
  draw: ['drew', 'drawn'],
};
/** Verbs of more than one syllable that double their last consonant because it is stressed or by usage. */
const DOUBLING = /(fit|get|admit|refer|occur)$/;

/** -s, -ing, -ed of an English verb, and its irregular forms. */
export function englishInflections(verb: string): string[] {
  const lower = lowerCase(verb);
  const irregular = Object.hasOwn(IRREGULAR_VERBS, lower) ? (IRREGULAR_VERBS[lower] ?? []) : [];
  return [englishPlural(verb), ...withSuffixes(verb, lower), ...irregular];
}

function withSuffixes(verb: string, lower: string): string[] {
  if (/[^aeiou]y$/.test(lower)) return [`${verb.slice(0, -1)}ied`, `${verb}ing`];
  if (/ee$/.test(lower)) return [`${verb}d`, `${verb}ing`];
  if (/ie$/.test(lower)) return [`${verb}d`, `${verb.slice(0, -2)}ying`];
  if (/e$/.test(lower)) return [`${verb}d`, `${verb.slice(0, -1)}ing`];
  const short = /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(lower);
  const stem = short || DOUBLING.test(lower) ? `${verb}${verb.at(-1)}` : verb;
  return [`${stem}ed`, `${stem}ing`];
}
