import { type EngineOrigin, writeOrigin } from '../core/changes/engine-origin.ts';
import { type MendedDraft, mendDraft } from '../core/changes/mend-draft.ts';
import type { PlannedUnit } from '../core/changes/plan.ts';
import type { TargetEdit, TranslationStore } from '../core/changes/translation-store.ts';
import { checkUnit } from '../core/ledger/ledger.ts';
import type { LedgerEntry, Verdict } from '../core/ledger/ledger-entry.ts';
import { repairTarget } from '../core/ledger/repair.ts';
import { writeReviewedTerms } from '../core/ledger/review-stamps.ts';
import type { TermIndexes } from '../core/matcher/term-index.ts';
import { type Repair, writeRepair } from '../core/model/repair-note.ts';
import type { RichText } from '../core/model/rich-text.ts';
import { parseInlineMarks } from '../formats/article/inline-marks.ts';

/** A unit that arrived, with what became of its terms. */
export interface TranslatedUnit {
  readonly unit: string;
  readonly target: string;
  readonly verdicts: readonly Verdict[];
  readonly repairs: readonly Repair[];
  /** What was put right in it besides its terms. */
  readonly mends: readonly Repair[];
  /** Addresses and the like that the engine had changed. */
  readonly restored: readonly string[];
  /** Characters billed for it; 0 when it was reused. */
  readonly billed: number;
  /** The unit had got another target, or another French, meanwhile, which stays. */
  readonly refused: boolean;
}

/** A target that is to be repaired and saved. */
export interface Draft {
  readonly planned: PlannedUnit;
  readonly target: string;
  /** Characters billed for it in this run. */
  readonly billed: number;
  readonly origin: EngineOrigin;
  /** Whether it is what the unit has already, so that its repairs go on from those before. */
  readonly isOwn: boolean;
}

/** What saving needs. */
export interface SavingPorts {
  readonly store: Pick<TranslationStore, 'save'>;
  readonly indexes: TermIndexes;
}

/** Mends, repairs, checks and saves, and says what arrived. */
export async function* saveDrafts(
  slug: string,
  arrived: readonly Draft[],
  ports: SavingPorts,
): AsyncGenerator<{ readonly kind: 'unit'; readonly unit: TranslatedUnit }> {
  if (arrived.length === 0) return;
  const done = arrived.map((one) => {
    const { source } = one.planned.unit;
    const written = parseInlineMarks(one.target);
    const mended = one.isOwn ? asItIs(written) : mendDraft(source, written, parseInlineMarks);
    const tools = { indexes: ports.indexes, read: parseInlineMarks };
    const { target, repairs } = repairTarget(source, mended.target, tools);
    const { entries } = checkUnit(source, target, ports.indexes);
    return { draft: one, target, repairs, mends: mended.repairs, restored: mended.restored, entries };
  });
  const { refused } = await ports.store.save(slug, done.map(editOf));
  for (const { draft, target, repairs, mends, restored, entries } of done) {
    const { billed, planned } = draft;
    const { id } = planned.unit;
    const verdicts = entries.map(({ verdict }) => verdict);
    yield {
      kind: 'unit',
      unit: {
        ...{ unit: id, target: target.text, verdicts, repairs, mends, restored, billed },
        refused: refused.includes(id),
      },
    };
  }
}

function asItIs(target: RichText): MendedDraft {
  return { target, repairs: [], restored: [] };
}

interface Repaired {
  readonly draft: Draft;
  readonly target: RichText;
  readonly repairs: readonly Repair[];
  readonly mends: readonly Repair[];
  readonly restored: readonly string[];
  readonly entries: readonly LedgerEntry[];
}

/** The entries are noted as at a review, so that after a change of the glossary it is known which of them changed. */
function editOf({ draft: { planned, origin, isOwn }, target, repairs, mends, entries }: Repaired): TargetEdit {
  const { unit } = planned;
  const repaired = [...(isOwn ? unit.repairs : []), ...mends, ...repairs].map(
    (repair) => `repaired: ${writeRepair(repair)}`,
  );
  const terms = writeReviewedTerms(entries);
  return {
    unit: unit.id,
    source: unit.source.text,
    target: target.text,
    state: 'translated',
    comments: [`origin: ${writeOrigin(origin)}`, ...repaired, ...(terms === '' ? [] : [`terms: ${terms}`])],
    previous: null,
    expected: unit.target?.text ?? '',
  };
}
