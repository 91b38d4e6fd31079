/** What a word does inside a French noun phrase. */
export type Role = 'word' | 'preposition' | 'determiner' | 'invariable';

/** Words that open a complement; what follows them does not agree with the head of the phrase. */
const PREPOSITIONS =
  'de du des d à au aux en par pour sur sous avec sans dans entre vers chez contre selon et ou of the'.split(' ');
/** Adverbs and prefixes inside a phrase; they never agree: apprentissages non supervisés. */
const INVARIABLE = 'non quasi très plus moins bien peu semi ultra auto multi pré'.split(' ');
const DETERMINERS = 'le la les l un une'.split(' ');

const ROLES = new Map<string, Role>([
  ...DETERMINERS.map((word) => [word, 'determiner'] as const),
  ...INVARIABLE.map((word) => [word, 'invariable'] as const),
  ...PREPOSITIONS.map((word) => [word, 'preposition'] as const),
]);

/** Every word that has a role of its own, in small letters. */
export const ROLE_WORDS: readonly string[] = [...ROLES.keys()];

export function roleOf(word: string): Role {
  return ROLES.get(word) ?? 'word';
}

/** Words of a phrase that can agree; those behind stay as written. */
export const MOST_WORDS = 15;

/** Which words of a noun phrase take the plural, as sets of positions: bit 0 is the first word. */
export interface Agreement {
  /** The head and the adjectives beside it. */
  readonly head: number;
  /** Adjectives behind the complement: they go with the head or with the complement. */
  readonly tail: number;
}

/**
 * The head and the adjectives beside it agree; the complement (de, à, en …) stays as written; an adjective after the
 * complement goes with either.
 *
 *     grand modèle  de langage  géant
 *     ^^^^^^^^^^^^  -----------  ^^^^^   grands modèles de langage géants / géant
 */
export function agreementOf(roles: readonly Role[], count: number): Agreement {
  let [head, invariable, tail] = [0, 0, 0];
  let complementWords = -1;
  for (let i = 0; i < count && i < MOST_WORDS; i += 1) {
    const role = roles[i];
    if (i > 0 && role === 'preposition') complementWords = 0;
    else if (complementWords < 0) {
      head |= 1 << i;
      if (role === 'invariable') invariable |= 1 << i;
    } else if (role !== 'determiner') {
      if (complementWords > 0) tail |= 1 << i;
      complementWords += 1;
    }
  }
  return { head: head === 1 ? head : head & ~invariable, tail };
}
