import type { Piece } from '../../../core/text/pieces.ts';
import type { Run } from '../../../core/text/stretches.ts';

/** A run that may break though it stands in what is held on one line. */
export interface HeldRun extends Run {
  readonly isLoose?: true;
}

/** A piece that may begin or end what stays on one line though a term begins or ends in it: « apprennent ». */
export interface HeldPiece<Mention> extends Piece<Mention> {
  readonly runs: readonly HeldRun[];
  readonly begins?: true;
  readonly ends?: true;
}

/**
 * Holds a term together with what stays on its line beside it: a browser breaks between two stretches each of which
 * must not break, where the second begins with a space. Of a term of several words only the first or the last is held.
 */
export function heldTogether<Mention>(pieces: readonly Piece<Mention>[]): HeldPiece<Mention>[] {
  const all = pieces.flatMap(withEdges);
  return all.map((piece, i) => {
    const isHeldBefore = isHeld(all[i - 1], piece);
    const isHeldAfter = isHeld(piece, all[i + 1]);
    if (!isHeldBefore && !isHeldAfter) return piece;
    const held = { ...piece, runs: loosened(piece) };
    if (isHeldBefore === isHeldAfter) return held;
    return isHeldAfter ? { ...held, begins: true } : { ...held, ends: true };
  });
}

function loosened<Mention>({ mention, runs }: Piece<Mention>): readonly HeldRun[] {
  if (mention === null || runs.length === 1) return runs;
  return runs.map((run) => (run.keep ? run : { ...run, isLoose: true }));
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
  return one.mention !== null || next.mention !== null;
}
