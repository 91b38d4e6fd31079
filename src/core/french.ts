import { isAcronym, type Term } from './concept.ts';
import { type Form, type FormKind, FormSet } from './form.ts';
import { frenchConjugation } from './french-verbs.ts';
import { frenchFeminines, frenchPlurals, reformedSpelling } from './french-words.ts';
import { spellings } from './spelling.ts';

/** Words that open a complement; what follows them does not agree with the head of the phrase. */
const PREPOSITIONS = new Set(
  'de du des d à au aux en par pour sur sous avec sans dans entre vers chez contre selon et ou of the'.split(' '),
);
/** Adverbs and prefixes inside a phrase; they never agree: apprentissages non supervisés. */
const INVARIABLE = new Set([
  'non',
  'quasi',
  'très',
  'plus',
  'moins',
  'bien',
  'peu',
  'semi',
  'ultra',
  'auto',
  'multi',
  'pré',
]);
/** First words of phrases borrowed whole from English, of which only the last word takes the plural: data scientists. */
const BORROWED =
  /^(big|chat|cloud|data|deep|edge|few|fine|hedge|machine learning|open|prompt|smart|soft|start|web|zero)$/;
const DETERMINERS = new Set(['le', 'la', 'les', 'l', 'un', 'une', 'des']);
/** Prefixes that French writes closed or with a hyphen: préentraîné, pré-entraîné. */
const PREFIXES =
  /^(auto|bio|co|cyber|géo|hyper|inter|micro|macro|méta|mono|multi|nano|neuro|non|post|pré|rétro|semi|sous|super|sur|télé|trans|ultra|vidéo)(?=\p{L}{4})/iu;

/**
 * Every form a French term takes in running text, by its part of speech: number and gender, agreement
 * inside a phrase, conjugation, hyphen, space or closed spelling, the spelling of 1990.
 */
export function frenchForms(term: Term): Form[] {
  const set = new FormSet();
  const inflected: [string, FormKind][] = [[term.text, 'as written'], ...inflections(term)];
  for (const [text, kind] of inflected) set.add(text, kind);
  for (const form of term.forms) set.add(form, 'listed');
  const borrowed = BORROWED.test(term.text.split(' ', 1)[0]?.toLowerCase() ?? '');
  for (const [text, kind] of inflected) {
    for (const variant of spellings(text, PREFIXES, borrowed)) {
      set.add(variant, kind === 'as written' ? 'spelling' : kind);
      set.add(reformedSpelling(variant), kind === 'as written' ? 'spelling' : kind);
    }
  }
  return set.list();
}

function inflections(term: Term): [string, FormKind][] {
  if (isAcronym(term.text)) return term.partOfSpeech === 'properNoun' ? [] : [[`${term.text}s`, 'plural']];
  switch (term.partOfSpeech) {
    case 'noun':
      return nounForms(term.text);
    case 'adjective':
      return adjectiveForms(term.text);
    case 'verb':
      return verbForms(term.text);
    default:
      return [];
  }
}

