import type { Engine } from '../core/changes/engine.ts';
import { type PlannedUnit, writeOrigin } from '../core/changes/plan.ts';
import type { TargetEdit, TranslationStore } from '../core/changes/translation-store.ts';
import { checkUnit } from '../core/ledger/ledger.ts';
import type { Verdict } from '../core/ledger/ledger-entry.ts';
import { repairTarget } from '../core/ledger/repair.ts';
import type { TermIndexes } from '../core/matcher/term-index.ts';
import { type Repair, writeRepair } from '../core/model/repair-note.ts';
import { parseInlineMarks } from '../formats/article/inline-marks.ts';
import type { Arrived } from './send-batch.ts';

/** A unit that arrived, with what became of its terms. */
export interface TranslatedUnit {
  readonly unit: string;
  readonly target: string;
  readonly verdicts: readonly Verdict[];
  readonly repairs: readonly Repair[];
  /** Characters billed for it; 0 when it was reused. */
  readonly billed: number;
  /** The unit had got another target, or another French, meanwhile, which stays. */
  readonly refused: boolean;
}

/** What saving needs. */
export interface SavingPorts {
  readonly engine: Engine;
  readonly store: TranslationStore;
  readonly indexes: TermIndexes;
  /** Today, ISO 8601. */
  readonly date: string;
}

/** Repairs, checks and saves, and says what arrived. */
export async function* saveDrafts(
  slug: string,
  arrived: readonly Arrived[],
  ports: SavingPorts,
): AsyncGenerator<{ readonly kind: 'unit'; readonly unit: TranslatedUnit }> {
  if (arrived.length === 0) return;
  const done = arrived.map((one) => {
    const { target, repairs } = repairTarget(one.planned.unit.source, parseInlineMarks(one.target), {
      indexes: ports.indexes,
      read: parseInlineMarks,
    });
    return { ...one, target, repairs };
  });
  const { refused } = await ports.store.save(
    slug,
    done.map(({ planned, target, billed, repairs }) => editOf(planned, target.text, billed, repairs, ports)),
  );
  for (const { planned, target, billed, repairs } of done) {
    const { id, source } = planned.unit;
    const verdicts = checkUnit(source, target, ports.indexes).entries.map(({ verdict }) => verdict);
    yield {
      kind: 'unit',
      unit: { unit: id, target: target.text, verdicts, repairs, billed, refused: refused.includes(id) },
    };
  }
}

function editOf(
  { unit, stamp }: PlannedUnit,
  target: string,
  billed: number,
  repairs: readonly Repair[],
  { engine, date }: SavingPorts,
): TargetEdit {
  const origin = `origin: ${writeOrigin({ label: engine.label, stamp }, date, billed)}`;
  const repaired = repairs.map((repair) => `repaired: ${writeRepair(repair)}`);
  return {
    unit: unit.id,
    source: unit.source.text,
    target,
    state: 'translated',
    comments: [origin, ...repaired],
    previous: null,
    expected: unit.target?.text ?? '',
  };
}
