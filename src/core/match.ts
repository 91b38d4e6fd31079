import type { Span } from './article.ts';
import { FOLD, fold } from './characters.ts';
import { compose } from './composed.ts';
import type { Concept } from './concept.ts';
import type { Reading, TermIndex } from './term-index.ts';
import { eachWindow, type Tokens } from './tokens.ts';

/**
 * A term found in a text. Matches of one text can lie in each other:
 *
 *     un [modèle d’[IA] à usage général]
 *
 * The span holds UTF-16 offsets into the text as written.
 */
export interface TermMatch extends Span {
  /** One reading for each concept that the words can stand for, the entry’s first term first. */
  readonly readings: readonly Reading[];
  /** Number of words and signs. */
  readonly size: number;
}

/** A match and the shorter ones it hides. */
export interface LongestMatch extends TermMatch {
  readonly shadowed: readonly TermMatch[];
}

const HYPHEN = 0x2d;

interface Exception extends Span {
  readonly concept: Concept;
}

/** A prefix joined by a hyphen makes another word: no “entraînement” in “post-entraînement”. */
const BOUND_PREFIXES = new Set(
  'auto bio co cyber dé hyper hypo macro meta méta micro mini mono multi nano néo neo non over para poly post pre pré pseudo ré semi sous sub super supra sur télé ultra under'.split(
    ' ',
  ),
);

/**
 * Every term in a text, in one pass, those inside longer ones included; ordered by start, then longest first.
 * Phrases that an entry excepts swallow the matches of that entry inside them.
 */
export function findAllTerms(text: string, index: TermIndex): TermMatch[] {
  const composed = compose(text);
  const matches: TermMatch[] = [];
  const exceptions: Exception[] = [];
  const take = (tokens: Tokens, first: number, last: number, state: number) => {
    if (hasBoundPrefix(composed.text, tokens, first)) return;
    const [start, end] = [tokens.starts[first] as number, tokens.ends[last] as number];
    const span = { start: composed.written(start), end: composed.written(end) };
    const readings: Reading[] = [];
    const written = () => composed.text.slice(start, end);
    index.visit(state, written, (reading, concept) => {
      if (reading === null) exceptions.push({ ...span, concept });
      else readings.push(reading);
    });
    if (readings.length > 0) matches.push({ start: span.start, end: span.end, readings, size: last - first + 1 });
  };
  eachWindow(composed.text, index.numberOf, index.longest, (tokens, begin, limit) => {
    for (let first = begin; first < limit; first += 1) {
      let state = index.first(tokens.words[first] as number);
      if (state < 0) continue;
      const from = matches.length;
      for (let last = first; state >= 0; ) {
        if (index.isEnd(state)) take(tokens, first, last, state);
        last += 1;
        state = last < tokens.count ? index.step(state, tokens.words[last] as number) : -1;
      }
      reverseFrom(matches, from);
    }
  });
  return exceptions.length === 0 ? matches : withoutExceptions(matches, exceptions);
}

/** Turns the end of a list around in place: shortest first becomes longest first. */
function reverseFrom(matches: TermMatch[], from: number): void {
  for (let low = from, high = matches.length - 1; low < high; low += 1, high -= 1) {
    const held = matches[low] as TermMatch;
    matches[low] = matches[high] as TermMatch;
    matches[high] = held;
  }
}

/** The leftmost-longest terms of a text; each knows the shorter ones in it. Linear in the number of matches. */
export function findTerms(text: string, index: TermIndex): LongestMatch[] {
  const longest: (TermMatch & { shadowed: TermMatch[] })[] = [];
  for (const match of findAllTerms(text, index)) {
    const last = longest.at(-1);
    if (last === undefined || match.start >= last.end)
      longest.push({ start: match.start, end: match.end, readings: match.readings, size: match.size, shadowed: [] });
    else last.shadowed.push(match);
  }
  return longest;
}

function hasBoundPrefix(text: string, tokens: Tokens, first: number): boolean {
  const start = tokens.starts[first] as number;
  if (first < 2 || FOLD[text.charCodeAt(start - 1)] !== HYPHEN) return false;
  if (tokens.ends[first - 2] !== start - 1) return false;
  return BOUND_PREFIXES.has(fold(text.slice(tokens.starts[first - 2], tokens.ends[first - 2])));
}

/** Takes out what an exception of its own concept covers. */
function withoutExceptions(matches: readonly TermMatch[], exceptions: readonly Exception[]): TermMatch[] {
  const covers = new Map<Concept, Cover[]>();
  for (const { concept, start, end } of exceptions) {
    const list = covers.get(concept) ?? [];
    list.push({ start, reach: Math.max(end, list.at(-1)?.reach ?? 0) });
    covers.set(concept, list);
  }
  return matches.flatMap((match) => {
    const readings = match.readings.filter(({ concept }) => !isCovered(match, covers.get(concept) ?? []));
    return readings.length === 0 ? [] : [{ ...match, readings }];
  });
}

/** An exception’s start, and how far it or any earlier one reaches. */
interface Cover {
  readonly start: number;
  readonly reach: number;
}

function isCovered({ start, end }: Span, covers: readonly Cover[]): boolean {
  let low = 0;
  let high = covers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((covers[middle] as Cover).start <= start) low = middle + 1;
    else high = middle;
  }
  return low > 0 && (covers[low - 1] as Cover).reach >= end;
}
