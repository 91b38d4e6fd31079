import type { RichText } from '../model/rich-text.ts';
import type { Slices } from '../model/slices.ts';
import { compose } from '../text/nfc.ts';
import { readNamed } from './named-stretches.ts';
import { createPathReader } from './path-reader.ts';
import type { TermIndex } from './term-index.ts';
import { createTokenizer } from './tokens.ts';
import { hashOf, wordIn } from './word-table.ts';

/**
 * The words and signs of some French texts by sixteen bits of their hashes, each once a text and {@link END} behind
 * each text: enough to tell in which texts no form stands, and many times as quick as to look for one.
 */
export type WordHashes = Uint16Array;

const END = 0;
const HASHES = 2 ** 16;

/** Sixteen bits of a hash, none of them {@link END}. */
function shortened(hash: number): number {
  return (hash ^ (hash >>> 16)) & (HASHES - 1) || 1;
}

export function* wordHashes(texts: Iterable<RichText>): Slices<WordHashes> {
  const tokenizer = createTokenizer([], 0, 'fr');
  const hashesOf = createHashing();
  const all: number[] = [];
  for (const text of texts) {
    const composed = compose(readNamed(text, () => true).text.words).text;
    const found = new Set<number>();
    tokenizer.each(composed, ({ begin, limit, starts, ends }) => {
      for (let at = begin; at < limit; at += 1)
        for (const hash of hashesOf(composed.slice(starts[at], ends[at]))) found.add(hash);
    });
    for (const hash of found) all.push(hash);
    all.push(END);
    yield;
  }
  return Uint16Array.from(all);
}

/** Hashes the words of a token as terms are read; what comes again is known. */
function createHashing(): (token: string) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  const path: number[] = [];
  const read = createPathReader((_bytes, _length, hash) => shortened(hash), path, 'fr');
  return (token) => {
    const hashes = known.get(token) ?? path.slice(0, read(token));
    known.set(token, hashes);
    return hashes;
  };
}

/** Tells, by its hash, whether a form of any term of an index may begin with a word. */
export type FirstWords = Uint8Array;

export function firstWordsOf({ parts }: TermIndex): FirstWords {
  const first = new Uint8Array(HASHES);
  for (const { words, trie } of parts) {
    for (const [word, state] of trie.firsts.entries()) {
      const bytes = wordIn(words, word);
      if (state >= 0) first[shortened(hashOf(bytes, bytes.length))] = 1;
    }
  }
  return first;
}

/** Numbers of the texts in which a form may stand, as its first word does, from 0. In the others none does. */
export function textsWith(hashes: WordHashes, first: FirstWords): number[] {
  const found: number[] = [];
  let text = 0;
  for (let at = 0; at < hashes.length; at += 1) {
    const hash = hashes[at] as number;
    if (hash === END) text += 1;
    else if (first[hash] === 1 && found.at(-1) !== text) found.push(text);
  }
  return found;
}
