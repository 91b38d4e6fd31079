import type { RichText, Span } from '../../model/rich-text.ts';
import { bareWords, soundOf } from '../../words/bare-words.ts';

/** A name of the French, and all that it may be called in English. */
export interface SoughtName extends Span {
  /** Bare words with one space between; a star stands for any ending. */
  readonly forms: readonly string[];
  /** The words of a name that has several, each of which may stand elsewhere. */
  readonly parts: readonly string[];
  /** Its letters may be others in English. */
  readonly isAcronym: boolean;
}

/** Words of the longest name that is looked for as a whole. */
const LONGEST = 5;
/** Letters that a word must share with a form before its star. */
const SHORTEST_STEM = 4;
/** NATO, U.N., and without the s of a plural GPUs. */
const ACRONYM = /(?<![\p{L}\p{N}])(?:\p{Lu}{2,6}|\p{Lu}(?:\.\p{Lu}){1,4}\.?)(?=s?(?![\p{L}\p{N}]))/gu;

/**
 * Names that the English does not have, accents and case aside. An acronym may become another that the French does not
 * have; each answers once.
 *
 * @param ignored what glossary entries answer for already
 */
export function lostNames(names: readonly SoughtName[], target: RichText, ignored: readonly Span[]): SoughtName[] {
  const asked = names.filter(({ start, end }) => !ignored.some((span) => span.start < end && start < span.end));
  if (asked.length === 0) return [];
  const said = phrasesOf(target.words, stemLengths(asked));
  const lost = asked.filter((name) => !isSaid(name, said));
  const acronyms = [...new Set(lost.filter(({ isAcronym }) => isAcronym).map(({ forms }) => forms[0]))];
  const spare = acronyms.length === 0 ? 0 : otherAcronyms(names, target.words);
  const answered = new Set(acronyms.slice(0, spare));
  return lost.filter(({ isAcronym, forms }) => !(isAcronym && answered.has(forms[0])));
}

function isSaid({ forms, parts }: SoughtName, said: ReadonlySet<string>): boolean {
  const has = (form: string) => said.has(form) || said.has(`${form}s`);
  return forms.some(has) || (parts.length > 1 && parts.every(has));
}

/** How long the beginnings are that are asked for. */
function stemLengths(names: readonly SoughtName[]): readonly number[] {
  const starred = names.flatMap(({ forms }) => forms.filter((form) => form.endsWith('*')));
  return [...new Set(starred.map(({ length }) => length - 1))].filter((length) => length >= SHORTEST_STEM);
}

/**
 * Every word of a text, what it sounds like and how it begins as far as is asked, and every few words in a row; F.B.I.
 * is FBI too.
 */
function phrasesOf(text: string, stems: readonly number[]): ReadonlySet<string> {
  const words = bareWords(text);
  const said = new Set<string>();
  words.forEach((word, i) => {
    said.add(`~${soundOf(word, 'en')}`);
    for (const length of stems) if (length <= word.length) said.add(`${word.slice(0, length)}*`);
    let phrase = word;
    said.add(phrase);
    for (const next of words.slice(i + 1, i + LONGEST)) {
      phrase = `${phrase} ${next}`;
      said.add(phrase);
      if (/^\S(?: \S)+$/.test(phrase)) said.add(phrase.replaceAll(' ', ''));
    }
  });
  return said;
}

/** How many acronyms the English has that no name of the French is. */
function otherAcronyms(names: readonly SoughtName[], target: string): number {
  const known = new Set(names.flatMap(({ forms }) => forms));
  const found = new Set([...target.matchAll(ACRONYM)].map(({ 0: letters }) => bareWords(letters).join(' ')));
  return [...found].filter((letters) => !known.has(letters) && !known.has(letters.replaceAll(' ', ''))).length;
}
