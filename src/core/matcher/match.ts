import type { Concept } from '../model/concept.ts';
import { partitionPoint } from '../model/partition-point.ts';
import type { RichText, Span } from '../model/rich-text.ts';
import { fold } from '../text/characters.ts';
import { compose } from '../text/nfc.ts';
import { readableIn, wordsThroughMarks, writtenOffset } from '../text/reading.ts';
import type { IndexPart, Reading } from './index-part.ts';
import { type NamedText, readNamed, withoutParts } from './named-stretches.ts';
import { firstFrom, givesWay, type ReadHits } from './overlaps.ts';
import { CERTAIN, EXCEPTS } from './owners.ts';
import { scan } from './scan.ts';
import { HIT, type Hits } from './scratch.ts';
import type { TermIndex } from './term-index.ts';

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

/**
 * Every term in a text, in one pass, those inside longer ones included; ordered by start, then longest first.
 * Phrases that an entry excepts, or names under `unless`, swallow the matches of that entry inside them.
 */
export function findAllTerms(text: RichText, index: TermIndex): readonly TermMatch[] {
  return matchesIn(findIn(text, index));
}

/** All that one pass finds of some entries. */
export interface FoundOf {
  /** As {@link findAllTerms} finds them. */
  readonly terms: readonly TermMatch[];
  /**
   * Where the phrases stand that an index excepts, by concept and in order: in English, what an entry names under
   * `unless`. They can overlap.
   */
  readonly excepted: ReadonlyMap<Concept, readonly Span[]>;
}

/** As {@link findAllTerms}, but for what can stand for none of some entries, most of what a text has. */
export function findAllOf(wanted: ReadonlySet<Concept>, text: RichText, index: TermIndex): FoundOf {
  const found = findIn(text, index, wanted);
  return { terms: matchesIn(found), excepted: found.covers };
}

function matchesIn(found: Found): TermMatch[] {
  return Array.from({ length: found.count }, (_, at) => matchAt(found, at));
}

/** The terms of a text that lie in no other: leftmost-longest, but {@link givesWay}. Linear in the number of all. */
export function findTerms(text: RichText, index: TermIndex): TermMatch[] {
  const found = findIn(text, index);
  const taken: TermMatch[] = [];
  for (let at = 0; at < found.count; ) {
    if (givesWay(found, at)) {
      at += 1;
      continue;
    }
    taken.push(matchAt(found, at));
    at = firstFrom(found, at + 1, found.numbers[at * HIT + 1] as number);
  }
  return taken;
}

/** Whether a form of any term of an index stands in a text, or a phrase that it excepts, whatever their capitals. */
export function hasForms(text: RichText, index: TermIndex): boolean {
  return hitsOf(readFor(index, text), index).count > 0;
}

/** The hits of a text that have a reading, their offsets into it as written; good until another text is searched. */
interface Found extends ReadHits {
  readonly covers: ReadonlyMap<Concept, readonly Cover[]>;
}

function matchAt({ numbers, readingsAt }: Found, at: number): TermMatch {
  return {
    start: numbers[at * HIT] as number,
    end: numbers[at * HIT + 1] as number,
    size: numbers[at * HIT + 3] as number,
    readings: readingsAt(at),
  };
}

/** A text with what an index names in it, though it looks like a file or is code. */
function readFor({ parts }: TermIndex, text: RichText): NamedText {
  return readNamed(text, (written) => parts.some(({ names }) => names.size > 0 && names.has(fold(written))));
}

/** All hits, their offsets into the text as written. */
function hitsOf({ text, named }: NamedText, index: TermIndex): Hits {
  const words = wordsThroughMarks(text);
  const { text: composed, written } = compose(words);
  const hits = scan(composed, index);
  if (composed !== words || text.references.length > 0) {
    const { count, numbers } = hits;
    for (let i = 0; i < count * HIT; i += HIT) {
      numbers[i] = writtenOffset(text, written(numbers[i] as number));
      numbers[i + 1] = writtenOffset(text, written(numbers[i + 1] as number));
    }
  }
  return named.length === 0 ? hits : withoutParts(hits, named);
}

