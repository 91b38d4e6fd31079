import type { CheckedUnit } from '../checks/checked-article.ts';
import { partitionPoint } from '../model/partition-point.ts';
import type { RichText, Span } from '../model/rich-text.ts';
import { seenOffset } from '../text/as-seen.ts';
import { NOTHING } from '../text/reading.ts';
import { hitsIn, type Search } from './find-paragraphs.ts';
import { sidesOf } from './search-index.ts';
import type { WordNumbers } from './word-numbers.ts';

/** A stretch of a text: what is sought, or what stands around it. */
export interface ContextPiece {
  readonly text: string;
  readonly isHit: boolean;
}

/** A paragraph as a concordance shows it. */
export interface InContext {
  readonly source: readonly ContextPiece[];
  /** Null where there is no English. */
  readonly target: readonly ContextPiece[] | null;
  /** Hits that stand outside of what is shown. */
  readonly more: number;
}

/** Of a side: what is shown before its first hit, and in all. UTF-16 units. */
const BEFORE = 120;
const MOST = 400;

/** The words around what is sought, and what says the same on the other side. */
export function inContext(checked: CheckedUnit, search: Search, numbers: WordNumbers): InContext {
  const texts = sidesOf(checked.unit);
  const hits = [hitsIn(texts[0], search.sides[0], numbers), hitsIn(texts[1], search.sides[1], numbers)] as const;
  const window = (side: 0 | 1): Span => {
    const [first] = hits[side];
    if (first !== undefined) return around(texts[side], first);
    const [other] = hits[1 - side] ?? [];
    return partnerOf(checked, other?.start ?? 0, side);
  };
  const shown = [window(0), window(1)] as const;
  const outside = (side: 0 | 1) => hits[side].filter(({ start, end }) => !isIn({ start, end }, shown[side])).length;
  return {
    source: piecesOf(texts[0], shown[0], hits[0]),
    target: checked.unit.target === null ? null : piecesOf(texts[1], shown[1], hits[1]),
    more: outside(0) + outside(1),
  };
}

function isIn({ start, end }: Span, window: Span): boolean {
  return start >= window.start && end <= window.end;
}

/** A hit and the words around it; a long one begins it. */
function around({ length }: string, { start }: Span): Span {
  const from = length <= MOST ? 0 : Math.max(0, Math.min(start - BEFORE, length - MOST));
  return { start: from, end: Math.min(length, from + MOST) };
}

/** The sentences of a side that say what the other one says at an offset. */
function partnerOf({ unit, alignment }: CheckedUnit, offset: number, side: 0 | 1): Span {
  const [own, other] = side === 0 ? (['source', 'target'] as const) : (['target', 'source'] as const);
  const rich = unit[own] ?? NOTHING;
  const asSeen = (text: RichText, span: Span) => ({
    start: seenOffset(text, span.start),
    end: seenOffset(text, span.end),
  });
  const sentences = alignment[other];
  const reached = partitionPoint(sentences, ({ end }) => seenOffset(unit[other] ?? NOTHING, end) <= offset);
  const pair = alignment.pairs.find((one) => one[other].includes(Math.min(reached, sentences.length - 1)));
  const [first, last] = [pair?.[own][0] ?? 0, pair?.[own].at(-1) ?? 0];
  const [from, to] = [alignment[own][first], alignment[own][last]];
  if (from === undefined || to === undefined) return { start: 0, end: MOST };
  // Sentences are sometimes paired one too early or too late: where there is room, the ones beside are shown too.
  const [before, after] = [alignment[own][first - 1] ?? from, alignment[own][last + 1] ?? to];
  const isRoom = after.end - before.start <= MOST;
  const { start, end } = asSeen(rich, { start: (isRoom ? before : from).start, end: (isRoom ? after : to).end });
  return { start, end: Math.min(end, start + MOST) };
}

/** A stretch of a text in pieces, cut where words end, with “…” where more was written. */
function piecesOf(text: string, window: Span, hits: readonly Span[]): ContextPiece[] {
  const shown = hits.filter((hit) => isIn(hit, window));
  const start =
    window.start === 0
      ? 0
      : (shown[0]?.start ?? Infinity) > window.start
        ? wordStart(text, window.start)
        : window.start;
  const end = Math.max(shown.at(-1)?.end ?? 0, wordEnd(text, Math.min(text.length, window.end), start));
  const pieces: ContextPiece[] = [];
  const add = (piece: string, isHit: boolean) => {
    if (piece !== '') pieces.push({ text: piece, isHit });
  };
  let at = start;
  if (start > 0) add('…', false);
  for (const hit of shown) {
    add(text.slice(at, hit.start), false);
    add(text.slice(hit.start, hit.end), true);
    at = hit.end;
  }
  add(text.slice(at, end), false);
  if (end < text.length) add('…', false);
  return pieces;
}

/** Characters within which a cut looks for a space. */
const NEAR = 30;

function wordStart(text: string, at: number): number {
  const space = text.slice(at - 1, at + NEAR).search(/\s/);
  return space === -1 ? unsplit(text, at) : at + space;
}

function wordEnd(text: string, at: number, least: number): number {
  if (at >= text.length) return text.length;
  for (let end = at; end > Math.max(least, at - NEAR); end -= 1) if (/\s/.test(text[end] ?? '')) return end;
  return unsplit(text, at);
}

/** Never within a sign of two units. */
function unsplit(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at;
}
