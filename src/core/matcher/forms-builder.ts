import type { Concept, Language, Term } from '../model/concept.ts';
import { FORM_KINDS } from '../model/form.ts';
import type { Slices } from '../model/slices.ts';
import { evidenceForms } from '../words/evidence-forms.ts';
import { formsToFind } from '../words/forms.ts';
import type { Verbs } from '../words/verbs.ts';
import { createEnglishPaths } from './english-paths.ts';
import { createFrenchPaths } from './french-paths.ts';
import { exceptionsOf, KINDS, markOf, ownedBy } from './owners.ts';
import { createPathReader } from './path-reader.ts';
import { createTrie, type Trie } from './trie.ts';
import { createWordTable, type Words } from './word-table.ts';

/** The forms of some entries, as plain arrays: all of an index part that takes long to make. */
export interface SealedForms {
  readonly words: Words;
  readonly trie: Trie;
}

/** Generates the forms of entries, of some after the others. */
export interface FormsBuilder {
  /** Those whose forms are there, in order; of the last one the rest is added before those of another. */
  readonly taken: readonly Concept[];
  add(concepts: readonly Concept[]): Slices<void>;
  /** The forms as they are now. Nothing can be added to it. */
  seal(): SealedForms;
}

/** Entries, terms of one, and phrases that it excepts, whose forms are generated between two pauses. */
const SLICE = 100;

/** Generates every form of every term of entries in a language. */
export function createFormsBuilder(language: Language, verbs: Verbs): FormsBuilder {
  const taken: Concept[] = [];
  const table = createWordTable(1000);
  const paths = createTrie(1000);
  const addQuickly = (language === 'fr' ? createFrenchPaths : createEnglishPaths)(table, paths);
  const path: number[] = [];
  const read = createPathReader(table.add, path, language);
  let owners = 0;
  const insert = (text: string, value: number, mark: number) => {
    const length = read(text.normalize('NFC'));
    if (length > 0) paths.add(path, length, value, mark);
  };
  const addTerm = (term: Term, value: number): void => {
    const mark = markOf(term);
    if (addQuickly(term, value, mark)) return;
    for (const { text, kind } of formsToFind(term, verbs)) insert(text, value + FORM_KINDS.indexOf(kind), mark);
  };
  /** Of phrases that many entries except: their forms are looked for alike. */
  const known = new Map<string, readonly string[]>();
  const lookUp = function* (phrases: readonly string[]): Slices<void> {
    for (const [i, phrase] of phrases.entries()) {
      if (i % SLICE === SLICE - 1) yield;
      if (!known.has(phrase)) known.set(phrase, exceptionForms(phrase, language, verbs));
    }
  };
  const addOwner = (concept: Concept, term: Term | null, value: number): void => {
    if (term !== null) addTerm(term, value);
    else
      for (const phrase of exceptionsOf(concept, language))
        for (const form of known.get(phrase) ?? []) insert(form, value, markOf(null));
  };
  /** Terms of the last entry that is taken: whoever is left at a pause goes on with them. */
  let open: readonly (Term | null)[] = [];
  let added = 0;
  const addOpen = function* (): Slices<void> {
    const concept = taken.at(-1) as Concept;
    while (added < open.length) {
      addOwner(concept, open[added] ?? null, owners * KINDS);
      owners += 1;
      added += 1;
      if (added % SLICE === 0) yield;
    }
  };
  return {
    taken,
    *add(concepts) {
      yield* addOpen();
      for (const [i, concept] of concepts.entries()) {
        if (i % SLICE === 0) yield;
        yield* lookUp(exceptionsOf(concept, language));
        taken.push(concept);
        [open, added] = [ownedBy(concept, language), 0];
        yield* addOpen();
      }
    },
    seal: () => ({ trie: paths.seal(table.size), words: table.seal() }),
  };
}

/** An exception in every form that is looked for. */
function exceptionForms(phrase: string, language: Language, verbs: Verbs): readonly string[] {
  return language === 'fr' ? [phrase] : evidenceForms(phrase, verbs);
}
