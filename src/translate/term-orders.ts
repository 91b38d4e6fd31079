import type { TermPair } from '../core/changes/ports/engine.ts';
import { preferredRendering } from '../core/ledger/renderings.ts';
import { type Concept, isAccepted, type Term } from '../core/model/concept.ts';
import type { Form } from '../core/model/form.ts';
import { fold } from '../core/text/characters.ts';
import { isAcronym } from '../core/words/acronyms.ts';
import { isModifier } from '../core/words/countable.ts';
import { englishPluralOf } from '../core/words/english-forms.ts';
import { isFrenchPlural } from '../core/words/french-number.ts';
import { usualFrenchForms } from '../core/words/usual-forms.ts';
import { wordRuns } from './word-runs.ts';

/** What an engine may be told of a form. */
export interface Order extends TermPair {
  /** No other sense of the word is known. */
  readonly isSure: boolean;
}

/**
 * The orders for the terms of an entry that are no verbs: number for number, kind for kind.
 *
 * @param isMeant the text is known, and the entry is what its words mean there
 */
export function nounOrders(concept: Concept, isMeant: boolean): Order[] {
  const plurals = new Map<Term, string | null>();
  return concept.fr.flatMap((term) => {
    const english = renderingOfItsKind(concept, term);
    if (english === null || term.partOfSpeech === 'verb') return [];
    const isLoan = isPhrase(term.text) && concept.en.some(({ text }) => sameWords(text, term.text));
    const forms = formsAsWritten(term, isLoan).map((form) => ({ ...form, isPlural: isPlural(form, isLoan) }));
    const plural = plurals.get(english) ?? pluralFor(english, concept);
    plurals.set(english, plural);
    const told = plural === null ? forms.filter(({ kind }) => kind !== 'plural') : forms;
    const pairs = told.map((form) => ({
      source: form.text,
      target: form.isPlural ? (plural ?? english.text) : english.text,
    }));
    return ordersOf(pairs, concept, isMeant);
  });
}

/** The orders for the verbs of an entry that is what they mean. */
export function verbOrders(concept: Concept): Order[] {
  return concept.fr.flatMap((term) => {
    const english = renderingOfItsKind(concept, term);
    if (english === null || term.partOfSpeech !== 'verb') return [];
    return ordersOf([{ source: term.text, target: english.text }], concept, true);
  });
}

function ordersOf(pairs: readonly TermPair[], { except, unless }: Concept, isMeant: boolean): Order[] {
  const excepted = new Set(isMeant ? [] : except.flatMap((phrase) => wordRuns(fold(phrase))));
  return pairs
    .filter(({ source, target }) => !excepted.has(fold(source)) && !isVerbToo(source, target))
    .map((pair) => ({ ...pair, isSure: isMeant || unless.length === 0 }));
}

/** A loan in -er is a French verb as well: transformer, router. */
function isVerbToo(source: string, target: string): boolean {
  return /^\p{Ll}+er$/u.test(source) && source === target;
}

/**
 * The preferred English for a term, if it is a word of the same kind: a verb says nothing about how to write a noun.
 */
function renderingOfItsKind(concept: Concept, term: Term): Term | null {
  const english = preferredRendering(concept, term);
  if (english === undefined) return null;
  const kinds = [kindOf(term), kindOf(english)];
  return kinds[0] === kinds[1] || kinds.includes('other') ? english : null;
}

function kindOf({ partOfSpeech }: Term): Term['partOfSpeech'] {
  return partOfSpeech === 'properNoun' ? 'noun' : partOfSpeech;
}

/** A loan has the plural it has at home: model cards. */
function formsAsWritten(term: Term, isLoan: boolean): Form[] {
  if (!isLoan || term.partOfSpeech !== 'noun' || isAcronym(term.text)) return usualFrenchForms(term);
  const plural = englishPluralOf(term);
  const listed = term.forms.filter((form) => form !== plural).map((text): Form => ({ text, kind: 'listed' }));
  return [
    { text: term.text, kind: 'as written' },
    ...(plural === term.text ? [] : [{ text: plural, kind: 'plural' } as const]),
    ...listed,
  ];
}

function isPlural({ text, kind }: Form, isLoan: boolean): boolean {
  if (kind === 'plural' || kind === 'feminine plural' || kind === 'masculine plural') return true;
  if (kind === 'feminine' || isAcronym(text)) return false;
  const words = text.split(/[\s’'-]+/);
  return isFrenchPlural(words[0] ?? '') || (isLoan && isFrenchPlural(words.at(-1) ?? ''));
}

/**
 * The plural of a term; an acronym has one where what it stands for has: GPUs, but AI. Null for what is only one: a
 * name.
 */
function pluralFor(english: Term, { en }: Concept): string | null {
  const nouns = en.filter((term) => isAccepted(term) && term.partOfSpeech === 'noun');
  const long = nouns.filter(({ text }) => !isAcronym(text));
  if (isModifier(english.text) || nouns.some(isName)) return null;
  const isCounted = long.length === 0 || long.some((term) => englishPluralOf(term) !== term.text);
  return isAcronym(english.text) && !isCounted ? english.text : englishPluralOf(english);
}

/** “European Union”, “AI Act”: what has capitals throughout is one of its kind. */
function isName({ text }: Term): boolean {
  const words = text.split(/\s+/);
  const others = words.filter((word) => !isAcronym(word));
  return (
    words.length > 1 && others.length > 0 && others.every((word) => /^(?:\p{Lu}|(?:of|the|and|on|for)$)/u.test(word))
  );
}

function isPhrase(text: string): boolean {
  return /[\s-]/.test(text);
}

/** Whether two terms differ in capitals and hyphens at most. */
function sameWords(a: string, b: string): boolean {
  return fold(a).replaceAll('-', ' ') === fold(b).replaceAll('-', ' ');
}
