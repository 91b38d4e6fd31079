import type { Concept, Language, Term } from '../model/concept.ts';
import { FORM_KINDS, type FormKind } from '../model/form.ts';
import { sameItems } from '../model/same-items.ts';
import { finish, type Slices } from '../model/slices.ts';
import { foldKeepingCase, hasCapitals } from '../text/characters.ts';
import { hasInnerCapitals, undotted } from '../words/acronyms.ts';
import { evidenceForms } from '../words/evidence-forms.ts';
import { formsOf } from '../words/forms.ts';
import { NO_VERBS, type Verbs } from '../words/verbs.ts';
import { withoutOptional } from './optional-endings.ts';
import { createPathReader } from './path-reader.ts';
import { createPhrasePaths } from './phrase-paths.ts';
import { createScratch, type Scratch } from './scratch.ts';
import { createTokenizer, type Tokenizer } from './tokens.ts';
import { createTrie, type Trie, valuesAt } from './trie.ts';
import { createWordTable, type Words } from './word-table.ts';

/** One way to read a match: a form of this kind of this term of this concept. */
export interface Reading {
  readonly concept: Concept;
  readonly term: Term;
  readonly kind: FormKind;
}

/** The terms of one language, ready to be found in any text. Opaque to all but the matcher. */
export interface TermIndex {
  /** What is looked up one after the other; a part whose entries did not change goes on from index to index. */
  readonly parts: readonly IndexPart[];
  /** Number of the first state of each part, when the states of all parts are counted through. */
  readonly bases: readonly number[];
  /** What its forms were made with, for whoever writes another form of a term. */
  readonly verbs: Verbs;
}

/** The terms of both languages. */
export interface TermIndexes {
  readonly fr: TermIndex;
  readonly en: TermIndex;
}

/** The terms of some entries. */
export interface IndexPart {
  readonly concepts: readonly Concept[];
  readonly words: Words;
  readonly tokenizer: Tokenizer;
  readonly trie: Trie;
  readonly scratch: Scratch;
  /**
   * Calls back with what the words that lead to a state can be read as: one reading a concept and part of speech, as far as their
   * capitals fit; and null with each concept that they are an exception of.
   */
  readonly visit: (
    state: number,
    written: () => string,
    callback: (reading: Reading | null, concept: Concept) => void,
  ) => void;
}

/** Mark of a state: it has a reading whatever its capitals. */
export const CERTAIN = 4;
/** Mark of a state: an exception ends here. */
export const EXCEPTS = 8;

/** A value of the trie is a term’s number times this, plus the number of the kind of form. */
const KINDS = 16;

/** Terms indexed between two pauses. */
const SLICE = 500;

/** Builds an index at once; see {@link termIndexSlices}. */
export function buildTermIndex(concepts: readonly Concept[], language: Language, verbs: Verbs = NO_VERBS): TermIndex {
  return finish(termIndexSlices(concepts, language, { verbs }));
}

/** Entries of one file from which on they are a part of their own, so that others can change without them. */
const LARGE = 2000;

/** The forms of some entries, as plain arrays: all of an index part that takes long to make. */
export interface SealedForms {
  readonly words: Words;
  readonly trie: Trie;
}

/** What an index is made of besides entries. */
export interface IndexSources {
  /** An index whose parts are used again where their entries are the same; made with the same verbs. */
  readonly before?: TermIndex | null;
  readonly verbs?: Verbs;
  /** The forms of each part, where they were made before: of the very same entries, with the same verbs. */
  readonly sealed?: readonly SealedForms[] | null;
}

/**
 * Generates every form of every term of a language and builds the index over them. The entries of a large file are a
 * part of their own, those of all others together another.
 */
export function* termIndexSlices(
  concepts: readonly Concept[],
  language: Language,
  { before = null, verbs = NO_VERBS, sealed = null }: IndexSources = {},
): Slices<TermIndex> {
  const parts: IndexPart[] = [];
  for (const [i, group] of groupsOf(concepts).entries()) {
    const same = before?.parts.find((part) => sameItems(part.concepts, group));
    parts.push(same ?? (yield* partSlices(group, language, { verbs, sealed: sealed?.[i] ?? null })));
  }
  let states = 0;
  const bases = parts.map(({ trie }) => {
    states += trie.marks.length;
    return states - trie.marks.length;
  });
  return { parts, bases, verbs };
}

/** The entries of small files first, then those of each large one; all in their order. */
function groupsOf(concepts: readonly Concept[]): (readonly Concept[])[] {
  const sizes = new Map<string, number>();
  for (const { place } of concepts) sizes.set(place.file, (sizes.get(place.file) ?? 0) + 1);
  const large = new Map([...sizes].filter(([, size]) => size >= LARGE).map(([file]) => [file, [] as Concept[]]));
  if (large.size === 0) return [concepts];
  const others: Concept[] = [];
  for (const concept of concepts) (large.get(concept.place.file) ?? others).push(concept);
  return [...(others.length > 0 ? [others] : []), ...large.values()];
}

