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

/** What a unit says: whoever holds the unit itself holds all of its article. */
type Said = Pick<Unit, 'source' | 'target' | 'waivers'>;

/**
 * Of those with one French the last that was worked out is known.
 *
 * @param most so many are known; then it begins anew
 */
export function createSameUnits<T>(most = Infinity): SameUnits<T> {
  const known = new Map<string, { readonly unit: Said; readonly made: T }>();
  return {
    get(unit) {
      const same = known.get(unit.source.text);
      return same !== undefined && saysTheSame(same.unit, unit) ? same.made : undefined;
    },
    set({ source, target, waivers }, made) {
      if (known.size >= most && !known.has(source.text)) known.clear();
      known.set(source.text, { unit: { source, target, waivers }, made });
    },
  };
}

/**
 * Judges units by the terms of a glossary.
 *
 * @param alignments shared with others that judge the same units by other terms
 * @param most so many units are known by then
 */
export function createUnitJudge(
  { indexes }: Pick<Entries, 'indexes'>,
  alignments: SameUnits<Alignment> = createSameUnits(),
  most = Infinity,
): UnitJudge {
  const judged = createSameUnits<UnitLedger['entries']>(most);
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
function saysTheSame(a: Said, b: Said): boolean {
  if (a.waivers.length + b.waivers.length > 0 || !readsTheSame(a.source, b.source)) return false;
  return a.target === null || b.target === null ? a.target === b.target : readsTheSame(a.target, b.target);
}

/** Units of several articles: what is Markdown in one may be plain in another. */
function readsTheSame(a: RichText, b: RichText): boolean {
  return isSameText(a, b) && a.words === b.words;
}