/** The words of a phrase with what stands between them: `["réseau", " ", "de", " ", "neurones"]`. */
function wordsOf(phrase: string): string[] {
  return phrase.split(/([\s’'ʼ‘-]+)/);
}

/**
 * Plurals of a noun phrase. The head and the adjectives beside it agree; the complement (de, à, en …) stays
 * as written; an adjective after the complement goes with either, so both readings are forms.
 *
 *     grand modèle  de langage  géant
 *     ^^^^^^^^^^^^  -----------  ^^^^^   grands modèles de langage géants / géant
 */
function nounForms(phrase: string): [string, FormKind][] {
  const parts = wordsOf(phrase);
  const head: number[] = [];
  const tail: number[] = [];
  let complementWords = -1;
  for (let i = 0; i < parts.length; i += 2) {
    const word = (parts[i] ?? '').toLowerCase();
    if (i > 0 && PREPOSITIONS.has(word)) complementWords = 0;
    else if (complementWords < 0) head.push(i);
    else if (!DETERMINERS.has(word)) {
      if (complementWords > 0) tail.push(i);
      complementWords += 1;
    }
  }
  const plurals = inflectAt(parts, agreeingWords(parts, head), pluralsOfPart);
  const tails = tail.length === 0 ? [] : plurals.flatMap((plural) => inflectAt(wordsOf(plural), tail, pluralsOfPart));
  const forms = new Set([...plurals, ...tails, ...apposed(parts, head), ...hyphenated(parts)]);
  return [...forms].map((text) => [text, 'plural']);
}

/** The words of the head that take the plural. */
function agreeingWords(parts: readonly string[], head: readonly number[]): readonly number[] {
  if (BORROWED.test((parts[0] ?? '').toLowerCase())) return head.slice(-1);
  const agreeing = head.filter((i) => !INVARIABLE.has((parts[i] ?? '').toLowerCase()));
  return head.length === 1 ? head : agreeing;
}

/** A noun that qualifies another without agreeing: fonctions objectif, apprentissages machine. */
const APPOSED = new Set(['objectif', 'machine', 'cosinus', 'fondation', 'clé', 'source', 'cible', 'pilote', 'test']);

function apposed(parts: readonly string[], head: readonly number[]): string[] {
  const last = head.at(-1) ?? 0;
  if (head.length < 2 || !APPOSED.has(parts[last] ?? '')) return [];
  return inflectAt(parts, head.slice(0, -1), pluralsOfPart);
}

/** Of a word with hyphens one part may be the one that agrees: bains-marie, tout-petits, arrière-grands-pères. */
function hyphenated(parts: readonly string[]): string[] {
  if (parts.length < 3 || parts.some((part) => /\s/.test(part))) return [];
  const words = [...parts.keys()].filter((i) => i % 2 === 0);
  return [words.slice(0, 1), words.slice(-1), words.slice(1)].flatMap((at) => inflectAt(parts, at, pluralsOfPart));
}

/** Codes, acronyms and figures do not inflect inside a phrase: score F1, modèle IA. */
function pluralsOfPart(word: string): string[] {
  const fixed = isAcronym(word) || /\d/.test(word) || word === '';
  return fixed ? [word] : frenchPlurals(word);
}

/** The phrase with the words at these places inflected, in every way there is; at most 12. */
function inflectAt(parts: readonly string[], at: readonly number[], inflect: (word: string) => string[]): string[] {
  let phrases = [''];
  for (let i = 0; i < parts.length; i += 1) {
    const words = at.includes(i) ? inflect(parts[i] as string) : [parts[i] as string];
    if (words.length === 1) phrases = phrases.map((start) => start + words[0]);
    else phrases = phrases.flatMap((start) => words.map((word) => start + word)).slice(0, 12);
  }
  return phrases;
}

function adjectiveForms(phrase: string): [string, FormKind][] {
  const parts = wordsOf(phrase);
  const words = [...parts.keys()].filter((i) => i % 2 === 0);
  const spaced = parts.some((part) => /\s/.test(part));
  if (spaced && PREPOSITIONS.has((parts[0] ?? '').toLowerCase())) return [];
  const agreeing = spaced || words.length === 1 ? [words.slice(-1)] : [words.slice(-1), words];
  const of = (inflect: (word: string) => string[], kind: FormKind): [string, FormKind][] =>
    agreeing.flatMap((at) => inflectAt(parts, at, inflect)).map((form) => [form, kind]);
  return [
    ...of(frenchPlurals, 'masculine plural'),
    ...of(frenchFeminines, 'feminine'),
    ...of((word) => frenchFeminines(word).flatMap(frenchPlurals), 'feminine plural'),
    ...of((word) => frenchFeminines(word).flatMap((feminine) => inclusiveForms(word, feminine)), 'inclusive'),
  ];
}

/** Inclusive writing with a middle dot, a full stop or brackets: supervisé·e·s, supervisé.e.s, supervisé(e)s. */
function inclusiveForms(masculine: string, feminine: string): string[] {
  if (!feminine.startsWith(masculine) || feminine === masculine) return [];
  const ending = feminine.slice(masculine.length);
  return ['·', '.', '-']
    .flatMap((sign) => [`${masculine}${sign}${ending}`, `${masculine}${sign}${ending}${sign}s`])
    .concat(`${masculine}(${ending})`, `${masculine}(${ending})s`);
}

function verbForms(phrase: string): [string, FormKind][] {
  const parts = wordsOf(phrase);
  const [verb = '', ...rest] = parts;
  return frenchConjugation(verb).map((form) => [[form, ...rest].join(''), 'conjugated']);
}
