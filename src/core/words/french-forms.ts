import type { Term } from '../model/concept.ts';
import { type Form, type FormKind, FormSet } from '../model/form.ts';
import { hasCapitals, lowerCase } from '../text/characters.ts';
import { dotted, isAcronym } from './acronyms.ts';
import { type Agreement, agreementOf, countablePlural, inflects, MOST_WORDS, type Role, rolesOf } from './agreement.ts';
import { compoundPlurals, contractions } from './french-compounds.ts';
import { frenchFeminines, frenchPlurals, hasReformed, IRREGULAR_WORDS, reformedSpelling } from './french-inflection.ts';
import { verbPhraseForms } from './french-verb-phrases.ts';
import { PERSONS, personFeminines } from './persons.ts';
import { AS_HYPHENED, HYPHENED, spellings } from './spelling.ts';
import type { Verbs } from './verbs.ts';

/**
 * First words of phrases borrowed whole from English, of which only the last word takes the plural: data scientists.
 */
export const BORROWED: ReadonlySet<string> = new Set(
  'big chat cloud data deep edge few fine hedge open prompt smart soft start web zero'.split(' '),
);
/** A noun that qualifies another without agreeing: fonctions objectif, apprentissages machine. */
const APPOSED = new Set(['objectif', 'machine', 'cosinus', 'fondation', 'clé', 'source', 'cible', 'pilote', 'test']);

/** Prefixes that French writes closed or with a hyphen: préentraîné, pré-entraîné. */
const PREFIXES =
  /(?<![^ ])(?:auto|bio|co(?=[adefhoptvéè])|cyber|géo|hyper|inter|micro|macro|méta|mono|multi|nano|neuro|non|post|pré|rétro|semi|super|sur|ultra|vidéo)(?=\p{L}{4})/iu;

/**
 * Every form a French term takes in running text, by its part of speech: number and gender, agreement
 * inside a phrase, conjugation, hyphen, space or closed spelling, the spelling of 1990.
 */
export function frenchForms(term: Term, verbs: Verbs): Form[] {
  const set = new FormSet();
  const written: [string, FormKind][] = [[term.text, 'as written'], ...inflections(term, verbs)];
  const all = written.flatMap(([text, kind]) => [[text, kind] as const, ...contracted(text, kind)]);
  for (const [text, kind] of all) set.add(text, kind);
  for (const form of term.forms) set.add(form, 'listed');
  const borrowed = BORROWED.has(lowerCase(term.text.split(' ', 1)[0] ?? ''));
  for (const [text, kind] of all) {
    if (kind === 'inclusive' || (!borrowed && isWrittenOneWay(text))) continue;
    for (const variant of [...spellings(text, prefixLength, borrowed ? HYPHENED : AS_HYPHENED), ...dotted(text)]) {
      set.add(variant, kind === 'as written' ? 'spelling' : kind);
      set.add(reformedSpelling(variant), kind === 'as written' ? 'spelling' : kind);
    }
  }
  return set.list();
}

/** Whether a form has no sign, prefix or letter for which there is another spelling: nearly all of a verb. */
function isWrittenOneWay(form: string): boolean {
  return !(
    form.includes('-') ||
    form.includes('non ') ||
    hasCapitals(form) ||
    PREFIXES.test(form) ||
    hasReformed(form)
  );
}

function contracted(text: string, kind: FormKind): [string, FormKind][] {
  return contractions(text).map((form) => [form, kind === 'as written' ? 'spelling' : kind]);
}

/**
 * Words with which a phrase of small letters has forms of its own: loans, apposed nouns, irregular plurals, persons.
 */
export const UNPLAIN_WORDS: readonly string[] = [...BORROWED, ...APPOSED, ...IRREGULAR_WORDS, ...PERSONS];

function prefixLength(word: string): number {
  return PREFIXES.exec(word)?.[0].length ?? 0;
}

/** Whether a phrase of small letters has no spelling but its own. */
export function isPlainPhrase(phrase: string): boolean {
  return !PREFIXES.test(phrase) && !/(^| )non /.test(phrase) && contractions(phrase).length === 0;
}

