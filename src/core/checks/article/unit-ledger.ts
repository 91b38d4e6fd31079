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

/** What was worked out of units, for those that say the same, as some of every archive do. */
export interface SameUnits<T> {
  /** Undefined where nothing was worked out of one that says the same. */
  get(unit: Unit): T | undefined;
  set(unit: Unit, made: T): void;
}

/** Of those with one French the last that was worked out is known. */
export function createSameUnits<T>(): SameUnits<T> {
  const known = new Map<string, { readonly unit: Unit; readonly made: T }>();
  return {
    get(unit) {
      const same = known.get(unit.source.text);
      return same !== undefined && saysTheSame(same.unit, unit) ? same.made : undefined;
    },
    set(unit, made) {
      known.set(unit.source.text, { unit, made });
    },
  };
}

/**
 * Judges units by the terms of a glossary.
 *
 * @param alignments shared with others that judge the same units by other terms
 */
export function createUnitJudge({ indexes }: Entries, alignments = createSameUnits<Alignment>()): UnitJudge {
  const judged = createSameUnits<UnitLedger['entries']>();
  function* alignmentOf(unit: Unit, target: RichText, known: Alignment | null): Slices<Alignment> {
    const alignment = known ?? alignments.get(unit) ?? (yield* alignmentSlices(unit.source, target));
    alignments.set(unit, alignment);
    return alignment;
  }
  function* entriesOf(unit: Unit, target: RichText, known: Alignment | null): Slices<UnitLedger['entries']> {
    const { source, waivers } = unit;
    const alignment = yield* alignmentOf(unit, target, known);
    const { entries } = yield* ledgerSlices({ source, target, waivers }, indexes, alignment);
    judged.set(unit, entries);
    return entries;
  }
  return function* (unit, known) {
    const { target } = unit;
    if (!isTranslatable(unit) || target === null) return { unit, entries: [], stale: [] };
    const entries = judged.get(unit) ?? (yield* entriesOf(unit, target, known));
    return { unit, entries, stale: staleReasons(unit, entries) };
  };
}

/** What a person accepted in one is not looked for in the other. */
function saysTheSame(a: Unit, b: Unit): boolean {
  if (a.waivers.length + b.waivers.length > 0 || !readsTheSame(a.source, b.source)) return false;
  return a.target === null || b.target === null ? a.target === b.target : readsTheSame(a.target, b.target);
}

/** Units of several articles: what is Markdown in one may be plain in another. */
function readsTheSame(a: RichText, b: RichText): boolean {
  return isSameText(a, b) && a.words === b.words;
}
