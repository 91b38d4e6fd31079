import { type Engine, EngineError } from '../core/changes/engine.ts';
import type { Plan, PlannedUnit } from '../core/changes/plan.ts';
import type { TranslationStore } from '../core/changes/translation-store.ts';
import type { TermIndexes } from '../core/matcher/term-index.ts';
import { waitFor } from './patience.ts';
import { createPurse } from './purse.ts';
import { saveDrafts, type TranslatedUnit } from './save-drafts.ts';
import { type Sending, sendBatch } from './send-batch.ts';
import type { termPairs } from './term-pairs.ts';

/** What happens in a run, as it happens. */
export type RunEvent =
  | { readonly kind: 'unit'; readonly unit: TranslatedUnit }
  /** Something an engine could not take or do; the run goes on. */
  | { readonly kind: 'notice'; readonly message: string }
  /** There is no translation of this unit; the run goes on. */
  | { readonly kind: 'refused'; readonly unit: string; readonly message: string }
  /** The run ends early; what arrived is saved. */
  | { readonly kind: 'stopped'; readonly message: string };

/** What a run needs besides its plan. */
export interface RunPorts {
  readonly engine: Engine;
  readonly store: TranslationStore;
  readonly indexes: TermIndexes;
  /** All entries of the glossary, for an engine that keeps a glossary of its own. */
  readonly pairs: () => ReturnType<typeof termPairs>;
  /** The source text of every unit of the article, in order: what stands around a batch. */
  readonly texts: readonly string[];
  /** Today, ISO 8601. */
  readonly date: string;
  readonly isCancelled: () => boolean;
  /** Characters that may be sent to an engine that bills them; null for no limit. */
  readonly mostCharacters: number | null;
}

/** Units of one request: few, so that a request that is lost costs little. */
const MOST_UNITS = 10;

/**
 * Translates what a plan names. Each batch is verified, repaired and saved before the next one is sent, so that
 * whatever was paid for is kept.
 */
export async function* runPlan(plan: Plan, ports: RunPorts): AsyncGenerator<RunEvent, void, undefined> {
  const reused = plan.units.filter((unit) => unit.reused !== null);
  yield* saveDrafts(
    plan.slug,
    reused.map((planned) => ({ planned, target: planned.reused ?? '', billed: 0, knewTerms: true })),
    ports,
  );
  const due = plan.units.filter((unit) => unit.reused === null);
  if (due.length === 0) return;
  const { engine, mostCharacters } = ports;
  if (engine.abilities.price === 'characters' && mostCharacters !== null && plan.characters > mostCharacters) {
    const message = `This would bill ${plan.characters} characters; VISAVIS_MOST_CHARACTERS allows ${mostCharacters} a run. Nothing was sent.`;
    yield { kind: 'stopped', message };
    return;
  }
  const purse = createPurse(engine, mostCharacters);
  const sending = { ...ports, article: ports.texts, purse, refused: 0, lost: 0 };
  try {
    yield* translateUnits(plan.slug, due, ports, sending);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    yield { kind: 'stopped', message: error.message };
  }
  if (sending.lost > 0)
    yield { kind: 'notice', message: `${engine.name} billed ${sending.lost} characters for answers of no use.` };
}

async function* translateUnits(
  slug: string,
  units: readonly PlannedUnit[],
  ports: RunPorts,
  sending: Sending,
): AsyncGenerator<RunEvent> {
  const { engine, pairs, isCancelled } = ports;
  if (engine.abilities.glossary === 'native') {
    for (const message of await waitFor(engine.prepare(pairs()), isCancelled)) yield { kind: 'notice', message };
  }
  for (const batch of batchesOf(units, engine)) {
    for await (const sent of sendBatch(batch, sending)) {
      if (sent.kind === 'arrived') yield* saveDrafts(slug, sent.arrived, ports);
      else yield sent;
    }
  }
}

/** Units in order, as many to a request as the engine takes. */
function* batchesOf(units: readonly PlannedUnit[], { abilities }: Engine): Generator<PlannedUnit[]> {
  let batch: PlannedUnit[] = [];
  let characters = 0;
  for (const unit of units) {
    const full = batch.length >= Math.min(MOST_UNITS, abilities.mostTexts);
    if (batch.length > 0 && (full || characters + unit.characters > abilities.mostCharacters)) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(unit);
    characters += unit.characters;
  }
  if (batch.length > 0) yield batch;
}
