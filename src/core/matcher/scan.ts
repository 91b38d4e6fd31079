import { FOLD, fold } from '../text/characters.ts';
import type { IndexPart } from './index-part.ts';
import { HIT } from './scratch.ts';
import type { TermIndex } from './term-index.ts';
import type { Tokens } from './tokens.ts';
import { ENDS, GOES_ON, nextState } from './trie.ts';

/** Every place where a path of an index ends, as plain numbers: few objects, so that a scan is quick. */
export interface Hits {
  readonly count: number;
  /** Four numbers a hit: start and end (UTF-16 offsets into the composed text), state, number of tokens. */
  readonly numbers: Int32Array;
}

const HYPHEN = 0x2d;

/** A prefix joined by a hyphen makes another word: no “entraînement” in “post-entraînement”. */
const BOUND_PREFIXES = new Set(
  'auto bio co cyber dé hyper hypo macro meta méta micro mini mono multi nano néo neo non over para poly post pre pré pseudo ré semi sous sub super supra sur télé ultra under'.split(
    ' ',
  ),
);

/** A larger one is let go. */
const MOST_SCRATCH = HIT * 100_000;

/**
 * All hits in a composed text, those inside longer ones included; ordered by start, then longest first. States are
 * counted through all parts of the index. Where parts have the same words, their hits follow each other.
 */
export function scan(text: string, { parts, bases }: TermIndex): Hits {
  const [first, ...others] = parts.map((part) => scanPart(text, part));
  if (first === undefined) return { count: 0, numbers: new Int32Array(0) };
  return others.reduce(
    (hits, other, i) => (other.count === 0 ? hits : joined(hits, other, bases[i + 1] as number)),
    first,
  );
}

/** The hits of two parts in one order; those of the second get their states shifted. Linear. */
function joined(a: Hits, b: Hits, base: number): Hits {
  const count = a.count + b.count;
  const numbers = new Int32Array(count * HIT);
  for (let i = 0, j = 0, at = 0; at < numbers.length; at += HIT) {
    const isB = i >= a.count * HIT || (j < b.count * HIT && comesBefore(b.numbers, j, a.numbers, i));
    const from = isB ? b.numbers : a.numbers;
    const k = isB ? j : i;
    for (let column = 0; column < HIT; column += 1) numbers[at + column] = from[k + column] as number;
    if (isB) numbers[at + 2] = (numbers[at + 2] as number) + base;
    if (isB) j += HIT;
    else i += HIT;
  }
  return { count, numbers };
}

/** Starts earlier, or reaches farther from the same start. */
function comesBefore(a: Int32Array, i: number, b: Int32Array, j: number): boolean {
  const [start, other] = [a[i] as number, b[j] as number];
  return start < other || (start === other && (a[i + 1] as number) > (b[j + 1] as number));
}

function scanPart(text: string, part: IndexPart): Hits {
  const found = { used: 0, numbers: part.scratch.numbers };
  part.tokenizer.each(text, (tokens, begin, limit) => scanWindow(text, part, tokens, begin, limit, found));
  if (found.numbers.length <= MOST_SCRATCH) part.scratch.numbers = found.numbers;
  return { count: found.used / HIT, numbers: found.numbers.slice(0, found.used) };
}

function scanWindow(
  text: string,
  { trie }: IndexPart,
  tokens: Tokens,
  begin: number,
  limit: number,
  found: { used: number; numbers: Int32Array<ArrayBuffer> },
): void {
  const { firsts, marks, longest } = trie;
  const { words, starts, ends, count } = tokens;
  let { used, numbers } = found;
  for (let first = begin; first < limit; first += 1) {
    const word = words[first] as number;
    if (word < 0) continue;
    let state = firsts[word] as number;
    if (state < 0) continue;
    const from = used;
    if (used + longest * HIT > numbers.length) numbers = widened(numbers, longest);
    for (let last = first; ; ) {
      const mark = marks[state] as number;
      if ((mark & ENDS) !== 0) {
        if (used === from && hasBoundPrefix(text, tokens, first)) break;
        numbers[used] = starts[first] as number;
        numbers[used + 1] = ends[last] as number;
        numbers[used + 2] = state;
        numbers[used + 3] = last - first + 1;
        used += HIT;
      }
      last += 1;
      if ((mark & GOES_ON) === 0 || last >= count) break;
      const next = words[last] as number;
      if (next < 0) break;
      state = nextState(trie, state, next);
      if (state < 0) break;
    }
    if (used - from > HIT) longestFirst(numbers, from, used - HIT);
  }
  found.used = used;
  found.numbers = numbers;
}

/** Turns hits around in place: shortest first becomes longest first. */
function longestFirst(numbers: Int32Array, from: number, to: number): void {
  for (let low = from, high = to; low < high; low += HIT, high -= HIT) {
    for (let i = 0; i < HIT; i += 1) {
      const held = numbers[low + i] as number;
      numbers[low + i] = numbers[high + i] as number;
      numbers[high + i] = held;
    }
  }
}

function hasBoundPrefix(text: string, { starts, ends }: Tokens, first: number): boolean {
  if (first < 2) return false;
  const start = starts[first] as number;
  if (FOLD[text.charCodeAt(start - 1)] !== HYPHEN || ends[first - 2] !== start - 1) return false;
  return BOUND_PREFIXES.has(fold(text.slice(starts[first - 2], ends[first - 2])));
}

function widened(narrow: Int32Array, longest: number): Int32Array<ArrayBuffer> {
  const wide = new Int32Array(narrow.length * 2 + longest * HIT);
  wide.set(narrow);
  return wide;
}
