import type { Concept, Language, Term } from '../model/concept.ts';
import { FORM_KINDS, type FormKind } from '../model/form.ts';
import type { Slices } from '../model/slices.ts';
import { foldKeepingCase } from '../text/characters.ts';
import { hasInnerCapitals, undotted } from '../words/acronyms.ts';
import { formsOf } from '../words/forms.ts';
import type { Verbs } from '../words/verbs.ts';
import { createFormsBuilder, type FormsBuilder, type SealedForms } from './forms-builder.ts';
import { wordlessNamesIn } from './named-stretches.ts';
import { withoutOptional } from './optional-endings.ts';
import { exceptionsOf, KINDS, type Owners, ownerOf, ownersOf, wantsCapitals } from './owners.ts';
import { createScratch, type Scratch } from './scratch.ts';
import { type Trie, valuesAt } from './trie.ts';
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
  readonly trie: Trie;
  readonly scratch: Scratch;
  /** What looks like a file or an address in its terms and exceptions, folded; more where entries went since. */
  readonly names: ReadonlySet<string>;
  /**
   * What the words that lead to a state can be read as: one reading a concept and part of speech, as far as their
   * capitals fit.
   */
  readonly readingsAt: (state: number, written: () => string) => readonly Reading[];
  /** The entries that they can stand for, whatever their capitals. */
  readonly conceptsAt: (state: number) => readonly Concept[];
  /** The entries that they are an exception of. */
  readonly exceptedAt: (state: number) => readonly Concept[];
}

/** What tells of the states of a trie whose they are. */
type StateReaders = Pick<IndexPart, 'readingsAt' | 'conceptsAt' | 'exceptedAt'>;

/** What the forms of some entries are made of. */
export interface FormSources {
  readonly language: Language;
  readonly verbs: Verbs;
  /** The forms themselves, where they were made before; null where they were not. */
  readonly sealed: SealedForms | null;
  /** The forms of the first of them, or of other entries; null where nothing was begun. */
  readonly begun: FormsBuilder | null;
}

export function* partSlices(concepts: readonly Concept[], sources: FormSources): Slices<IndexPart> {
  const { language, verbs, sealed } = sources;
  const owners = ownersOf(concepts, language);
  const { words, trie } = sealed ?? (yield* formSlices(concepts, sources));
  const names = wordlessNamesIn(textsOf(concepts, language));
  return {
    concepts,
    owners,
    words,
    trie,
    scratch: createScratch(),
    names,
    ...createReaders(trie, owners, verbs),
  };
}

function* textsOf(concepts: readonly Concept[], language: Language): Generator<string> {
  for (const concept of concepts) {
    for (const { text, forms } of concept[language]) yield* [text, ...forms];
    yield* exceptionsOf(concept, language);
  }
}

function* formSlices(concepts: readonly Concept[], { language, verbs, begun }: FormSources): Slices<SealedForms> {
  const isOfThem = begun?.taken.every((concept, i) => concept === concepts[i]) === true;
  const builder = isOfThem ? begun : createFormsBuilder(language, verbs);
  yield* builder.add(concepts.slice(builder.taken.length));
  return builder.seal();
}

export function createReaders(trie: Trie, owners: Owners, verbs: Verbs): StateReaders {
  return {
    readingsAt: createReader(trie, owners, verbs),
    conceptsAt: createEntries(trie, owners, (term) => term !== null),
    exceptedAt: createEntries(trie, owners, (term) => term === null),
  };
}

/**
 * Tells whose the words are that lead to a state; found once, as such words come again and again.
 *
 * @param counts by one of its terms, or by null for its exceptions
 */
function createEntries(
  trie: Trie,
  { concepts, terms }: Owners,
  counts: (term: Term | null) => boolean,
): IndexPart['conceptsAt'] {
  const known = new Map<number, readonly Concept[]>();
  return (state) => {
    const found =
      known.get(state) ??
      valuesAt(trie, state)
        .map(ownerOf)
        .flatMap((number) => (counts(terms[number] ?? null) ? (concepts[number] ?? []) : []));
    known.set(state, found);
    return found;
  };
}

/** Reads the values of a state; once, where their capitals do not matter. A reading is the same object in all texts. */
function createReader(trie: Trie, { concepts, terms }: Owners, verbs: Verbs): IndexPart['readingsAt'] {
  const fits = createCapitalsCheck(verbs);
  const settled = new Map<number, readonly Reading[]>();
  const byValue = new Map<number, Reading>();
  const readingOf = (value: number, concept: Concept, term: Term) => {
    const reading = byValue.get(value) ?? { concept, term, kind: FORM_KINDS[value % KINDS] ?? 'as written' };
    byValue.set(value, reading);
    return reading;
  };
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
      if (fits(term, written)) readings.push(readingOf(value, concept, term));
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
    if (!term.caseExact) return hasAcronymsOf(term.text, written()) || isListed(term, written());
    const forms = wanted.get(term) ?? new Set(formsOf(term, verbs).map(({ text }) => foldKeepingCase(text)));
    wanted.set(term, forms);
    return forms.has(foldKeepingCase(withoutOptional(written(), term.language)));
  };
}

/** A form that an entry lists is found though it has other acronyms than the term: ISO/CEI 5259 beside ISO/IEC 5259. */
function isListed({ forms }: Term, written: string): boolean {
  return forms.length > 0 && forms.some((form) => foldKeepingCase(form) === foldKeepingCase(written));
}

/** “modèle d’IA” is not “modèle d’ia”. */
function hasAcronymsOf(term: string, written: string): boolean {
  const words = foldKeepingCase(undotted(written)).split(/[^\p{L}\p{N}]+/u);
  return term
    .split(/[^\p{L}\p{N}]+/u)
    .filter(hasInnerCapitals)
    .every((acronym) => words.includes(acronym) || words.includes(`${acronym}s`));
}
