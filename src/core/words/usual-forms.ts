/** The forms of a French term that somebody who knows French would write, for whoever is told them one by one. */

import type { Term } from '../model/concept.ts';
import { type Form, type FormKind, FormSet } from '../model/form.ts';
import { lowerCase } from '../text/characters.ts';
import { isAcronym } from './acronyms.ts';
import { type Agreement, agreementOf, type Role, rolesOf } from './agreement.ts';
import {
  adjectiveForms,
  apposed,
  BORROWED,
  femininesOfPart,
  inflectAt,
  isPerson,
  pluralsOfPart,
  wordsOf,
} from './french-forms.ts';
import { isFrenchPlural } from './french-number.ts';

/**
 * The forms of a noun or an adjective, each in the spelling of the entry: numbers and genders, none that is only found
 * because nobody can tell what a word agrees with, and none of a verb.
 */
export function usualFrenchForms(term: Term): Form[] {
  const set = new FormSet();
  set.add(term.text, 'as written');
  for (const form of term.forms) set.add(form, 'listed');
  for (const [text, kind] of inflections(term)) set.add(text, kind);
  return set.list();
}

function inflections({ text, partOfSpeech }: Term): [string, FormKind][] {
  if (partOfSpeech === 'adjective') return adjectiveForms(text).filter(([, kind]) => kind !== 'inclusive');
  if (partOfSpeech !== 'noun') return [];
  return isAcronym(text) ? [[`${text}s`, 'plural']] : nounForms(text);
}

/** Words beside a noun that agree with nothing. */
const UNCHANGING = /(?:^|\s)(?:avant|après|arrière)(?:\s|$)/;

function nounForms(phrase: string): [string, FormKind][] {
  const parts = wordsOf(phrase);
  const isLoan = BORROWED.has(lowerCase(parts[0] ?? '')) && parts.length > 1;
  if (isLoan || UNCHANGING.test(phrase) || isFrenchPlural(parts[0] ?? '')) return [];
  const roles = rolesOf(parts);
  const agreement = untilLoan(agreementOf(roles, roles.length), parts);
  const { head } = agreement;
  const beside = apposed(parts, head);
  const heads = beside.length > 0 ? beside : inflectAt(parts, head, usualPlurals);
  const plurals = heads.flatMap((plural) => [plural, ...tailed(plural, agreement, roles)]);
  return [...plurals.map((text): [string, FormKind] => [text, 'plural']), ...personForms(parts, head)];
}

/** A letter has no plural of its own: n-grammes. */
function usualPlurals(word: string): string[] {
  return word.length === 1 ? [word] : pluralsOfPart(word);
}

/** Of “modèle open source” the words from the loan on stay as they are. */
function untilLoan(agreement: Agreement, parts: readonly string[]): Agreement {
  const loan = parts.findIndex((part, i) => i > 0 && BORROWED.has(lowerCase(part)));
  return loan < 0 ? agreement : { head: agreement.head & (2 ** (loan / 2) - 1), tail: 0, complement: 0 };
}

/**
 * The plural with the adjective behind “de” and a noun, where that may go with the head: modèles de langage géants.
 * Behind any other complement it goes with that: recherches en intelligence artificielle.
 */
function tailed(plural: string, { tail }: Agreement, roles: readonly Role[]): string[] {
  const last = roles.length - 1;
  const isNoun = (role: Role | undefined) => role === 'word' || role === 'countable';
  const isOpen = tail === 2 ** last && roles[last - 2] === 'of' && isNoun(roles[last - 1]) && isNoun(roles[last]);
  return isOpen ? inflectAt(wordsOf(plural), tail, pluralsOfPart) : [];
}

/** Chercheuse en IA, agentes conversationnelles: of a phrase that opens with the person. */
function personForms(parts: readonly string[], head: number): [string, FormKind][] {
  if (!isPerson(parts[0] ?? '')) return [];
  const feminines = inflectAt(parts, head, femininesOfPart);
  const plurals = feminines.flatMap((text) => inflectAt(wordsOf(text), head, pluralsOfPart));
  return [
    ...feminines.map((text): [string, FormKind] => [text, 'feminine']),
    ...plurals.map((text): [string, FormKind] => [text, 'feminine plural']),
  ];
}
