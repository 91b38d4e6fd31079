import { type Piece, type PlacedPiece, piecesIn, shownBy } from './inline-pieces.ts';

/** One sentence of a text. */
export interface CutSentence {
  readonly pieces: readonly Piece[];
  /** The white space between it and the next. */
  readonly after: string;
}

/**
 * Cuts a text into its sentences.
 *
 * @param starts where each but the first begins; UTF-16 offsets
 * @returns null where that would part a mark, or leave a sentence without anything to read
 */
export function cutSentences(placed: readonly PlacedPiece[], starts: readonly number[]): CutSentence[] | null {
  const sentences: CutSentence[] = [];
  const cut = placed.flatMap((piece) => cutAt(piece, starts));
  let next = 0;
  for (const start of [...starts, Number.POSITIVE_INFINITY]) {
    const first = next;
    for (let piece = cut[next]; piece !== undefined && piece.end <= start; piece = cut[next]) next += 1;
    const pieces = piecesIn(cut.slice(first, next));
    const sentence = start === Number.POSITIVE_INFINITY ? { pieces, after: '' } : withoutEnd(pieces);
    if (!isWhole(sentence.pieces)) return null;
    sentences.push(sentence);
    if ((cut[next]?.start ?? start) < start) return null;
  }
  return sentences;
}

/** What is shown as it is written can be cut anywhere. */
function cutAt({ piece, start, end }: PlacedPiece, starts: readonly number[]): PlacedPiece[] {
  if (piece.role !== 'text' || piece.text.length !== end - start) return [{ piece, start, end }];
  const edges = [start, ...starts.filter((at) => at > start && at < end), end];
  return edges.slice(1).map((to, i) => {
    const from = edges[i] ?? start;
    return { piece: { role: 'text', text: piece.text.slice(from - start, to - start) }, start: from, end: to };
  });
}

/** The white space at the end belongs to neither sentence. */
function withoutEnd(pieces: readonly Piece[]): CutSentence {
  const last = pieces.at(-1);
  if (last?.role !== 'text') return { pieces, after: '' };
  const text = last.text.trimEnd();
  const after = last.text.slice(text.length);
  return { pieces: [...pieces.slice(0, -1), ...(text === '' ? [] : [{ ...last, text }])], after };
}

/** Every mark begins and ends in it, and there is something to read. */
function isWhole(pieces: readonly Piece[]): boolean {
  const ids = (role: Piece['role']) =>
    pieces.flatMap((piece) => (piece.role === role && 'id' in piece ? [piece.id] : []));
  return shownBy(pieces).trim() !== '' && ids('open').sort().join() === ids('close').sort().join();
}
