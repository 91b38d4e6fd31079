import type { Repaired } from '../../ledger/repair.ts';
import type { RichText } from '../../model/rich-text.ts';
import type { ReadText } from '../../text/reading.ts';
import { findBrokenMarks } from './broken-marks.ts';
import { findChangedFigures, findFrenchFigures } from './english-figures.ts';
import { findFrenchQuotes, findFrenchSpaces } from './english-signs.ts';
import { findKeptPieces } from './kept-pieces.ts';
import { type Mend, mendAll } from './mend.ts';

/** In this order: a link that is none has no address, and a figure that is still French says another number. */
const RULES: readonly ((source: RichText, target: RichText) => Mend[])[] = [
  findFrenchFigures,
  (_, target) => findFrenchQuotes(target),
  (_, target) => findFrenchSpaces(target),
  findChangedFigures,
];

export interface MendedDraft extends Repaired {
  /** What stands as in the French again. Nobody wants back what stood in its place. */
  readonly restored: readonly string[];
}

/**
 * Puts right by rule what an engine does to things that are no language, and what it leaves French: addresses, code and
 * figures are those of the source, quotation marks and figures are written as in English. What it can no longer put in
 * its place is left to the check.
 */
export function mendDraft(source: RichText, target: RichText, read: ReadText): MendedDraft {
  if (source.isUnread || target.isUnread) return { target, repairs: [], restored: [] };
  const whole = mendAll({ target, repairs: [] }, findBrokenMarks(source, target), read).target;
  const kept = mendAll({ target: whole, repairs: [] }, findKeptPieces(source, whole), read);
  const mended = RULES.reduce<Repaired>((before, find) => mendAll(before, find(source, before.target), read), {
    target: kept.target,
    repairs: [],
  });
  return { ...mended, restored: kept.repairs.map(({ to }) => to) };
}
