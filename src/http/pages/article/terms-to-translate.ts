import type { CheckedUnit } from '../../../core/checks/checked-article.ts';
import { ledgerSlices } from '../../../core/ledger/ledger.ts';
import type { TermIndexes } from '../../../core/matcher/term-index.ts';
import { isTranslatable } from '../../../core/model/article.ts';
import type { Slices } from '../../../core/model/slices.ts';
import { NOTHING } from '../../../core/text/reading.ts';

/**
 * The paragraphs of an article with the terms of those that have no English yet. Nobody can have rendered these, so
 * that reports count none of them; a page marks them, and gives them no verdict.
 */
export function* withTermsToTranslate(units: readonly CheckedUnit[], indexes: TermIndexes): Slices<CheckedUnit[]> {
  const marked: CheckedUnit[] = [];
  for (const checked of units) {
    if (isToTranslate(checked)) marked.push({ ...checked, ...(yield* termsOf(checked, indexes)) });
    else marked.push(checked);
  }
  return marked;
}

/** Whether it wants an English, and has none. */
export function isToTranslate({ unit }: CheckedUnit): boolean {
  return isTranslatable(unit) && unit.target === null;
}

function* termsOf({ unit }: CheckedUnit, indexes: TermIndexes): Slices<Pick<CheckedUnit, 'entries'>> {
  const { entries } = yield* ledgerSlices({ source: unit.source, target: NOTHING, waivers: [] }, indexes);
  return { entries };
}
