import type { Term } from '../model/concept.ts';
import { type Form, type FormKind, FormSet } from '../model/form.ts';
import { hasCapitals, lowerCase } from '../text/characters.ts';
import { dotted, isAcronym, undotted } from './acronyms.ts';
import { hasEnglishPlural } from './countable.ts';
import { englishPlurals } from './english-inflection.ts';
import { englishPrefixLength } from './english-prefixes.ts';
import { englishSpellings } from './english-spelling.ts';
import { englishVerbForms } from './english-verbs.ts';
import { HYPHENED, type Joints, spellings } from './spelling.ts';
import { NO_VERBS, type Verbs } from './verbs.ts';

const PREPOSITIONS = new Set(['of', 'for', 'in', 'on', 'to', 'with', 'by', 'from', 'at', 'as']);

/**
 * Every form an English term takes: plural of the head, -ing, -ed and -s of verbs,
 * hyphen, space or closed spelling, American and British spelling, acronyms with stops and without.
 */
export function englishForms(term: Term, verbs: Verbs, joints: Joints = HYPHENED): Form[] {
  const set = new FormSet();
  const inflected: [string, FormKind][] = [[term.text, 'as written'], ...inflections(term, verbs)];
  for (const [text, kind] of inflected) set.add(text, kind);
  for (const form of term.forms) set.add(form, 'listed');
  for (const [text, kind] of inflected) {
    for (const spelled of waysToSpell(text)) {
      for (const variant of spellings(spelled, englishPrefixLength, joints))
        set.add(variant, kind === 'as written' ? 'spelling' : kind);
    }
  }
  return set.list();
}

/** Whether a word of small letters is spelled in one way in any phrase, but for compounds with the word behind it. */
export function isSpelledOneWay(word: string): boolean {
  return word !== 'non' && englishPrefixLength(word) === 0 && englishSpellings(word).length === 1;
}

/** As either side of the Atlantic spells it, and its acronyms with stops and without. */
function waysToSpell(text: string): readonly string[] {
  const ways = englishSpellings(text);
  if (!hasCapitals(text)) return ways;
  return [...new Set([...ways, ...dotted(text), undotted(text)])];
}

/** A term and its inflections in both spellings, its words joined as written: enough for what is only looked for. */
export function englishInflections(term: Term, verbs: Verbs): string[] {
  const texts = [term.text, ...inflections(term, verbs).map(([text]) => text)];
  return [...new Set(texts.flatMap(englishSpellings))];
}

/**
 * The plural of a term, the one that its entry lists if it does; the term itself where it has none: software,
 * capabilities.
 */
export function englishPluralOf(term: Term): string {
  if (!isAcronym(term.text) && !isCounted(term.text)) return term.text;
  const plurals = term.partOfSpeech === 'verb' ? [] : inflections(term, NO_VERBS).map(([text]) => text);
  return plurals.find((text) => term.forms.includes(text)) ?? plurals[0] ?? term.text;
}

/** Whether the head of a phrase has a plural: decision trees, codes of conduct, but software, high-end. */
function isCounted(phrase: string): boolean {
  const words = phrase.split(/(\s+|-)/);
  const head = headOf(words);
  const spaces = (word: string) => /^\s+$/.test(word);
  const from = words.findLastIndex((word, i) => i < head && spaces(word)) + 1;
  const to = words.findIndex((word, i) => i > head && spaces(word));
  return hasEnglishPlural(words.slice(from, to < 0 ? words.length : to).join(''));
}

function inflections(term: Term, verbs: Verbs): [string, FormKind][] {
  if (term.plural === 'none' && term.partOfSpeech !== 'verb') return [];
  if (isAcronym(term.text)) return term.partOfSpeech === 'properNoun' ? [] : [[`${term.text}s`, 'plural']];
  if (term.partOfSpeech === 'noun') return pluralPhrases(term.text).map((text) => [text, 'plural']);
  if (term.partOfSpeech !== 'verb') return [];
  return englishVerbForms(term.text, verbs).map((form) => [form, 'conjugated']);
}

/** Plurals of the head: the last word, or the one before “of”, “for”, “in”. */
function pluralPhrases(phrase: string): string[] {
  const words = phrase.split(/(\s+|-)/);
  const head = headOf(words);
  return englishPlurals(words[head] ?? '').map((plural) => words.with(head, plural).join(''));
}

/** @param word in small letters */
export function isPreposition(word: string): boolean {
  return PREPOSITIONS.has(word);
}

/**
 * Position of the head among words and what stands between them. A preposition at the end is part of it, but behind who
 * does something: plug-ins, passers-by.
 */
export function headOf(words: readonly string[]): number {
  const last = words.length - 1;
  // Inside a compound of a longer phrase it says nothing about that: chain-of-thought prompts.
  const isSpaced = words.some((word) => /^\s/.test(word));
  const preposition = words.findIndex(
    (word, i) => i > 0 && PREPOSITIONS.has(lowerCase(word)) && !(isSpaced && words[i - 1] === '-'),
  );
  if (preposition <= 1) return last;
  return preposition < last || /er$/.test(words[preposition - 2] ?? '') ? preposition - 2 : last;
}
