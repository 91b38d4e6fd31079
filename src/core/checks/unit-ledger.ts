import type { Alignment } from '../alignment/sentence-pairs.ts';
import { ledgerSlices } from '../ledger/ledger.ts';
import { staleReasons } from '../ledger/review-stamps.ts';
import { isTranslatable, type Unit } from '../model/article.ts';
import type { Slices } from '../model/slices.ts';
import type { UnitLedger } from './checked-article.ts';
import type { Entries } from './entries.ts';

/**
 * What a unit makes of the terms, without all else that is found in it.
 *
 * @param known which sentences of both sides belong together
 */
export function* unitLedgerSlices(unit: Unit, { indexes }: Entries, known: Alignment): Slices<UnitLedger> {
  const { source, target, waivers } = unit;
  if (!isTranslatable(unit) || target === null) return { unit, entries: [], stale: [] };
  const { entries } = yield* ledgerSlices({ source, target, waivers }, indexes, known);
  return { unit, entries, stale: staleReasons(unit, entries) };
}
