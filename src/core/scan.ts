import { FOLD, fold } from './characters.ts';
import type { TermIndex } from './term-index.ts';
import type { Tokens } from './tokens.ts';
import { ENDS, GOES_ON, nextState } from './trie.ts';

/** Every place where a path of an index ends, as plain numbers: few objects, so that a scan is quick. */
export interface Hits {
  readonly count: number;
  /** Four numbers a hit: start and end (UTF-16 offsets into the composed text), state, number of tokens. */
  readonly numbers: Int32Array;
}

export const HIT = 4;

const HYPHEN = 0x2d;

/** A prefix joined by a hyphen makes another word: no “entraînement” in “post-entraînement”. */
const BOUND_PREFIXES = new Set(
  'auto bio co cyber dé hyper hypo macro meta méta micro mini mono multi nano néo neo non over para poly post pre pré pseudo ré semi sous sub super supra sur télé ultra under'.split(
    ' ',
  ),
);

/** Where hits are gathered before their number is known; kept from text to text unless it grew too large. */
let scratch = new Int32Array(HIT * 256);
const MOST_SCRATCH = HIT * 100_000;

/** All hits in a composed text, those inside longer ones included; ordered by start, then longest first. */
export function scan(text: string, index: TermIndex): Hits {
  const found = { used: 0, numbers: scratch };
  index.tokenizer.each(text, (tokens, begin, limit) => scanWindow(text, index, tokens, begin, limit, found));
  if (found.numbers.length <= MOST_SCRATCH) scratch = found.numbers;
  return { count: found.used / HIT, numbers: found.numbers.slice(0, found.used) };
}

function scanWindow(
  text: string,
  { trie }: TermIndex,
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
