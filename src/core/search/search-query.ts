import type { Glossary } from '../checks/glossary/check-glossary.ts';
import { findTerms, type TermMatch } from '../matcher/match.ts';
import { type Concept, isAccepted, type Language, type Term } from '../model/concept.ts';
import { readPlain } from '../text/reading.ts';
import { formsOf } from '../words/forms.ts';
import { wordsOf } from './word-numbers.ts';

/** Words in a row. */
export type Phrase = readonly string[];

/** One thing that a paragraph has to have, on either side. */
export interface Sought {
  /** As it was asked for. */
  readonly text: string;
  /** Any of these will do, by side. */
  readonly phrases: Readonly<Record<Language, readonly Phrase[]>>;
  /** Entries of which all forms are sought, as this is one of them. */
  readonly concepts: readonly Concept[];
}

/** Entries that one word may stand for, and forms of all of them in a language. */
const MOST_CONCEPTS = 10;
const MOST_FORMS = 1000;
/** Things sought at once; the bits of a number hold one each. */
const MOST_SOUGHT = 30;

/**
 * What a query asks for: what stands in quotation marks word by word, terms of the glossary in all their forms, and any
 * other word as it is. Empty where it has no word.
 */
export function readQuery(query: string, glossary: Glossary): Sought[] {
  const parts = query.split(/["“”«»]/);
  const sought = parts.flatMap((part, i) => (i % 2 === 1 ? exactly(part) : soughtIn(part, glossary)));
  return sought.slice(0, MOST_SOUGHT);
}

/** What stands for a concept: all forms of all its terms. */
export function soughtConcept(concept: Concept, glossary: Glossary): Sought {
  return inAllForms('', [concept], glossary);
}

function exactly(text: string): Sought[] {
  const phrase = wordsOf(text);
  return phrase.length === 0 ? [] : [{ text: text.trim(), phrases: { fr: [phrase], en: [phrase] }, concepts: [] }];
}

function exactWord(word: string): Sought {
  return { text: word, phrases: { fr: [[word]], en: [[word]] }, concepts: [] };
}

/** A term of either language, as a query has it. */
interface TermAsked {
  readonly start: number;
  readonly end: number;
  readonly concepts: readonly Concept[];
}

function soughtIn(text: string, glossary: Glossary): Sought[] {
  const sought: Sought[] = [];
  let at = 0;
  for (const { start, end, concepts } of termsIn(text, glossary)) {
    if (start < at) continue;
    for (const word of wordsOf(text.slice(at, start))) sought.push(exactWord(word));
    sought.push(inAllForms(text.slice(start, end), concepts, glossary));
    at = end;
  }
  for (const word of wordsOf(text.slice(at))) sought.push(exactWord(word));
  return sought;
}

/** By start, the longest first; what both languages have is one. */
function termsIn(text: string, { indexes }: Glossary): TermAsked[] {
  const asked = new Map<string, TermAsked>();
  const add = ({ start, end, readings }: TermMatch, suits: (term: Term) => boolean) => {
    const concepts = readings.filter(({ term }) => suits(term)).map(({ concept }) => concept);
    const known = asked.get(`${start} ${end}`)?.concepts ?? [];
    const all = [...new Set([...known, ...concepts])].slice(0, MOST_CONCEPTS);
    if (all.length > 0) asked.set(`${start} ${end}`, { start, end, concepts: all });
  };
  const plain = readPlain(text);
  for (const match of findTerms(plain, indexes.fr)) add(match, () => true);
  for (const match of findTerms(plain, indexes.en)) add(match, isAccepted);
  return [...asked.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

function inAllForms(text: string, concepts: readonly Concept[], { verbs }: Glossary): Sought {
  const own = wordsOf(text);
  const formsIn = (language: Language, suits: (term: Term) => boolean) => {
    const terms = concepts.flatMap((concept) => concept[language].filter(suits));
    const forms = terms.flatMap((term) => formsOf(term, verbs).map((form) => wordsOf(form.text)));
    const phrases = [own, ...forms].filter((phrase) => phrase.length > 0);
    return [...new Map(phrases.map((phrase) => [phrase.join(' '), phrase])).values()].slice(0, MOST_FORMS);
  };
  return { text, phrases: { fr: formsIn('fr', () => true), en: formsIn('en', isAccepted) }, concepts };
}
