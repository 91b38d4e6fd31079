import type { Concept, Language, Term } from '../model/concept.ts';
import { FORM_KINDS, type FormKind } from '../model/form.ts';
import type { Slices } from '../model/slices.ts';
import { foldKeepingCase, hasCapitals } from '../text/characters.ts';
import { hasInnerCapitals, undotted } from '../words/acronyms.ts';
import { evidenceForms } from '../words/evidence-forms.ts';
import { formsOf } from '../words/forms.ts';
import type { Verbs } from '../words/verbs.ts';
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

/** The terms of some entries. */
export interface IndexPart {
  readonly concepts: readonly Concept[];
  readonly owners: Owners;
  readonly words: Words;
  readonly tokenizer: Tokenizer;
  readonly trie: Trie;
  readonly scratch: Scratch;
  /** What the words that lead to a state can be read as: one reading a concept and part of speech, as far as their capitals fit. */
  readonly readingsAt: (state: number, written: () => string) => readonly Reading[];
  /** The entries that they are an exception of. */
  readonly exceptedAt: (state: number) => readonly Concept[];
}

/** Mark of a state: it has a reading whatever its capitals. */
export const CERTAIN = 4;
/** Mark of a state: an exception ends here. */
export const EXCEPTS = 8;

/** A value of the trie is a term’s number times this, plus the number of the kind of form. */
const KINDS = 16;

/** The number of the term that a value of the trie is of. */
export function ownerOf(value: number): number {
  return Math.floor(value / KINDS);
}

/** Terms indexed between two pauses. */
const SLICE = 500;

/** The forms of some entries, as plain arrays: all of an index part that takes long to make. */
export interface SealedForms {
  readonly words: Words;
  readonly trie: Trie;
}

/** Generates every form of every term of some entries in a language. */
export function* partSlices(
  concepts: readonly Concept[],
  language: Language,
  { verbs, sealed }: { readonly verbs: Verbs; readonly sealed: SealedForms | null },
): Slices<IndexPart> {
  const owners = ownersOf(concepts, language);
  const { words, trie } = sealed ?? (yield* formSlices(owners, language, verbs));
  const tokenizer = createTokenizer(words, trie.longest);
  const readers = { readingsAt: createReader(trie, owners, verbs), exceptedAt: createExceptions(trie, owners) };
  return { concepts, owners, words, tokenizer, trie, scratch: createScratch(), ...readers };
}

/** What a term, or an exception, marks the end of its forms with. */
export function markOf(term: Term | null): number {
  if (term === null) return EXCEPTS;
  return wantsCapitals(term) ? 0 : CERTAIN;
}

/** What the numbers in a trie stand for, in the order in which their forms are added. */
export interface Owners {
  /** Null for an entry that is gone. */
  readonly concepts: readonly (Concept | null)[];
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
      for (const phrase of exceptionForms(concept, language, verbs)) insert(phrase, value, markOf(term));
      return;
    }
    const mark = markOf(term);
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

/** Tells which entries the words that lead to a state are an exception of; found once, as such words come again and again. */
export function createExceptions(trie: Trie, { concepts, terms }: Owners): IndexPart['exceptedAt'] {
  const known = new Map<number, readonly Concept[]>();
  return (state) => {
    const found =
      known.get(state) ??
      valuesAt(trie, state)
        .map(ownerOf)
        .flatMap((number) => (terms[number] === null ? (concepts[number] ?? []) : []));
    known.set(state, found);
    return found;
  };
}

/** Reads the values of a state; once, where their capitals do not matter. */
export function createReader(trie: Trie, { concepts, terms }: Owners, verbs: Verbs): IndexPart['readingsAt'] {
  const fits = createCapitalsCheck(verbs);
  const settled = new Map<number, readonly Reading[]>();
  return (state, written) => {
    const known = settled.get(state);
    if (known !== undefined) return known;
    const readings: Reading[] = [];
    let isSettled = true;
    for (const value of valuesAt(trie, state)) {
      const number = ownerOf(value);
      const [concept, term] = [concepts[number] ?? null, terms[number] ?? null];
      const last = readings.at(-1);
      if (concept === null || term === null) continue;
      if (concept === last?.concept && term.partOfSpeech === last.term.partOfSpeech) continue;
      if (wantsCapitals(term)) isSettled = false;
      if (fits(term, written)) readings.push({ concept, term, kind: FORM_KINDS[value % KINDS] ?? 'as written' });
    }
    if (isSettled) settled.set(state, readings);
    return readings;
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
