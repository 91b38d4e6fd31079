import type { Sides } from './side-words.ts';
import { sourcesOf, targetsOf } from './stretches.ts';
import type { Partners } from './word-partners.ts';
import type { Bead } from './word-share.ts';

/** Words of each side, as numbers in its list. */
export interface WordsOfSides {
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/** Gives those of some words of a bead that have no partner on its other side. */
export function createUnanswered({ source, target }: Sides, partners: Partners) {
  const partnersOf = (word: number) => [...(partners[word] ?? [])];
  return (pair: Bead, words: WordsOfSides): WordsOfSides => {
    const others = new Set(targetsOf(pair, target.segments).flatMap((segment) => segment.words));
    const own = words.source.filter((word) => !partnersOf(word).some((other) => others.has(other)));
    if (words.target.length === 0) return { source: own, target: [] };
    const wanted = new Set(sourcesOf(pair, source.segments).flatMap((segment) => segment.words.flatMap(partnersOf)));
    return { source: own, target: words.target.filter((word) => !wanted.has(word)) };
  };
}
