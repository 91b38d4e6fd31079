import { addToGroup } from '../../core/model/groups.ts';
import { type CodePiece, joined, type Piece } from './inline-pieces.ts';

/** Signs that begin or end nothing where a blank stands on their inner side. */
const EMPHASIS = /^(?:[*_]{1,3}|~~)$/;

/** Whether a piece begins or ends emphasis. */
export function isEmphasis(piece: Piece): boolean {
  return (piece.role === 'open' || piece.role === 'close') && EMPHASIS.test(piece.raw);
}

/**
 * Marks as they can be written: what is left of a mark of which one end is gone, or that ends before it begins, is left
 * out; blanks at the edge of emphasis go outside. Words are never changed.
 */
export function soundMarks(pieces: readonly Piece[]): readonly Piece[] {
  return blanksOutside(withBothEnds(pieces));
}

/** A target in which a mark without signs of its own has those of the source’s of the same name. */
export function withSigns(target: readonly Piece[], source: readonly Piece[]): Piece[] {
  const signs = new Map(
    source.flatMap((piece) => (piece.role === 'text' ? [] : [[nameOf(piece), piece.raw] as const])),
  );
  return target.map((piece) =>
    piece.role === 'text' || piece.raw !== '' ? piece : { ...piece, raw: signs.get(nameOf(piece)) ?? '' },
  );
}

function nameOf({ role, id }: CodePiece): string {
  return `${role} ${id}`;
}

function withBothEnds(pieces: readonly Piece[]): Piece[] {
  const open = new Map<string, number[]>();
  const whole = new Set<number>();
  for (const [at, piece] of pieces.entries()) {
    if (piece.role === 'open') addToGroup(open, piece.id, at);
    if (piece.role !== 'close') continue;
    const first = open.get(piece.id)?.pop();
    if (first !== undefined) whole.add(first).add(at);
  }
  return joined(pieces.filter(({ role }, at) => role === 'text' || role === 'alone' || whole.has(at)));
}

function blanksOutside(pieces: readonly Piece[]): readonly Piece[] {
  const edges = pieces.map((piece, at) => edgeOf(piece, pieces[piece.role === 'open' ? at + 1 : at - 1]));
  if (edges.every((blanks) => blanks === '')) return pieces;
  const moved = pieces.flatMap((piece, at): Piece[] => {
    const blanks: Piece = { role: 'text', text: edges[at] ?? '' };
    if (piece.role === 'open') return [blanks, piece];
    if (piece.role !== 'text') return [piece, blanks];
    const first = pieces[at - 1]?.role === 'open' ? edges[at - 1] : '';
    const last = pieces[at + 1]?.role === 'close' ? edges[at + 1] : '';
    return [{ role: 'text', text: piece.text.slice(first?.length, piece.text.length - (last?.length ?? 0)) }];
  });
  return joined(moved);
}

/** Blanks on the inner side of emphasis, where there is more than them. */
function edgeOf(piece: Piece, inner: Piece | undefined): string {
  if (!isEmphasis(piece) || inner?.role !== 'text' || inner.text.trim() === '') return '';
  const { text } = inner;
  return piece.role === 'open'
    ? text.slice(0, text.length - text.trimStart().length)
    : text.slice(text.trimEnd().length);
}
