import { draftEdit, type JudgedDraft } from '../core/changes/draft-edit.ts';
import type { EngineOrigin } from '../core/changes/engine-origin.ts';
import { mendDraft } from '../core/changes/mend-draft.ts';
import type { PlannedUnit } from '../core/changes/plan.ts';
import type { TranslationStore } from '../core/changes/translation-store.ts';
import { checkUnit } from '../core/ledger/ledger.ts';
import type { Verdict } from '../core/ledger/ledger-entry.ts';
import { repairTarget } from '../core/ledger/repair.ts';
import type { TermIndexes } from '../core/matcher/term-index.ts';
import type { Unit } from '../core/model/article.ts';
import type { Repair } from '../core/model/repair-note.ts';
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
  const done = arrived.map((draft) => ({ draft, judged: judgeDraft(draft.planned.unit, draft, ports.indexes) }));
  const edits = done.map(({ draft: { planned, isOwn }, judged }) => {
    const repairs = [...(isOwn ? planned.unit.repairs : []), ...judged.repairs];
    return draftEdit(planned.unit, { ...judged, repairs });
  });
  const { refused } = await ports.store.save(slug, edits);
  for (const { draft, judged } of done) {
    const { id } = draft.planned.unit;
    const { target, repairs, mends, restored } = judged;
    const verdicts = judged.entries.map(({ verdict }) => verdict);
    yield {
      kind: 'unit',
      unit: {
        ...{ unit: id, target, verdicts, repairs, mends, restored, billed: draft.billed },
        refused: refused.includes(id),
      },
    };
  }
}

/** What becomes of a text as an engine gave it, or as a unit has it already. */
export function judgeDraft(
  { source }: Pick<Unit, 'source'>,
  { target: raw, origin, isOwn = false }: Pick<Draft, 'target' | 'origin'> & Partial<Pick<Draft, 'isOwn'>>,
  indexes: TermIndexes,
): JudgedDraft {
  const written = parseInlineMarks(raw);
  const mended = isOwn ? { target: written, repairs: [], restored: [] } : mendDraft(source, written, parseInlineMarks);
  const { target, repairs } = repairTarget(source, mended.target, { indexes, read: parseInlineMarks });
  const { entries } = checkUnit(source, target, indexes);
  const { repairs: mends, restored } = mended;
  return { target: target.text, origin, mends, restored, repairs, entries };
}
