import { changedOne } from './three-way.ts';

/** A stretch that both texts have, that only the old one has, or only the new one. */
export interface DiffPiece {
  readonly kind: 'same' | 'out' | 'in';
  readonly text: string;
}

/**
 * Pairs of words that are compared at most; longer texts count as changed from their first difference to their last.
 */
const MOST_COMPARED = 4_000_000;

/** Words, spaces and single signs. Together they are the text. */
export function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? [];
}

/** Which tokens of two texts are the same ones, in order: a longest common subsequence. Pairs of positions. */
export function matchTokens(a: readonly string[], b: readonly string[]): [number, number][] {
  const pairs: [number, number][] = [];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) {
    pairs.push([start, start]);
    start += 1;
  }
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  if ((endA - start) * (endB - start) <= MOST_COMPARED)
    for (const [i, j] of middleMatches(a.slice(start, endA), b.slice(start, endB))) pairs.push([i + start, j + start]);
  for (let i = 0; endA + i < a.length; i += 1) pairs.push([endA + i, endB + i]);
  return pairs;
}

function middleMatches(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      const [below, right] = [lengths[at + width] as number, lengths[at + 1] as number];
      lengths[at] = a[i] === b[j] ? (lengths[at + width + 1] as number) + 1 : Math.max(below, right);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const at = i * width + j;
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if ((lengths[at + width] as number) >= (lengths[at + 1] as number)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** What changed from one text to another, word by word; words that changed in a row are one change. */
export function diffTexts(before: string, after: string): DiffPiece[] {
  const joined: DiffPiece[] = [];
  const pieces = diffWords(before, after);
  for (let i = 0; i < pieces.length; i += 1) {
    const [piece, out, into] = pieces.slice(i, i + 3) as [DiffPiece, DiffPiece?, DiffPiece?];
    const [lastOut, lastIn] = joined.slice(-2);
    if (
      isGap(piece) &&
      lastOut?.kind === 'out' &&
      lastIn?.kind === 'in' &&
      out?.kind === 'out' &&
      into?.kind === 'in'
    ) {
      joined.splice(-2, 2, joinPieces(lastOut, piece, out), joinPieces(lastIn, piece, into));
      i += 2;
    } else joined.push(piece);
  }
  return joined;
}

/** A space between words of one line. */
function isGap({ kind, text }: DiffPiece): boolean {
  return kind === 'same' && /^[^\S\n]+$/.test(text);
}

function joinPieces(first: DiffPiece, gap: DiffPiece, second: DiffPiece): DiffPiece {
  return { kind: first.kind, text: first.text + gap.text + second.text };
}

function diffWords(before: string, after: string): DiffPiece[] {
  const [a, b] = [tokensOf(before), tokensOf(after)];
  const pieces: DiffPiece[] = [];
  const add = (kind: DiffPiece['kind'], text: string) => {
    const last = pieces.at(-1);
    if (text === '') return;
    if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: last.text + text };
    else pieces.push({ kind, text });
  };
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...matchTokens(a, b), [a.length, b.length] as const]) {
    add('out', a.slice(i, nextI).join(''));
    add('in', b.slice(j, nextJ).join(''));
    add('same', a[nextI] ?? '');
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return pieces;
}

/**
 * Puts the changes of two texts over one base together; null where both changed the same words differently. Changes
 * that touch each other count as the same place.
 */
export function mergeTexts(base: string, yours: string, theirs: string): string | null {
  const tokens = tokensOf(base);
  const [a, b] = [tokensOf(yours), tokensOf(theirs)];
  const toA = new Map(matchTokens(tokens, a));
  const toB = new Map(matchTokens(tokens, b));
  const stable = [...toA.keys()].filter((i) => toB.has(i));
  let merged = '';
  let [i, j, k] = [0, 0, 0];
  for (const at of [...stable, tokens.length]) {
    const [nextJ, nextK] = [toA.get(at) ?? a.length, toB.get(at) ?? b.length];
    const parts = [tokens.slice(i, at), a.slice(j, nextJ), b.slice(k, nextK)].map((part) => part.join(''));
    const chosen = changedOne(...(parts as [string, string, string]));
    if (chosen === null) return null;
    merged += chosen + (tokens[at] ?? '');
    [i, j, k] = [at + 1, nextJ + 1, nextK + 1];
  }
  return merged;
}
