import type { Concept, Language, Term } from '../model/concept.ts';
import { FORM_KINDS, type FormKind } from '../model/form.ts';
import type { Slices } from '../model/slices.ts';
import { foldKeepingCase } from '../text/characters.ts';
import { hasInnerCapitals, undotted } from '../words/acronyms.ts';
import { formsOf } from '../words/forms.ts';
import type { Verbs } from '../words/verbs.ts';
import { createFormsBuilder, type FormsBuilder, type SealedForms } from './forms-builder.ts';
import { withoutOptional } from './optional-endings.ts';
import { KINDS, markOf, type Owners, ownersOf, wantsCapitals } from './owners.ts';
import { createScratch, type Scratch } from './scratch.ts';
import { createTokenizer, type Tokenizer } from './tokens.ts';
import { remarkedSlices, type Trie, valuesAt } from './trie.ts';
import type { Words } from './word-table.ts';

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
}

/** What the forms of some entries are made of. */
export interface FormSources {
  readonly language: Language;
  readonly verbs: Verbs;
  /** The forms themselves, where they were made before; null where they were not. */
  readonly sealed: SealedForms | null;
  /** The forms of the first of them, or of other entries; null where nothing was begun. */
  readonly begun: FormsBuilder | null;
}

/** Terms looked at between two pauses. */
const SLICE = 500;

export function* partSlices(concepts: readonly Concept[], sources: FormSources): Slices<IndexPart> {
  const { language, verbs, sealed } = sources;
  const owners = ownersOf(concepts, language);
  const { words, trie } = sealed ?? (yield* formSlices(concepts, sources));
  const tokenizer = createTokenizer(words, trie.longest);
  const readingsAt = createReader(trie, owners, verbs);
  return { concepts, owners, words, tokenizer, trie, scratch: createScratch(), readingsAt };
}

function* formSlices(concepts: readonly Concept[], { language, verbs, begun }: FormSources): Slices<SealedForms> {
  const isOfThem = begun?.taken.every((concept, i) => concept === concepts[i]) === true;
  const builder = isOfThem ? begun : createFormsBuilder(language, verbs);
  yield* builder.add(concepts.slice(builder.taken.length));
  return builder.seal();
}

/**
 * The part without some of its entries, and with others in another place: nothing is generated anew.
 *
 * @param now what is there of each entry now, the same but for its place; entries that are gone have nothing
 */
export function* lessSlices(part: IndexPart, now: ReadonlyMap<Concept, Concept>, verbs: Verbs): Slices<IndexPart> {
  const owners = yield* ownersOfLess(part.owners, now);
  const gone = Uint8Array.from(owners.concepts, (concept) => (concept === null ? 1 : 0));
  const numberOf = (value: number) => Math.floor(value / KINDS);
  const trie = yield* remarkedSlices(
    part.trie,
    (value) => gone[numberOf(value)] === 1,
    (value) => markOf(owners.terms[numberOf(value)] ?? null),
  );
  return { ...part, concepts: [...now.values()], owners, trie, readingsAt: createReader(trie, owners, verbs) };
}

function* ownersOfLess({ concepts: were, terms }: Owners, now: ReadonlyMap<Concept, Concept>): Slices<Owners> {
  const owners: { concepts: (Concept | null)[]; terms: (Term | null)[] } = { concepts: [], terms: [] };
  for (const [number, concept] of were.entries()) {
    const same = concept && (now.get(concept) ?? null);
    owners.concepts.push(same);
    owners.terms.push(termOfSame(terms[number] ?? null, concept, same));
    if (number % SLICE === 0) yield;
  }
  return owners;
}

/** The same term of an entry that stands elsewhere now; null for one that is gone, or for exceptions. */
function termOfSame(term: Term | null, was: Concept | null, is: Concept | null): Term | null {
  if (term === null || was === null || is === null) return null;
  return is === was ? term : (is[term.language][was[term.language].indexOf(term)] ?? null);
}

/** The concepts that the words that lead to a state are an exception of. */
export function exceptedAt({ trie, owners: { concepts, terms } }: IndexPart, state: number): Concept[] {
  const numbers = valuesAt(trie, state).map((value) => Math.floor(value / KINDS));
  return numbers.flatMap((number) => (terms[number] === null ? (concepts[number] ?? []) : []));
}

/** Reads the values of a state; once, where their capitals do not matter. */
function createReader(trie: Trie, { concepts, terms }: Owners, verbs: Verbs): IndexPart['readingsAt'] {
  const fits = createCapitalsCheck(verbs);
  const settled = new Map<number, readonly Reading[]>();
  return (state, written) => {
    const known = settled.get(state);
    if (known !== undefined) return known;
    const readings: Reading[] = [];
    let isSettled = true;
    for (const value of valuesAt(trie, state)) {
      const number = Math.floor(value / KINDS);
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
