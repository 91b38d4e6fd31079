import { draftEdit, type JudgedDraft } from '../core/changes/draft-edit.ts';
import type { PlannedUnit } from '../core/changes/plan.ts';
import type { EngineOrigin } from '../core/changes/ports/engine-origin.ts';
import type { TranslationStore } from '../core/changes/ports/translation-store.ts';
import { type Standing, standingOf } from '../core/ledger/standing.ts';
import type { TermIndexes } from '../core/matcher/term-index.ts';
import type { Pacer } from '../core/model/slices.ts';
import { judgeDraft } from './judge-draft.ts';

/** A unit that arrived, with what became of its terms. */
export interface TranslatedUnit extends Pick<JudgedDraft, 'target' | 'mends' | 'restored' | 'repairs'> {
  readonly unit: string;
  /** Of the terms that its entries hold it to: a general word that is rendered freely is left out. */
  readonly standings: readonly Standing[];
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
  readonly pacer: Pacer;
}

/** Mends, repairs, checks and saves, and says what arrived. */
export async function* saveDrafts(
  slug: string,
  arrived: readonly Draft[],
  ports: SavingPorts,
): AsyncGenerator<{ readonly kind: 'unit'; readonly unit: TranslatedUnit }> {
  if (arrived.length === 0) return;
  const done: { readonly draft: Draft; readonly judged: JudgedDraft }[] = [];
  for (const draft of arrived)
    done.push({ draft, judged: await ports.pacer.finish(judgeDraft(draft.planned.unit, draft, ports.indexes)) });
  const edits = done.map(({ draft: { planned, isOwn }, judged }) => {
    const repairs = [...(isOwn ? planned.unit.repairs : []), ...judged.repairs];
    return draftEdit(planned.unit, { ...judged, repairs });
  });
  const { refused } = await ports.store.save(slug, edits);
  for (const { draft, judged } of done) {
    const { id } = draft.planned.unit;
    const { target, repairs, mends, restored } = judged;
    const standings = judged.entries.map(standingOf).filter((standing) => standing !== 'free');
    yield {
      kind: 'unit',
      unit: {
        ...{ unit: id, target, standings, repairs, mends, restored, billed: draft.billed },
        refused: refused.includes(id),
      },
    };
  }
}
