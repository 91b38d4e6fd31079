import type { FreeTarget } from '../core/changes/free-target.ts';
import { isSent, type Plan, type PlannedUnit } from '../core/changes/plan.ts';
import { type Engine, EngineError, type TermPair } from '../core/changes/ports/engine.ts';
import { labelWithout } from '../core/changes/ports/engine-origin.ts';
import type { Claim, PaidAnswer, Spending } from '../core/changes/ports/spending.ts';
import type { TranslationStore } from '../core/changes/ports/translation-store.ts';
import type { TermIndexes } from '../core/matcher/term-index.ts';
import type { Pacer } from '../core/model/slices.ts';
import { counted } from '../core/text/counted.ts';
import { askAgain } from './ask-again.ts';
import { claimInTurn, glossaryName, textName } from './claims.ts';
import { waitFor } from './patience.ts';
import type { Purse } from './purse.ts';
import { type Draft, saveDrafts, type TranslatedUnit } from './save-drafts.ts';
import { type Arrived, type Sending, sendBatch } from './send-batch.ts';

/** What happens in a run, as it happens. */
export type RunEvent =
  | { readonly kind: 'unit'; readonly unit: TranslatedUnit }
  /** Something an engine could not take or do; the run goes on. */
  | { readonly kind: 'notice'; readonly message: string }
  /** There is no translation of this unit; the run goes on. */
  | { readonly kind: 'refused'; readonly unit: string; readonly message: string }
  /**
   * The run ends early; what arrived is saved.
   *
   * `needsFix`: it will end so again until somebody puts a file or a setting right
   */
  | { readonly kind: 'stopped'; readonly message: string; readonly needsFix: boolean };

/** A plan that knows what was paid for by some moment. */
export interface DatedPlan extends Plan {
  /** ISO 8601. */
  readonly asOf: string;
}

/** What a run needs besides its plan. */
export interface RunPorts {
  readonly engine: Engine;
  readonly store: Pick<TranslationStore, 'save'>;
  readonly spending: Spending;
  readonly pacer: Pacer;
  readonly purse: Purse;
  readonly indexes: TermIndexes;
  /** All entries of the glossary, for an engine that keeps a glossary of its own. */
  readonly pairs: () => Promise<readonly TermPair[]>;
  /** The source text of every unit of the article, in order: what stands around a batch. */
  readonly texts: readonly string[];
  /** The time it is, ISO 8601. */
  readonly now: () => string;
  readonly isCancelled: () => boolean;
}

/** Units of one request: few, so that a request that is lost costs little. */
const MOST_UNITS = 10;

/**
 * Translates what a plan names. Each batch is noted in the ledger of spending, verified, repaired and saved before the
 * next one is sent, so that whatever was paid for is kept, and paid for once.
 */
export async function* runPlan(plan: DatedPlan, ports: RunPorts): AsyncGenerator<RunEvent, void, undefined> {
  yield* saveDrafts(plan.slug, draftsOfFree(plan), ports);
  const due = plan.units.filter(isSent);
  const whyNot = ports.purse.whyNot(ports.engine, plan.characters);
  if (due.length === 0) return;
  if (whyNot !== null) return yield { kind: 'stopped', message: whyNot, needsFix: false };
  const sending = { ...ports, article: ports.texts, refused: 0, lost: 0, unanswered: 0 };
  try {
    yield* translateUnits(plan, due, { ports, sending });
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    yield { kind: 'stopped', message: error.message, needsFix: error.reach === 'setup' };
  }
  if (sending.unanswered > 0) {
    const message = `${ports.engine.name} gave no answer to ${counted(sending.unanswered, 'character')}, which may be billed all the same.`;
    yield { kind: 'notice', message };
  }
  if (sending.lost > 0)
    yield {
      kind: 'notice',
      message: `${ports.engine.name} billed ${counted(sending.lost, 'character')} for answers of no use.`,
    };
}

function draftsOfFree({ units }: Plan): Draft[] {
  const told = new Set<FreeTarget>();
  return units.flatMap((planned) => {
    if (planned.free === null) return [];
    const isFirst = planned.free.from !== 'article' && !told.has(planned.free);
    told.add(planned.free);
    return [draftFrom(planned, planned.free, isFirst)];
  });
}

/**
 * What was paid for before costs nothing now.
 *
 * @param isFirst what it cost then goes on to stand beside it; with a second one of it, nothing
 */
function draftFrom(planned: PlannedUnit, { target, from, origin }: FreeTarget, isFirst: boolean): Draft {
  const characters = isFirst ? origin.characters : 0;
  return {
    planned,
    target,
    billed: 0,
    isOwn: from === 'here',
    origin: { ...origin, characters, stamp: planned.stamp },
  };
}

interface Running {
  readonly ports: RunPorts;
  readonly sending: Omit<Sending, 'claim'>;
}

