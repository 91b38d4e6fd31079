import { CLASS, FOLD, fold, HYPHEN, unitAt, WORD } from '../text/characters.ts';
import type { IndexPart } from './index-part.ts';
import { createScratch, HIT, type Hits, type Scratch } from './scratch.ts';
import type { TermIndex } from './term-index.ts';
import type { Tokens } from './tokens.ts';
import { ENDS, GOES_ON, nextState, type Trie } from './trie.ts';

const [SQUARED, CUBED] = [0xb2, 0xb3];
/** Letters of km, cm and Mpx. */
const LONGEST_UNIT = 3;

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
export function scan(text: string, { parts, tokenizer, bases }: TermIndex): Hits {
  for (const { scratch } of parts) scratch.used = 0;
  tokenizer.each(text, (tokens) => {
    for (const [i, part] of parts.entries()) scanWindow(text, part, tokens, tokens.words[i] as Int32Array);
  });
  const [first, ...others] = parts.map(({ scratch }) => hitsIn(scratch));
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

function hitsIn(scratch: Scratch): Hits {
  const { used, numbers } = scratch;
  if (numbers.length > MOST_SCRATCH) scratch.numbers = createScratch().numbers;
  return { count: used / HIT, numbers };
}

/** Goes along the trie from each token whose turn it is, and writes down where paths end. */
function scanWindow(text: string, { trie, scratch }: IndexPart, tokens: Tokens, words: Int32Array): void {
  const { firsts, marks, longest } = trie;
  const { starts, ends, count, limit } = tokens;
  for (let first = tokens.begin; first < limit; first += 1) {
    const word = words[first] as number;
    let state = word < 0 ? -1 : (firsts[word] as number);
    if (state < 0) continue;
    const from = scratch.used;
    const numbers = roomFor(longest, scratch);
    let used = from;
    for (let last = first; state >= 0; ) {
      const mark = marks[state] as number;
      if ((mark & ENDS) !== 0 && !isRaised(text, starts[last] as number, ends[last] as number)) {
        if (used === from && hasBoundPrefix(text, tokens, first)) break;
        numbers[used] = starts[first] as number;
        numbers[used + 1] = ends[last] as number;
        numbers[used + 2] = state;
        numbers[used + 3] = last - first + 1;
        numbers[used + 4] = mark;
        used += HIT;
      }
      last += 1;
      if ((mark & GOES_ON) === 0) break;
      const behind = isJoint(text, tokens, last) ? last + 1 : last;
      const reached = stateBehind(trie, state, words, behind, count);
      // A prefix ends in the hyphen that it has of its own: pre- and post-training.
      state = reached < 0 && behind > last ? stateBehind(trie, state, words, last, count) : reached;
      if (reached >= 0) last = behind;
    }
    if (used - from > HIT) longestFirst(numbers, from, used - HIT);
    scratch.used = used;
  }
}

/** Where a token leads from a state; -1 for nowhere. */
function stateBehind(trie: Trie, state: number, words: Int32Array, at: number, count: number): number {
  const word = at < count ? (words[at] as number) : -1;
  return word < 0 ? -1 : nextState(trie, state, word);
}

/** Whether a token is an English hyphen in front of a word, of which no path knows: it may stand between any words. */
function isJoint(text: string, { language, starts, count }: Tokens, at: number): boolean {
  if (language === 'fr' || at + 1 >= count || !isHyphenAt(text, starts[at] as number)) return false;
  return !isHyphenAt(text, starts[at - 1] as number) && CLASS[unitAt(text, starts[at + 1] as number)] === WORD;
}

function isHyphenAt(text: string, at: number): boolean {
  return FOLD[unitAt(text, at)] === HYPHEN;
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
  if (FOLD[unitAt(text, start - 1)] !== HYPHEN || ends[first - 2] !== start - 1) return false;
  return BOUND_PREFIXES.has(fold(text.slice(starts[first - 2], ends[first - 2])));
}

/**
 * Whether a word is a unit or a letter to some power: no “km” in “km²”. Behind longer words, acronyms and models such a
 * figure is that of a note: jetons², GPU².
 */
function isRaised(text: string, start: number, end: number): boolean {
  const unit = unitAt(text, end);
  if ((unit !== SQUARED && unit !== CUBED) || end - start > LONGEST_UNIT) return false;
  const word = text.slice(start, end);
  return /^[\p{L}\p{Nd}]+$/u.test(word) && !/^\p{Lu}[\p{Lu}\p{Nd}]+$/u.test(word);
}

/** The list of hits, with room for so many more. */
function roomFor(hits: number, scratch: Scratch): Int32Array {
  const { used, numbers } = scratch;
  if (used + hits * HIT <= numbers.length) return numbers;
  scratch.numbers = new Int32Array(numbers.length * 2 + hits * HIT);
  scratch.numbers.set(numbers);
  return scratch.numbers;
}
