import type { Concept, Term } from '../model/concept.ts';
import { addToGroup } from '../model/groups.ts';
import type { Slices } from '../model/slices.ts';
import { bare } from '../text/characters.ts';
import { englishPlurals } from '../words/english-inflection.ts';
import { frenchPlurals } from '../words/french-inflection.ts';
import type { Renderings } from './word-partners.ts';

/** Words of fewer letters stand everywhere: de, of, the. */
const LEAST_LETTERS = 4;
/** Entries between two pauses. */
const SLICE = 500;

/** Gives the words of the English terms of each entry that has a word in one of its French terms, in both numbers. */
export function* termRenderingSlices(concepts: readonly Concept[]): Slices<Renderings> {
  const groups = new Map<string, (readonly string[])[]>();
  for (const [i, { fr, en }] of concepts.entries()) {
    const group = wordsOf(en, englishPlurals);
    for (const word of wordsOf(fr, frenchPlurals)) addToGroup(groups, word, group);
    if (i % SLICE === 0) yield;
  }
  return (french) => (groups.get(french) ?? []).flat();
}

function wordsOf(terms: readonly Term[], plurals: (word: string) => readonly string[]): string[] {
  const words = terms
    .filter(({ status }) => status === 'preferred' || status === 'admitted')
    .flatMap(({ text }) => text.match(/[\p{L}\p{M}\d]+/gu) ?? [])
    .filter((word) => word.length >= LEAST_LETTERS || word === word.toUpperCase());
  return [...new Set(words.flatMap((word) => [word, ...plurals(word)]).map(bare))];
}
