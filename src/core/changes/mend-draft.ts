import type { RichText } from '../model/rich-text.ts';
import type { ReadText } from '../text/reading.ts';
import { findBrokenMarks } from './broken-marks.ts';
import { findChangedFigures, findFrenchFigures } from './english-figures.ts';
import { findFrenchQuotes, findFrenchSpaces } from './english-signs.ts';
import { findKeptPieces } from './kept-pieces.ts';
import { type Mend, type Mended, mendAll } from './mend.ts';

/** In this order: a link that is none has no address, an address may hold figures, and a figure that is still French says another number. */
const KINDS: readonly ((source: RichText, target: RichText) => Mend[])[] = [
  findBrokenMarks,
  findKeptPieces,
  findFrenchFigures,
  (_, target) => findFrenchQuotes(target),
  (_, target) => findFrenchSpaces(target),
  findChangedFigures,
];

/**
 * Puts right by rule what an engine does to things that are no language, and what it leaves French: addresses, code and
 * figures are those of the source, quotation marks and figures are written as in English. What it can no longer put in
 * its place is left to the check.
 */
export function mendDraft(source: RichText, target: RichText, read: ReadText): Mended {
  if (source.isUnread || target.isUnread) return { target, repairs: [] };
  return KINDS.reduce<Mended>((mended, find) => mendAll(mended, find(source, mended.target), read), {
    target,
    repairs: [],
  });
}
