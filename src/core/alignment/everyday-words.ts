import { addToGroup } from '../model/groups.ts';
import type { Slices } from '../model/slices.ts';
import { bare } from '../text/characters.ts';
import { englishPlurals } from '../words/english-inflection.ts';
import { englishVerbForms } from '../words/english-verbs.ts';
import { frenchFeminines, frenchPlurals } from '../words/french-inflection.ts';
import { frenchVerb, simpleForms } from '../words/french-verbs.ts';
import type { Verbs } from '../words/verbs.ts';
import { EVERYDAY_ADJECTIVES, EVERYDAY_SMALL_WORDS } from './everyday-adjectives.ts';
import { EVERYDAY_NOUNS } from './everyday-nouns.ts';
import { EVERYDAY_VERBS } from './everyday-verbs.ts';
import type { Renderings } from './word-partners.ts';

/** A list of words, and the forms that words of its kind take. */
interface WordList {
  readonly rows: string;
  readonly french: (word: string, verbs: Verbs) => readonly string[];
  readonly english: (word: string, verbs: Verbs) => readonly string[];
}

const LISTS: readonly WordList[] = [
  {
    rows: EVERYDAY_NOUNS,
    french: (word) => [word, ...frenchPlurals(word)],
    english: (word) => [word, ...englishPlurals(word)],
  },
  { rows: EVERYDAY_VERBS, french: verbForms, english: (word, verbs) => [word, ...englishVerbForms(word, verbs)] },
  { rows: EVERYDAY_ADJECTIVES, french: adjectiveForms, english: (word) => [word] },
  { rows: EVERYDAY_SMALL_WORDS, french: (word) => [word], english: (word) => [word] },
];

function verbForms(infinitive: string, verbs: Verbs): readonly string[] {
  const verb = frenchVerb(infinitive, verbs);
  return verb === null ? [infinitive] : simpleForms(verb);
}

function adjectiveForms(word: string): readonly string[] {
  return [word, ...frenchFeminines(word)].flatMap((one) => [one, ...frenchPlurals(one)]);
}

/** Rows between two pauses. */
const SLICE = 10;

/** Gives the everyday words of English that mostly render one of French, in whichever form both stand. */
export type EverydayWords = () => Slices<Renderings>;

/** Their forms are made when they are first asked for, and serve all texts from then on. */
export function createEverydayWords(verbs: Verbs): EverydayWords {
  let known: Renderings | null = null;
  return function* () {
    known ??= yield* everydaySlices(verbs);
    return known;
  };
}

function* everydaySlices(verbs: Verbs): Slices<Renderings> {
  const groups = new Map<string, (readonly string[])[]>();
  for (const { rows, french, english } of LISTS) {
    for (const [i, row] of rows.split('·').entries()) {
      const [word = '', renderings = ''] = row.trim().split(' ');
      const group = renderings.split('/').flatMap((one) => english(one, verbs));
      for (const form of new Set(french(word, verbs).map(bare))) addToGroup(groups, form, group);
      if (i % SLICE === 0) yield;
    }
  }
  return (french) => (groups.get(french) ?? []).flat();
}
