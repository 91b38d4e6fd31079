import { addToGroup } from '../../core/model/groups.ts';
import type { CodePiece, Piece } from './inline-pieces.ts';

/** What a mark is, so that its partner on the other side is found. */
interface MarkName {
  readonly id: string;
  readonly exact: string;
  /** With another address it is the same link. */
  readonly loose: string | null;
}

/**
 * Numbers the marks of both sides, from 1: those that say the same have the same number, in the order of the source; a
 * mark of the target alone has the next one.
 *
 * @param given how many numbers are given already
 */
export function pairMarks(
  source: readonly Piece[],
  target: readonly Piece[],
  given = 0,
): { readonly source: readonly Piece[]; readonly target: readonly Piece[] } {
  const first = namesOf(source);
  const numbers = new Map(first.map(({ id }, i) => [id, `${given + i + 1}`]));
  const second = namesOf(target);
  const taken = new Map<string, string>();
  const free = new Set(first);
  for (const key of ['exact', 'loose'] as const) {
    const waiting = new Map<string, MarkName[]>();
    for (const name of free) if (name[key] !== null) addToGroup(waiting, name[key], name);
    for (const name of second) {
      if (taken.has(name.id)) continue;
      const partner = waiting.get(name[key] ?? '')?.shift();
      if (partner === undefined) continue;
      taken.set(name.id, numbers.get(partner.id) ?? '');
      free.delete(partner);
    }
  }
  const alone = second.filter(({ id }) => !taken.has(id));
  for (const [i, { id }] of alone.entries()) taken.set(id, `${given + first.length + i + 1}`);
  return { source: renamed(source, numbers), target: renamed(target, taken) };
}

function namesOf(pieces: readonly Piece[]): MarkName[] {
  const codes = pieces.filter((piece): piece is CodePiece => piece.role !== 'text');
  const closing = new Map(codes.flatMap(({ role, id, raw }) => (role === 'close' ? [[id, raw] as const] : [])));
  return codes.flatMap(({ role, sort, raw, id }) => {
    if (role === 'close') return [];
    const isLoose = role === 'open' || sort === 'image';
    return [{ id, exact: `${sort} ${raw} ${closing.get(id) ?? ''}`, loose: isLoose ? `${role} ${sort}` : null }];
  });
}

function renamed(pieces: readonly Piece[], numbers: ReadonlyMap<string, string>): Piece[] {
  return pieces.map((piece) => (piece.role === 'text' ? piece : { ...piece, id: numbers.get(piece.id) ?? piece.id }));
}
