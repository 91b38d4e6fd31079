import type { Term } from '../model/concept.ts';
import { type Form, type FormKind, FormSet } from '../model/form.ts';
import { lowerCase } from '../text/characters.ts';
import { isAcronym } from './acronyms.ts';
import { agreementOf, MOST_WORDS, roleOf } from './agreement.ts';
import { frenchFeminines, frenchPlurals, IRREGULAR_WORDS, reformedSpelling } from './french-inflection.ts';
import { verbPhraseForms } from './french-verb-phrases.ts';
import { spellings } from './spelling.ts';
import type { Verbs } from './verbs.ts';

/** First words of phrases borrowed whole from English, of which only the last word takes the plural: data scientists. */
const BORROWED = new Set(
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
  const inflected: [string, FormKind][] = [[term.text, 'as written'], ...inflections(term, verbs)];
  for (const [text, kind] of inflected) set.add(text, kind);
  for (const form of term.forms) set.add(form, 'listed');
  const borrowed = BORROWED.has(lowerCase(term.text.split(' ', 1)[0] ?? ''));
  for (const [text, kind] of inflected) {
    for (const variant of spellings(text, PREFIXES, borrowed)) {
      set.add(variant, kind === 'as written' ? 'spelling' : kind);
      set.add(reformedSpelling(variant), kind === 'as written' ? 'spelling' : kind);
    }
  }
  return set.list();
}

/** Words with which a phrase of small letters has forms of its own: loans, apposed nouns, irregular plurals. */
export const UNPLAIN_WORDS: readonly string[] = [...BORROWED, ...APPOSED, ...IRREGULAR_WORDS];

/** Whether a phrase of small letters has no spelling but its own. */
export function isPlainPhrase(phrase: string): boolean {
  return !PREFIXES.test(phrase) && !/(^| )non /.test(phrase);
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
function wordsOf(phrase: string): string[] {
  return phrase.split(/([\s’'ʼ‘-]+)/);
}

/** Plurals of a noun phrase: of the head, and of the adjectives behind its complement or not. */
function nounForms(phrase: string): [string, FormKind][] {
  const parts = wordsOf(phrase);
  const roles = parts.filter((_, i) => i % 2 === 0).map((word) => roleOf(lowerCase(word)));
  const { head, tail } = agreementOf(roles, roles.length);
  const plurals = inflectAt(parts, BORROWED.has(lowerCase(parts[0] ?? '')) ? lastOf(head) : head, pluralsOfPart);
  const tails = tail === 0 ? [] : plurals.flatMap((plural) => inflectAt(wordsOf(plural), tail, pluralsOfPart));
  const forms = new Set([...plurals, ...tails, ...apposed(parts, head), ...hyphenated(parts)]);
  return [...forms].map((text) => [text, 'plural']);
}

/** All positions of words. */
function everyOf(parts: readonly string[]): number {
  return 2 ** Math.min(MOST_WORDS, (parts.length + 1) / 2) - 1;
}

/** The last position of a set. */
function lastOf(set: number): number {
  return set === 0 ? 0 : 1 << (31 - Math.clz32(set));
}

function apposed(parts: readonly string[], head: number): string[] {
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
function pluralsOfPart(word: string): string[] {
  const fixed = isAcronym(word) || /\d/.test(word) || word === '';
  return fixed ? [word] : frenchPlurals(word);
}

/** The phrase with the words at these positions inflected, in every way there is; at most 12. */
function inflectAt(parts: readonly string[], at: number, inflect: (word: string) => string[]): string[] {
  let phrases = [''];
  for (let i = 0; i < parts.length; i += 1) {
    const agrees = i % 2 === 0 && (at & (1 << (i / 2))) !== 0;
    const words = agrees ? inflect(parts[i] as string) : [parts[i] as string];
    if (words.length === 1) phrases = phrases.map((start) => start + words[0]);
    else phrases = phrases.flatMap((start) => words.map((word) => start + word)).slice(0, 12);
  }
  return phrases;
}

function adjectiveForms(phrase: string): [string, FormKind][] {
  const parts = wordsOf(phrase);
  const all = everyOf(parts);
  const spaced = parts.some((part) => /\s/.test(part));
  if (spaced && roleOf(lowerCase(parts[0] ?? '')) === 'preposition') return [];
  const agreeing = spaced || all === 1 ? [lastOf(all)] : [lastOf(all), all];
  const of = (inflect: (word: string) => string[], kind: FormKind): [string, FormKind][] =>
    agreeing.flatMap((at) => inflectAt(parts, at, inflect)).map((form) => [form, kind]);
  return [
    ...of(frenchPlurals, 'masculine plural'),
    ...of(frenchFeminines, 'feminine'),
    ...of((word) => frenchFeminines(word).flatMap(frenchPlurals), 'feminine plural'),
    ...of((word) => frenchFeminines(word).flatMap((feminine) => inclusiveForms(word, feminine)), 'inclusive'),
  ];
}

/**
 * Inclusive writing with a middle dot, a full stop or brackets: supervisé·e·s, supervisé.e.s, supervisé(e)s; and the
 * feminine ending behind a comma, as dictionaries have it: privilégié, -e; régulateur, -trice.
 */
function inclusiveForms(masculine: string, feminine: string): string[] {
  if (feminine === masculine) return [];
  const stem = sharedLength(masculine, feminine);
  const endings = [feminine.slice(stem), feminine.slice(Math.max(0, stem - 1))];
  const behindComma = endings.flatMap((ending) => [`${masculine}, -${ending}`, `${masculine}s, -${ending}s`]);
  if (stem < masculine.length) return behindComma;
  const ending = endings[0] ?? '';
  return ['·', '.', '-']
    .flatMap((sign) => [`${masculine}${sign}${ending}`, `${masculine}${sign}${ending}${sign}s`])
    .concat(`${masculine}(${ending})`, `${masculine}(${ending})s`, behindComma);
}

/** How many letters two words begin with alike. */
function sharedLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