function inflections(term: Term, verbs: Verbs): [string, FormKind][] {
  if (isAcronym(term.text)) return term.partOfSpeech === 'properNoun' ? [] : [[`${term.text}s`, 'plural']];
  switch (term.partOfSpeech) {
    case 'noun':
      return nounForms(term.text);
    case 'adjective':
      return adjectiveForms(term.text);
    case 'verb':
      return verbPhraseForms(term.text, verbs).map((form) => [form, 'conjugated']);
    default:
      return [];
  }
}

/** The words of a phrase with what stands between them: `["réseau", " ", "de", " ", "neurones"]`. */
export function wordsOf(phrase: string): string[] {
  return phrase.split(/([\s’'ʼ‘-]+)/);
}

/**
 * Plurals of a noun phrase: of the head, and of the adjectives behind its complement or not; feminines where it is for
 * a person; and all of them with a complement in the plural.
 */
function nounForms(phrase: string): [string, FormKind][] {
  const parts = wordsOf(phrase);
  const roles = rolesOf(parts);
  const agreement = agreementOf(roles, roles.length);
  const forms: [string, FormKind][] = [
    ...pluralPhrases(parts, roles, agreement).map((text): [string, FormKind] => [text, 'plural']),
    ...personForms(parts, agreement),
  ];
  if (agreement.complement === 0) return forms;
  const other = (word: string) => [countablePlural(word) ?? word];
  const written: [string, FormKind][] = [[phrase, 'spelling'], ...forms];
  return [...forms, ...written.flatMap(([text, kind]) => inflected(wordsOf(text), agreement.complement, other, kind))];
}

function pluralPhrases(parts: readonly string[], roles: readonly Role[], { head, tail }: Agreement): string[] {
  const plurals = inflectAt(parts, BORROWED.has(lowerCase(parts[0] ?? '')) ? lastOf(head) : head, pluralsOfPart);
  const tails = tail === 0 ? [] : plurals.flatMap((plural) => inflectAt(wordsOf(plural), tail, pluralsOfPart));
  const compounds = compoundPlurals(parts, roles, head).flatMap((set) => inflectAt(parts, set, pluralsOfPart));
  return [...new Set([...plurals, ...tails, ...apposed(parts, head), ...hyphenated(parts), ...compounds])];
}

/** Chercheuse en IA, ingénieures logiciel, développeuse indépendante. */
function personForms(parts: readonly string[], agreement: Agreement): [string, FormKind][] {
  const { head } = agreement;
  const at = parts.findIndex((word, i) => i % 2 === 0 && (head & (1 << (i / 2))) !== 0 && isPerson(word));
  if (at < 0) return [];
  const bit = 1 << (at / 2);
  const feminine = [head, bit].flatMap((set) => inflectAt(parts, set, femininesOfPart));
  return [
    ...feminine.map((text): [string, FormKind] => [text, 'feminine']),
    ...feminine.flatMap((text) => inflected(wordsOf(text), head, pluralsOfPart, 'feminine plural')),
    ...inflected(parts, bit, (word) => femininesOfPart(word).flatMap((one) => inclusiveForms(word, one)), 'inclusive'),
  ];
}

export function isPerson(word: string): boolean {
  return personFeminines(lowerCase(word)).length > 0;
}

export function femininesOfPart(word: string): readonly string[] {
  if (isAcronym(word) || /\d/.test(word)) return [word];
  const persons = personFeminines(lowerCase(word));
  return persons.length > 0 ? persons : frenchFeminines(word);
}

function inflected(
  parts: readonly string[],
  at: number,
  inflect: (word: string) => readonly string[],
  kind: FormKind,
): [string, FormKind][] {
  return inflectAt(parts, at, inflect).map((text) => [text, kind]);
}

/** All positions of words. */
function everyOf(parts: readonly string[]): number {
  return 2 ** Math.min(MOST_WORDS, (parts.length + 1) / 2) - 1;
}

/** The last position of a set. */
function lastOf(set: number): number {
  return set === 0 ? 0 : 1 << (31 - Math.clz32(set));
}

export function apposed(parts: readonly string[], head: number): string[] {
  const last = lastOf(head);
  if (head === last || !APPOSED.has(parts[2 * Math.log2(last)] ?? '')) return [];
  return inflectAt(parts, head & ~last, pluralsOfPart);
}

/** Of a word with hyphens one part may be the one that agrees: bains-marie, tout-petits, arrière-grands-pères. */
function hyphenated(parts: readonly string[]): string[] {
  if (parts.length < 3 || parts.some((part) => /\s/.test(part))) return [];
  const all = everyOf(parts);
  return [1, lastOf(all), all & ~1].flatMap((at) => inflectAt(parts, at, pluralsOfPart));
}

/** Codes, acronyms and figures do not inflect inside a phrase: score F1, modèle IA. */
export function pluralsOfPart(word: string): string[] {
  const fixed = isAcronym(word) || /\d/.test(word) || word === '';
  return fixed ? [word] : frenchPlurals(word);
}

/** The phrase with the words at these positions inflected, in every way there is; at most 12. */
export function inflectAt(
  parts: readonly string[],
  at: number,
  inflect: (word: string) => readonly string[],
): string[] {
  let phrases = [''];
  for (let i = 0; i < parts.length; i += 1) {
    const agrees = i % 2 === 0 && (at & (1 << (i / 2))) !== 0;
    const words = agrees ? inflect(parts[i] as string) : [parts[i] as string];
    if (words.length === 1) phrases = phrases.map((start) => start + words[0]);
    else phrases = phrases.flatMap((start) => words.map((word) => start + word)).slice(0, 12);
  }
  return phrases;
}

export function adjectiveForms(phrase: string): [string, FormKind][] {
  const parts = wordsOf(phrase);
  const roles = rolesOf(parts);
  if (roles.length > 1 && (roles[0] === 'preposition' || roles[0] === 'of')) return [];
  const agreeing = agreeingAdjectives(parts, roles);
  const of = (inflect: (word: string) => readonly string[], kind: FormKind): [string, FormKind][] =>
    agreeing.flatMap((at) => inflected(parts, at, inflect, kind));
  return [
    ...of(frenchPlurals, 'masculine plural'),
    ...of(frenchFeminines, 'feminine'),
    ...of((word) => frenchFeminines(word).flatMap(frenchPlurals), 'feminine plural'),
    ...of((word) => frenchFeminines(word).flatMap((feminine) => inclusiveForms(word, feminine)), 'inclusive'),
  ];
}

/** Sets of words that agree: libre et ouvert, entièrement connecté; of a word with hyphens the last part or all. */
function agreeingAdjectives(parts: readonly string[], roles: readonly Role[]): number[] {
  const all = everyOf(parts);
  if (all === 1) return [1];
  const isOpenedByAdverb = roles[0] === 'in -ment' && inflects(roles[1] as Role);
  const { head, tail } = agreementOf(isOpenedByAdverb ? ['invariable', ...roles.slice(1)] : roles, roles.length);
  if (!parts.some((part) => /\s/.test(part))) return [lastOf(all), head];
  return roles.includes('conjunction') ? [head | tail] : [head];
}

/**
 * The feminine ending behind a comma, as dictionaries have it: privilégié, -e; régulateur, -trice. Endings behind a dot
 * or in brackets (supervisé·e·s) are no forms: the matcher reads them as part of any word.
 */
function inclusiveForms(masculine: string, feminine: string): string[] {
  if (feminine === masculine) return [];
  const stem = sharedLength(masculine, feminine);
  const endings = [feminine.slice(stem), feminine.slice(Math.max(0, stem - 1))];
  return endings.flatMap((ending) => [`${masculine}, -${ending}`, `${masculine}s, -${ending}s`]);
}

/** How many letters two words begin with alike. */
function sharedLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
