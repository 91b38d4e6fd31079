import { FORM_KINDS } from '../model/form.ts';
import { lowerCase } from '../text/characters.ts';
import { hasCompound, opensCompound } from '../words/english-compounds.ts';
import { headOf, isPreposition, isSpelledOneWay } from '../words/english-forms.ts';
import { englishPlurals } from '../words/english-inflection.ts';
import { createPathReader } from './path-reader.ts';
import type { TermPaths } from './term-paths.ts';
import type { TrieBuilder } from './trie.ts';
import type { WordTable } from './word-table.ts';

const PLURAL = FORM_KINDS.indexOf('plural');

/** Words of small letters, with a capital in front or not, and single spaces. */
const PLAIN = /^[A-Z]?[a-z]+(?: [A-Z]?[a-z]+)*$/;

/** What is known of a word, as bits. */
const KNOWN = 1;
const ODD = 2;
const PREPOSITION = 4;
const OPENS_COMPOUND = 8;

/** In place of the number of a plural: there are several, or one that is spelled in several ways. */
const SEVERAL = -1;

/**
 * The quick way for the many: phrases of common letters and single spaces, whose words are spelled in one way and have
 * one plural each, go into the trie as numbers, without a string for any form. What a word is like is found once. The
 * forms are those that `formsToFind` makes; whatever is not so plain is left to it.
 */
export function createEnglishPaths(table: WordTable, trie: TrieBuilder): TermPaths {
  const path: number[] = [];
  const read = createPathReader(table.add, path, 'en');
  const numberOf = (word: string): number => (read(word) > 0 ? (path[0] as number) : SEVERAL);
  /** By the number of the word. */
  const traits: number[] = [];
  const plurals: number[] = [];
  const written: number[] = [];

  /** Reads a phrase into `written`, and gives what is known of any of its words. */
  function readPhrase(phrase: string, count: number): number {
    let all = KNOWN;
    for (let i = 0; i < count; i += 1) {
      const number = path[i] as number;
      written[i] = number;
      traits[number] ||= traitsOf(wordAt(phrase, i));
      all |= traits[number] as number;
    }
    return all;
  }

  /** The number of the plural of the head, or that there are several. */
  function pluralOf(phrase: string, head: number): number {
    const number = written[head] as number;
    plurals[number] ??= onlyPlural(wordAt(phrase, head));
    return plurals[number] as number;
  }

  function onlyPlural(word: string): number {
    const [plural = '', ...others] = englishPlurals(word);
    return others.length > 0 || !isSpelledOneWay(plural) ? SEVERAL : numberOf(plural);
  }

  return ({ text, partOfSpeech, plural, forms }, value, mark) => {
    if (partOfSpeech === 'verb' || forms.length > 0 || !PLAIN.test(text)) return false;
    const phrase = lowerCase(text);
    const count = read(phrase);
    if (count === 0) return false;
    const known = readPhrase(phrase, count);
    if ((known & ODD) !== 0 || ((known & OPENS_COMPOUND) !== 0 && hasCompound(phrase))) return false;
    const head = (known & PREPOSITION) === 0 ? count - 1 : headOf(phrase.split(/( )/)) / 2;
    const singular = written[head] as number;
    const other = partOfSpeech === 'noun' && plural !== 'none' ? pluralOf(phrase, head) : singular;
    if (other === SEVERAL) return false;
    trie.add(written, count, value, mark);
    if (other === singular) return true;
    written[head] = other;
    trie.add(written, count, value + PLURAL, mark);
    return true;
  };
}

function wordAt(phrase: string, i: number): string {
  return phrase.split(' ')[i] as string;
}

function traitsOf(word: string): number {
  const bits = [
    [ODD, !isSpelledOneWay(word)],
    [PREPOSITION, isPreposition(word)],
    [OPENS_COMPOUND, opensCompound(word)],
  ] as const;
  return bits.reduce((all, [bit, is]) => (is ? all | bit : all), KNOWN);
}
