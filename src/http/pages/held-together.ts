import type { Piece } from '../../core/text/pieces.ts';

/** A piece that may begin or end what stays on one line though a term begins or ends in it: « apprennent ». */
export interface HeldPiece<Mention> extends Piece<Mention> {
  readonly begins?: true;
  readonly ends?: true;
}

/** The longest term that is held; a longer one might stand out of the window of a phone. UTF-16 units. */
const LONGEST = 20;

/**
 * Holds a term together with what stays on its line beside it: a browser breaks between two stretches each of which
 * must not break, where the second begins with a space.
 */
export function heldTogether<Mention>(pieces: readonly Piece<Mention>[]): HeldPiece<Mention>[] {
  const all = pieces.flatMap(withEdges);
  return all.map((piece, i) => {
    const isHeldBefore = isHeld(all[i - 1], piece);
    const isHeldAfter = isHeld(piece, all[i + 1]);
    if (isHeldBefore === isHeldAfter) return piece;
    return isHeldAfter ? { ...piece, begins: true } : { ...piece, ends: true };
  });
}

/** The text between two terms, with what must not break at its edges as pieces of their own. */
function withEdges<Mention>({ mention, runs }: Piece<Mention>): Piece<Mention>[] {
  if (mention !== null || runs.length === 1) return [{ mention, runs }];
  const from = runs[0]?.keep ? 1 : 0;
  const to = runs.at(-1)?.keep ? Math.max(from, runs.length - 1) : runs.length;
  return [runs.slice(0, from), runs.slice(from, to), runs.slice(to)]
    .filter(({ length }) => length > 0)
    .map((some) => ({ mention, runs: some }));
}

function isHeld<Mention>(one: Piece<Mention> | undefined, next: Piece<Mention> | undefined): boolean {
  if (!one?.runs.at(-1)?.keep || !next?.runs[0]?.keep) return false;
  const terms = [one, next].filter(({ mention }) => mention !== null);
  return terms.length > 0 && terms.every(({ runs }) => runs.map(({ text }) => text).join('').length <= LONGEST);
}
