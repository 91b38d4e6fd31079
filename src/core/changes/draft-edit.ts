import type { LedgerEntry } from '../ledger/ledger-entry.ts';
import { writeReviewedTerms } from '../ledger/review-stamps.ts';
import type { Unit } from '../model/article.ts';
import { type Repair, writeRepair } from '../model/repair-note.ts';
import { type EngineOrigin, writeOrigin } from './ports/engine-origin.ts';
import type { TargetEdit } from './ports/translation-store.ts';

/** A text of an engine, repaired and judged. */
export interface JudgedDraft {
  readonly target: string;
  readonly origin: EngineOrigin;
  /** What was put right besides its terms, before them. */
  readonly mends: readonly Repair[];
  /** Addresses and the like that the engine had changed. */
  readonly restored: readonly string[];
  readonly repairs: readonly Repair[];
  readonly entries: readonly LedgerEntry[];
}

/**
 * The edit that makes an engine’s text the draft of a unit. The entries are noted as at a review, so that after a
 * change of the glossary it is known which of them changed.
 */
export function draftEdit(unit: Unit, { target, origin, mends, repairs, entries }: JudgedDraft): TargetEdit {
  const terms = writeReviewedTerms(entries);
  return {
    unit: unit.id,
    source: unit.source.text,
    target,
    state: 'translated',
    comments: [
      `origin: ${writeOrigin(origin)}`,
      ...[...mends, ...repairs].map((repair) => `repaired: ${writeRepair(repair)}`),
      ...(terms === '' ? [] : [`terms: ${terms}`]),
    ],
    previous: null,
    expected: unit.target?.text ?? '',
  };
}