/** @param wanted entries of which one must be readable in a hit; null for any */
function findIn(written: RichText, index: TermIndex, wanted: ReadonlySet<Concept> | null = null): Found {
  const named = readFor(index, written);
  const { text } = named;
  const { count, numbers } = hitsOf(named, index);
  const read = (at: number) => readingsOf(index, text, numbers, at);
  const isDoubtful = (at: number) => ((numbers[at * HIT + 4] as number) & CERTAIN) === 0;
  const isWanted = (at: number) => wanted === null || conceptsOf(index, numbers, at).some((one) => wanted.has(one));
  const covers = coversOf(index, { count, numbers }, wanted);
  const sifted = new Map<number, readonly Reading[]>();
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    if (!isWanted(at)) continue;
    const again = kept > 0 && isSameSpan(numbers, kept - 1, at);
    if (covers.size > 0 || again || isDoubtful(at)) {
      const [start, end] = [numbers[at * HIT] as number, numbers[at * HIT + 1] as number];
      const readings = read(at).filter(({ concept }) => !isCovered(start, end, covers.get(concept) ?? []));
      if (readings.length === 0) continue;
      if (again) sifted.set(kept - 1, inOrder([...(sifted.get(kept - 1) ?? read(kept - 1)), ...readings], index));
      else sifted.set(kept, readings);
      if (again) continue;
    }
    if (kept < at) numbers.copyWithin(kept * HIT, at * HIT, (at + 1) * HIT);
    kept += 1;
  }
  return {
    count: kept,
    numbers,
    readingsAt: (at) => sifted.get(at) ?? read(at),
    wordsOf: (span) => readableIn(text, span),
    covers,
  };
}

/** The readings of two parts: those of the first entry first. */
function inOrder(readings: Reading[], { rankOf }: TermIndex): Reading[] {
  return rankOf === null ? readings : readings.sort((a, b) => rankOf(a.concept) - rankOf(b.concept));
}

/** The same words, found by two parts of the index. */
function isSameSpan(numbers: Int32Array, a: number, b: number): boolean {
  return numbers[a * HIT] === numbers[b * HIT] && numbers[a * HIT + 1] === numbers[b * HIT + 1];
}

/** The part that a state belongs to, and its number there. */
function placeOf({ parts, bases }: TermIndex, state: number): readonly [part: IndexPart, state: number] {
  let part = bases.length - 1;
  while (part > 0 && (bases[part] as number) > state) part -= 1;
  return [parts[part] as IndexPart, state - (bases[part] as number)];
}

function readingsOf(index: TermIndex, text: RichText, numbers: Int32Array, at: number): readonly Reading[] {
  const [part, state] = placeOf(index, numbers[at * HIT + 2] as number);
  return part.readingsAt(state, () =>
    readableIn(text, { start: numbers[at * HIT] as number, end: numbers[at * HIT + 1] as number }),
  );
}

function conceptsOf(index: TermIndex, numbers: Int32Array, at: number): readonly Concept[] {
  const [part, state] = placeOf(index, numbers[at * HIT + 2] as number);
  return part.conceptsAt(state);
}

/** An exception, and how far it or any earlier one reaches. */
interface Cover extends Span {
  readonly reach: number;
}

/** Where the exceptions of each concept lie that is wanted, by start. */
function coversOf(
  index: TermIndex,
  { count, numbers }: Hits,
  wanted: ReadonlySet<Concept> | null,
): Map<Concept, Cover[]> {
  const covers = new Map<Concept, Cover[]>();
  for (let i = 0; i < count * HIT; i += HIT) {
    if (((numbers[i + 4] as number) & EXCEPTS) === 0) continue;
    const [start, end] = [numbers[i] as number, numbers[i + 1] as number];
    const [part, state] = placeOf(index, numbers[i + 2] as number);
    for (const concept of part.exceptedAt(state)) {
      if (wanted?.has(concept) === false) continue;
      const list = covers.get(concept) ?? [];
      list.push({ start, end, reach: Math.max(end, list.at(-1)?.reach ?? 0) });
      covers.set(concept, list);
    }
  }
  return covers;
}

function isCovered(start: number, end: number, covers: readonly Cover[]): boolean {
  const last = covers[partitionPoint(covers, (cover) => cover.start <= start) - 1];
  return last !== undefined && last.reach >= end;
}