async function* translateUnits(
  plan: DatedPlan,
  units: readonly PlannedUnit[],
  { ports, sending }: Running,
): AsyncGenerator<RunEvent> {
  const { engine, pairs, isCancelled } = ports;
  let due = units;
  if (engine.abilities.glossary === 'native') {
    // Two runs that make it at one moment would make two of it.
    const claim = await claimInTurn(ports.spending, [glossaryName(engine.name)], isCancelled);
    // It may go on after the run is given up.
    const preparing = (async () => engine.prepare(await pairs()))().finally(() => claim.end());
    for (const message of await waitFor(preparing, isCancelled)) yield { kind: 'notice', message };
    // Without the glossary they would come back as they are.
    if (engine.knowsTerms?.() === false) due = units.filter(({ reason }) => reason !== 'made without the glossary');
  }
  for (const batch of batchesOf(due, engine)) yield* translateBatch(plan, batch, { ports, sending });
}

/** A batch that no other run has, or what another one has just got of it. */
async function* translateBatch(
  plan: DatedPlan,
  batch: readonly PlannedUnit[],
  { ports, sending }: Running,
): AsyncGenerator<RunEvent> {
  const { engine, spending, isCancelled } = ports;
  const names = batch.map(({ unit }) => textName(engine.label, unit.source.text));
  const claim = await claimInTurn(spending, names, isCancelled);
  try {
    const known = new Map(
      batch.map((planned) => [planned, madeMeanwhile(planned, claim.answers, { engine, asOf: plan.asOf })]),
    );
    const taken = [...known].flatMap(([planned, free]) =>
      free === null ? [] : withTwins(plan, planned).map((one) => draftFrom(one, free, one === planned)),
    );
    yield* saveDrafts(plan.slug, taken, ports);
    const open = batch.filter((planned) => known.get(planned) === null);
    for await (const sent of open.length === 0 ? [] : sendBatch(open, Object.assign(sending, { claim }))) {
      if (sent.kind !== 'arrived') yield sent;
      else yield* saveArrived(plan, sent.arrived, { ports, sending, claim });
    }
  } finally {
    await claim.end();
  }
}

/** Saved even where it can be noted nowhere else, as it is paid for. */
async function* saveArrived(
  plan: Plan,
  arrived: readonly Arrived[],
  batch: Running & { readonly claim: Claim },
): AsyncGenerator<RunEvent> {
  let best = arrived;
  try {
    best = await bestOf(arrived, batch);
  } finally {
    yield* saveDrafts(plan.slug, draftsOf(plan, best, batch.ports), batch.ports);
  }
}

/** What arrived, or what came instead when it was asked for again. Kept at once, both times, as it is paid for. */
async function bestOf(
  arrived: readonly Arrived[],
  { ports, sending, claim }: Running & { readonly claim: Claim },
): Promise<readonly Arrived[]> {
  await claim.keep(arrived.map((one) => answerOf(one, ports)));
  const best = await askAgain(arrived, Object.assign(sending, { claim }), ports);
  const others = best.filter((one, i) => one.target !== arrived[i]?.target);
  if (others.length > 0) await claim.keep(others.map((one) => answerOf(one, ports)));
  return best;
}

/** What another run was paid this text for since this one was planned; null for nothing. */
function madeMeanwhile(
  { unit, stamp }: PlannedUnit,
  answers: readonly PaidAnswer[],
  { engine, asOf }: Pick<DatedPlan, 'asOf'> & Pick<RunPorts, 'engine'>,
): FreeTarget | null {
  const found = answers.find(
    (one) => one.label === engine.label && one.stamp === stamp && one.source === unit.source.text && one.made >= asOf,
  );
  if (found === undefined) return null;
  const { target, label, characters, made } = found;
  return { target, from: 'paid', origin: { label, stamp, characters, date: made.slice(0, 10) } };
}

function answerOf({ planned, target, billed, knewTerms }: Arrived, { engine, now }: RunPorts): PaidAnswer {
  const { stamp, unit } = planned;
  const label = knewTerms ? engine.label : labelWithout(engine.label);
  return { label, stamp, source: unit.source.text, target, characters: billed, made: now() };
}

/** The units that arrived, each followed by those that have the same French. */
function draftsOf(plan: Plan, arrived: readonly Arrived[], ports: RunPorts): Draft[] {
  return arrived.flatMap((one) => {
    const { label, stamp, made, target } = answerOf(one, ports);
    return withTwins(plan, one.planned).map((planned) => {
      const billed = planned === one.planned ? one.billed : 0;
      const origin = { label, stamp, date: made.slice(0, 10), characters: billed };
      return { planned, target, billed, isOwn: false, origin };
    });
  });
}

function withTwins({ units }: Plan, planned: PlannedUnit): PlannedUnit[] {
  return [planned, ...units.filter(({ twinOf }) => twinOf === planned.unit.id)];
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