function* partSlices(
  concepts: readonly Concept[],
  language: Language,
  { verbs, sealed }: { readonly verbs: Verbs; readonly sealed: SealedForms | null },
): Slices<IndexPart> {
  const owners = ownersOf(concepts, language);
  const { words, trie } = sealed ?? (yield* formSlices(owners, language, verbs));
  const visit = visitor(trie, owners, verbs);
  return { concepts, words, tokenizer: createTokenizer(words, trie.longest), trie, scratch: createScratch(), visit };
}

/** What the numbers in a trie stand for, in the order in which their forms are added. */
interface Owners {
  readonly concepts: readonly Concept[];
  /** Null for the exceptions of a concept. */
  readonly terms: readonly (Term | null)[];
}

function ownersOf(all: readonly Concept[], language: Language): Owners {
  const concepts: Concept[] = [];
  const terms: (Term | null)[] = [];
  for (const concept of all) {
    const hasExceptions = exceptionsOf(concept, language).length > 0;
    for (const term of hasExceptions ? [...concept[language], null] : concept[language]) {
      concepts.push(concept);
      terms.push(term);
    }
  }
  return { concepts, terms };
}

function* formSlices(owners: Owners, language: Language, verbs: Verbs): Slices<SealedForms> {
  const table = createWordTable(1000);
  const paths = createTrie(1000);
  const addPhrase = createPhrasePaths(table, paths);
  const path: number[] = [];
  const read = createPathReader(table.add, path);
  const insert = (text: string, value: number, mark: number) => {
    const length = read(text.normalize('NFC'));
    if (length > 0) paths.add(path, length, value, mark);
  };
  const add = (concept: Concept, term: Term | null, value: number): void => {
    if (term === null) {
      for (const phrase of exceptionForms(concept, language, verbs)) insert(phrase, value, EXCEPTS);
      return;
    }
    const mark = wantsCapitals(term) ? 0 : CERTAIN;
    if (language === 'fr' && isNounAlone(term) && addPhrase(term.text, value, mark)) return;
    for (const { text, kind } of formsOf(term, verbs)) insert(text, value + FORM_KINDS.indexOf(kind), mark);
  };
  for (const [number, term] of owners.terms.entries()) {
    add(owners.concepts[number] as Concept, term, number * KINDS);
    if (number % SLICE === 0) yield;
  }
  return { trie: paths.seal(table.size), words: table.seal() };
}

/** Phrases in which an entry’s terms are not meant: those it excepts, or in English those that show another sense. */
function exceptionsOf({ except, unless }: Concept, language: Language): readonly string[] {
  return language === 'fr' ? except : unless;
}

/** As {@link exceptionsOf}, in every form that is looked for. */
function exceptionForms(concept: Concept, language: Language, verbs: Verbs): readonly string[] {
  const phrases = exceptionsOf(concept, language);
  return language === 'fr' ? phrases : phrases.flatMap((phrase) => evidenceForms(phrase, verbs));
}

function visitor(trie: Trie, { concepts, terms }: Owners, verbs: Verbs): IndexPart['visit'] {
  const fits = createCapitalsCheck(verbs);
  return (state, written, callback) => {
    let last = null as Term | null;
    let owner = null as Concept | null;
    for (const value of valuesAt(trie, state)) {
      const number = Math.floor(value / KINDS);
      const [concept, term] = [concepts[number] as Concept, terms[number] as Term | null];
      const known = concept === owner && term?.partOfSpeech === last?.partOfSpeech;
      if (term === null) callback(null, concept);
      else if (!known && fits(term, written)) {
        last = term;
        owner = concept;
        callback({ concept, term, kind: FORM_KINDS[value % KINDS] ?? 'as written' }, concept);
      }
    }
  };
}

/** A noun that says nothing about its forms. */
function isNounAlone({ partOfSpeech, forms }: Term): boolean {
  return partOfSpeech === 'noun' && forms.length === 0;
}

function wantsCapitals({ caseExact, text }: Term): boolean {
  return caseExact || hasCapitals(text);
}

/** Says whether words have the capitals that a term wants; its forms are made when it is first asked. */
function createCapitalsCheck(verbs: Verbs): (term: Term, written: () => string) => boolean {
  const wanted = new Map<Term, ReadonlySet<string>>();
  return (term, written) => {
    if (!wantsCapitals(term)) return true;
    if (!term.caseExact) return hasAcronymsOf(term.text, written());
    const forms = wanted.get(term) ?? new Set(formsOf(term, verbs).map(({ text }) => foldKeepingCase(text)));
    wanted.set(term, forms);
    return forms.has(foldKeepingCase(withoutOptional(written())));
  };
}

/** “modèle d’IA” is not “modèle d’ia”. */
function hasAcronymsOf(term: string, written: string): boolean {
  const words = foldKeepingCase(undotted(written)).split(/[^\p{L}\p{N}]+/u);
  return term
    .split(/[^\p{L}\p{N}]+/u)
    .filter(hasInnerCapitals)
    .every((acronym) => words.includes(acronym) || words.includes(`${acronym}s`));
}
