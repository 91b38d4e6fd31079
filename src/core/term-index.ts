import { type Concept, hasInnerCapitals, type Language, type Term } from './concept.ts';
import { englishForms } from './english.ts';
import type { Form } from './form.ts';
import { frenchForms } from './french.ts';
import { tokenize, type WordNumber } from './tokens.ts';
import { createTrie } from './trie.ts';
import { createWordTable } from './word-table.ts';

/** One way to read a match: this form of this term of this concept. */
export interface Reading {
  readonly concept: Concept;
  readonly term: Term;
  readonly form: Form;
  /** The capitals that a match must have: none, those of the acronyms in it, or all. */
  readonly capitals: 'any' | 'acronyms' | 'exact';
}

/** A phrase that swallows the matches of one concept inside it. */
interface Exception {
  readonly concept: Concept;
}

/** The terms of one language, ready to be found in any text. Opaque to all but the matcher. */
export interface TermIndex {
  readonly language: Language;
  readonly numberOf: WordNumber;
  readonly step: (state: number, word: number) => number;
  readonly isEnd: (state: number) => boolean;
  readonly readingsAt: (state: number) => readonly Reading[];
  /** Concepts that a phrase ending at this state is an exception of. */
  readonly exceptionsAt: (state: number) => readonly Concept[];
}

function capitalsOf({ caseExact, text }: Term): Reading['capitals'] {
  if (caseExact) return 'exact';
  return text.split(/[^\p{L}\p{N}]+/u).some(hasInnerCapitals) ? 'acronyms' : 'any';
}

/** All forms of a term in its language. */
export function formsOf(term: Term): Form[] {
  return term.language === 'fr' ? frenchForms(term) : englishForms(term);
}

/** Generates every form of every term of a language and builds the index over them. */
export function buildTermIndex(concepts: readonly Concept[], language: Language): TermIndex {
  const words = createWordTable();
  const trie = createTrie();
  const entries: (Reading | Exception)[] = [];
  const insert = (text: string, entry: Reading | Exception) => {
    const tokens = tokenize(text.normalize('NFC'), words.add);
    if (tokens.count > 0) trie.add([...tokens.words.subarray(0, tokens.count)], entries.push(entry) - 1);
  };
  for (const concept of concepts) {
    for (const term of concept[language]) {
      const capitals = capitalsOf(term);
      for (const form of formsOf(term)) insert(form.text, { concept, term, form, capitals });
    }
    if (language === 'fr') for (const phrase of concept.except) insert(phrase, { concept });
  }
  const at = (state: number) => trie.valuesAt(state).map((value) => entries[value] as Reading | Exception);
  return {
    language,
    numberOf: words.find,
    step: trie.step,
    isEnd: trie.isEnd,
    readingsAt: (state) => at(state).filter((entry): entry is Reading => 'form' in entry),
    exceptionsAt: (state) => at(state).flatMap((entry) => ('form' in entry ? [] : [entry.concept])),
  };
}
