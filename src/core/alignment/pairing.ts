import { cutEnglish, joinEnglish, moveEnglish, noteEnglish, type PairRow, partEnglish } from './pair-rows.ts';

/** What a person does with the row of an index. */
export type PairStep =
  | { readonly way: 'up' | 'down' | 'join' | 'part' | 'note' | 'leave'; readonly at: number }
  | {
      readonly way: 'cut';
      readonly at: number;
      /** Index of the piece that is cut, and the UTF-16 offset in its block. */
      readonly piece: number;
      readonly offset: number;
    };

/** Rows that a person works on, with the way back. */
export interface Pairing {
  readonly rows: readonly PairRow[];
  /** As they were before all steps that can be undone. */
  readonly first: readonly PairRow[];
  /** From those to the rows of now. */
  readonly steps: readonly PairStep[];
}

/** Steps that can be undone. */
const MOST_STEPS = 300;

export function createPairing(rows: readonly PairRow[]): Pairing {
  return { rows, first: rows, steps: [] };
}

/** @returns the very same where the step changes nothing */
export function withStep(pairing: Pairing, step: PairStep): Pairing {
  const rows = stepped(pairing.rows, step);
  if (rows === pairing.rows) return pairing;
  const [oldest, ...later] = pairing.steps;
  if (oldest === undefined || pairing.steps.length < MOST_STEPS)
    return { ...pairing, rows, steps: [...pairing.steps, step] };
  return { rows, first: stepped(pairing.first, oldest), steps: [...later, step] };
}

/** @returns the very same where there is nothing to undo */
export function withoutLastStep(pairing: Pairing): Pairing {
  if (pairing.steps.length === 0) return pairing;
  const steps = pairing.steps.slice(0, -1);
  return { ...pairing, rows: steps.reduce(stepped, pairing.first), steps };
}

function stepped(rows: readonly PairRow[], step: PairStep): readonly PairRow[] {
  const { way, at } = step;
  switch (way) {
    case 'up':
    case 'down':
      return withTrueClaims(rows, moveEnglish(rows, at, way));
    case 'cut':
      return withTrueClaims(rows, cutEnglish(rows, at, step));
    case 'join':
      return withTrueClaims(rows, joinEnglish(rows, at));
    case 'part':
      return withTrueClaims(rows, partEnglish(rows, at));
    default:
      return noteEnglish(rows, at, way === 'note');
  }
}

/** A row whose English is part of that before says so only as long as that is as it was. */
function withTrueClaims(before: readonly PairRow[], after: readonly PairRow[]): readonly PairRow[] {
  if (after === before) return before;
  const kept = new Set(before);
  let isKept = false;
  return after.map((row) => {
    if (row.isSaidBefore) return isKept ? row : { ...row, isSaidBefore: false };
    isKept = kept.has(row);
    return row;
  });
}
