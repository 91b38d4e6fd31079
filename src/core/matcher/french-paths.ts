import { FORM_KINDS } from '../model/form.ts';
import { FOLD, lowerCase } from '../text/characters.ts';
import {
  type Agreement,
  agreementOf,
  inflects,
  MOST_WORDS,
  ROLE_WORDS,
  type Role,
  roleOf,
} from '../words/agreement.ts';
import { isPlainPhrase, UNPLAIN_WORDS } from '../words/french-forms.ts';
import { frenchPlurals, hasReformed, takesS } from '../words/french-inflection.ts';
import type { TermPaths } from './term-paths.ts';
import { WIDE } from './tokens.ts';
import type { TrieBuilder } from './trie.ts';
import { HASH_START, mixed, type WordTable } from './word-table.ts';

const PLURAL = FORM_KINDS.indexOf('plural');
const SPELLING = FORM_KINDS.indexOf('spelling');
const SPACE = 0x20;
const APOSTROPHE = 0x27;
const S = 0x73;
const X = 0x78;
const Z = 0x7a;
const M = 0x6d;
const E = 0x65;
const N = 0x6e;
const T = 0x74;
/** What stands between words. */
const PARTING: ReadonlySet<number> = new Set(Array.from(" '’ʼ‘", (sign) => sign.charCodeAt(0)));
/** Of names and the like no word takes the plural. */
const UNCHANGING: Agreement = { head: 0, tail: 0, complement: 0 };
/** Longest phrase that is read here, in UTF-16 units. */
const MOST_UNITS = 120;
/** Small letters of one byte that are written in one way only. */
const PLAIN = new Uint8Array(65536).map((_, unit) => {
  const letter = String.fromCharCode(unit);
  return FOLD[unit] === unit && unit < WIDE && /\p{Ll}/u.test(letter) && !'îûë'.includes(letter) ? 1 : 0;
});

/**
 * The quick way for the many: nouns and names of common letters, with a capital in front or not, single spaces and
 * apostrophes, whose words have one plural each, go into the trie as numbers, without a string for any form. The forms
 * are those that `frenchForms` makes; whatever is not so plain is left to it. Needs a table that is still empty.
 */
export function createFrenchPaths(table: WordTable, trie: TrieBuilder): TermPaths {
  const { path, roles, read, canInflect, inflect } = createPhrase(table);

  /** Adds the path with its complements in the plural, and leaves it as it was. */
  function addComplements(complement: number, value: number, mark: number): void {
    const written = path.slice();
    inflect(complement);
    trie.add(path, path.length, value, mark);
    written.forEach((word, i) => {
      path[i] = word;
    });
  }

  function addPlural(complement: number, value: number, mark: number): void {
    trie.add(path, path.length, value, mark);
    if (complement !== 0) addComplements(complement, value, mark);
  }

  return ({ text: phrase, partOfSpeech, forms }, value, mark) => {
    if (partOfSpeech === 'verb' || partOfSpeech === 'adjective' || forms.length > 0) return false;
    if (phrase.length > MOST_UNITS || !isPlainPhrase(phrase) || hasReformed(phrase)) return false;
    const count = read(phrase);
    if (count === 0) return false;
    const { head, tail, complement } = partOfSpeech === 'noun' ? agreementOf(roles, count) : UNCHANGING;
    if (!canInflect(head | tail | complement)) return false;
    trie.add(path, path.length, value, mark);
    if (complement !== 0) addComplements(complement, value + SPELLING, mark);
    if (head !== 0) {
      inflect(head);
      addPlural(complement, value + PLURAL, mark);
    }
    if (tail !== 0) {
      inflect(tail);
      addPlural(complement, value + PLURAL, mark);
    }
    return true;
  };
}

/** A phrase in its words; one that is read takes the place of the one before. */
interface Phrase {
  /** The numbers of the words and apostrophes, those in the plural that were put there. */
  readonly path: number[];
  readonly roles: readonly Role[];
  /** @returns the number of words; 0 where one is not plain, or there are too many */
  read(phrase: string): number;
  /** Whether each word at a set of positions has one plural. */
  canInflect(set: number): boolean;
  /** Puts the plurals at a set of positions in place. */
  inflect(set: number): void;
}

