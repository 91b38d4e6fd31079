import type { Engine } from '../core/changes/ports/engine.ts';
import type { Snapshot } from '../core/changes/ports/library.ts';
import type { CheckedArticle } from '../core/checks/checked-article.ts';
import type { Purse } from './purse.ts';
import { type ArticlePorts, planNow } from './run-article.ts';
import { type DatedPlan, type RunEvent, runPlan } from './run-plan.ts';
import { termPairSlices } from './term-pairs.ts';

/** What some paragraphs would cost at one engine. */
export interface Comparison {
  readonly engine: Engine;
  readonly plan: DatedPlan;
  readonly texts: readonly string[];
}

/** What is to be translated side by side. */
export interface Compared {
  readonly checked: CheckedArticle;
  readonly snapshot: Snapshot;
  readonly engines: readonly Engine[];
  /** Ids of units; null for all of them. */
  readonly units: ReadonlySet<string> | null;
}

/**
 * Plans the same paragraphs for several engines, as if none had its English; what was paid for before costs nothing.
 */
export async function planComparison(
  { checked, snapshot: { glossary }, engines, units }: Compared,
  { spending, pacer }: Pick<ArticlePorts, 'spending' | 'pacer'>,
): Promise<Comparison[]> {
  const blank = checked.units
    .filter(({ unit }) => units?.has(unit.id) ?? true)
    .map((one) => ({ ...one, unit: { ...one.unit, target: null, state: 'initial' as const } }));
  const texts = checked.article.units.map(({ source }) => source.text);
  const planned: Comparison[] = [];
  for (const engine of engines) {
    const snapshot = { glossary, articles: new Map() };
    const plan = await planNow({ ...checked, units: blank }, snapshot, { spending, pacer, label: engine.label });
    planned.push({ engine, plan, texts });
  }
  return planned;
}

/** What comparing needs besides its plan. */
export interface ComparingPorts extends Pick<ArticlePorts, 'spending' | 'pacer' | 'now'> {
  readonly snapshot: Snapshot;
  /** One for all engines. */
  readonly purse: Purse;
  readonly isCancelled: () => boolean;
}

/**
 * Runs one plan of a comparison. Nothing goes into the article; what was paid for is kept in the ledger of spending.
 */
export function runComparison({ engine, plan, texts }: Comparison, ports: ComparingPorts): AsyncGenerator<RunEvent> {
  const { spending, pacer, now, snapshot, purse, isCancelled } = ports;
  const { indexes, concepts } = snapshot.glossary;
  return runPlan(plan, {
    ...{ engine, texts, spending, pacer, now, purse, indexes, isCancelled },
    store: { save: async () => ({ refused: [], save: null }) },
    pairs: () => pacer.finish(termPairSlices(concepts)),
  });
}

/** Why a comparison would pass the limit of a run; null where it would not. */
export function whyTooDear(planned: readonly Comparison[], { whyNot }: Purse): string | null {
  const billing = planned.filter(({ engine }) => engine.abilities.price !== 'free');
  const [first] = billing;
  return first === undefined
    ? null
    : whyNot(
        first.engine,
        billing.reduce((sum, { plan }) => sum + plan.characters, 0),
      );
}
