import type { JudgedDraft } from '../core/changes/draft-edit.ts';
import { mendDraft } from '../core/changes/mending/mend-draft.ts';
import type { EngineOrigin } from '../core/changes/ports/engine-origin.ts';
import { ledgerSlices } from '../core/ledger/ledger.ts';
import type { LedgerEntry } from '../core/ledger/ledger-entry.ts';
import { repairSlices } from '../core/ledger/repair.ts';
import type { TermIndexes } from '../core/matcher/term-index.ts';
import type { Unit } from '../core/model/article.ts';
import type { RichText } from '../core/model/rich-text.ts';
import type { Slices } from '../core/model/slices.ts';
import { readerFor } from '../formats/article/inline-marks.ts';

/** A text of an engine after all that costs nothing. */
export interface FinishedText extends Pick<JudgedDraft, 'mends' | 'restored' | 'repairs'> {
  readonly target: RichText;
  readonly entries: readonly LedgerEntry[];
}

/**
 * What becomes of a text as an engine gave it: mended, repaired, judged.
 *
 * @param isOwn it is what the unit has already, so that it is mended already
 */
export function* judgeText(
  source: RichText,
  written: string,
  { indexes, isOwn = false }: { readonly indexes: TermIndexes; readonly isOwn?: boolean },
): Slices<FinishedText> {
  const read = readerFor(source);
  const draft = read(written);
  const mended = isOwn ? { target: draft, repairs: [], restored: [] } : mendDraft(source, draft, read);
  const { target, repairs } = yield* repairSlices(source, mended.target, { indexes, read });
  const { repairs: mends, restored } = mended;
  const { entries } = yield* ledgerSlices({ source, target, waivers: [] }, indexes);
  return { target, mends, restored, repairs, entries };
}

/** The same as a draft of a unit. */
export function* judgeDraft(
  { source }: Pick<Unit, 'source'>,
  {
    target: written,
    origin,
    isOwn = false,
  }: { readonly target: string; readonly origin: EngineOrigin; readonly isOwn?: boolean },
  indexes: TermIndexes,
): Slices<JudgedDraft> {
  const { target, ...judged } = yield* judgeText(source, written, { indexes, isOwn });
  return { ...judged, target: target.text, origin };
}