function createPhrase(table: WordTable): Phrase {
  const known = seed(table);
  const bytes = new Uint8Array(MOST_UNITS * 2);
  const path: number[] = [];
  /** By the position of the word: where its number stands, and that of its plural. */
  const places: number[] = [];
  const plurals: number[] = [];
  const roles: Role[] = [];
  bytes[0] = APOSTROPHE;
  const apostrophe = table.add(bytes, 1, mixed(HASH_START, APOSTROPHE));

  /** Reads the word at an offset into the lists; gives the offset behind it, or -1 for one that is not plain. */
  function readWord(phrase: string, from: number, count: number): number {
    let [at, length, hash] = [from, 0, HASH_START];
    const isCapital = isCapitalAt(phrase, from);
    for (; at < phrase.length && !PARTING.has(phrase.charCodeAt(at)); at += 1) {
      const unit = isCapital && at === from ? (FOLD[phrase.charCodeAt(at)] as number) : phrase.charCodeAt(at);
      if (PLAIN[unit] === 0) return -1;
      bytes[length] = unit;
      length += 1;
      hash = mixed(hash, unit);
    }
    if (length === 0) return -1;
    const word = table.add(bytes, length, hash);
    const role = word < known.length ? (known[word] as Role | null) : endsInMent(bytes, length) ? 'in -ment' : 'word';
    if (role === null || (role === 'countable' && isCapital)) return -1;
    places[count] = path.length;
    path.push(word);
    roles[count] = role;
    plurals[count] = inflects(role) ? pluralOf(phrase, from, at, word, hash) : -1;
    return at;
  }

  /** The number of the plural of the word in `bytes`, or -1 when it has more than one. */
  function pluralOf(phrase: string, from: number, to: number, word: number, hash: number): number {
    const length = to - from;
    const last = bytes[length - 1] as number;
    if (takesS(last)) {
      bytes[length] = S;
      return table.add(bytes, length + 1, mixed(hash, S));
    }
    if (last === S || last === X || last === Z) return word;
    const [plural = '', ...others] = frenchPlurals(lowerCase(phrase.slice(from, to)));
    if (others.length > 0) return -1;
    const hashed = spell(plural, bytes);
    return plural.length === length && hashed === hash ? word : table.add(bytes, plural.length, hashed);
  }

  return {
    path,
    roles,
    read(phrase) {
      let count = 0;
      path.length = 0;
      for (let at = 0; at <= phrase.length; at += 1) {
        at = count === MOST_WORDS ? -1 : readWord(phrase, at, count);
        if (at < 0) return 0;
        count += 1;
        if (at < phrase.length && phrase.charCodeAt(at) !== SPACE) path.push(apostrophe);
      }
      // Of a word with apostrophes alone any part may be the one that agrees.
      return path.length > count && !phrase.includes(' ') ? 0 : count;
    },
    canInflect(set) {
      for (let i = 0; set >> i !== 0; i += 1) if ((set & (1 << i)) !== 0 && (plurals[i] as number) < 0) return false;
      return true;
    },
    inflect(set) {
      for (let i = 0; set >> i !== 0; i += 1)
        if ((set & (1 << i)) !== 0) path[places[i] as number] = plurals[i] as number;
    },
  };
}

/** Whether a word begins with a capital and goes on with a small letter. */
function isCapitalAt(phrase: string, at: number): boolean {
  const unit = phrase.charCodeAt(at);
  return at + 1 < phrase.length && PLAIN[unit] === 0 && PLAIN[phrase.charCodeAt(at + 1)] === 1 && FOLD[unit] !== unit;
}

/** Writes a word into bytes, and gives its hash. */
function spell(word: string, bytes: Uint8Array): number {
  let hash = HASH_START;
  for (let i = 0; i < word.length; i += 1) {
    bytes[i] = word.charCodeAt(i);
    hash = mixed(hash, bytes[i] as number);
  }
  return hash;
}

function endsInMent(bytes: Uint8Array, length: number): boolean {
  return (
    bytes[length - 1] === T &&
    bytes[length - 2] === N &&
    bytes[length - 3] === E &&
    bytes[length - 4] === M &&
    length > 4
  );
}

/** Gives the words that have a role the first numbers; null for words that no quick way suits. */
function seed(table: WordTable): (Role | null)[] {
  const roles: (Role | null)[] = [];
  const bytes = new Uint8Array(MOST_UNITS);
  const numberOf = (word: string): number => {
    const hash = spell(word, bytes);
    return table.add(bytes, word.length, hash);
  };
  const unplain = new Set(UNPLAIN_WORDS);
  for (const word of [...UNPLAIN_WORDS, ...ROLE_WORDS])
    roles[numberOf(word)] ??= unplain.has(word) ? null : roleOf(word);
  return roles;
}
