import { type Alignment, alignmentSlices } from '../../alignment/sentence-pairs.ts';
import { ledgerSlices } from '../../ledger/ledger.ts';
import { staleReasons } from '../../ledger/review-stamps.ts';
import { isTranslatable, type Unit } from '../../model/article.ts';
import type { RichText } from '../../model/rich-text.ts';
import type { Slices } from '../../model/slices.ts';
import type { UnitLedger } from '../checked-article.ts';
import type { Entries } from '../glossary/entries.ts';
import { isSameText } from './unedited.ts';

/**
 * What a unit makes of the terms, without all else that is found in it.
 *
 * @param known which sentences of both sides belong together; null where that was not worked out
 */
export type UnitJudge = (unit: Unit, known: Alignment | null) => Slices<UnitLedger>;

/** Judges units by the terms of a glossary: those that say the same, as some of every archive do, once. */
export function createUnitJudge({ indexes }: Entries): UnitJudge {
  const judged = new Map<string, UnitLedger>();
  return function* (unit, known) {
    const { source, target, waivers } = unit;
    if (!isTranslatable(unit) || target === null) return { unit, entries: [], stale: [] };
    const same = judged.get(source.text);
    if (same !== undefined && saysTheSame(same.unit, unit))
      return { unit, entries: same.entries, stale: staleReasons(unit, same.entries) };
    const alignment = known ?? (yield* alignmentSlices(source, target));
    const { entries } = yield* ledgerSlices({ source, target, waivers }, indexes, alignment);
    const ledger = { unit, entries, stale: staleReasons(unit, entries) };
    judged.set(source.text, ledger);
    return ledger;
  };
}

/** What a person accepted in one is not looked for in the other. */
function saysTheSame(a: Unit, b: Unit): boolean {
  if (a.waivers.length + b.waivers.length > 0 || a.target === null || b.target === null) return false;
  return readsTheSame(a.source, b.source) && readsTheSame(a.target, b.target);
}

/** Units of several articles: what is Markdown in one may be plain in another. */
function readsTheSame(a: RichText, b: RichText): boolean {
  return isSameText(a, b) && a.words === b.words;
}
