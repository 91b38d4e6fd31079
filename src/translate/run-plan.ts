import { type Engine, type EngineAnswer, EngineError } from '../core/changes/engine.ts';
import { type Plan, type PlannedUnit, writeOrigin } from '../core/changes/plan.ts';
import type { TargetEdit, TranslationStore } from '../core/changes/translation-store.ts';
import { checkUnit } from '../core/ledger/ledger.ts';
import type { Verdict } from '../core/ledger/ledger-entry.ts';
import { repairTarget } from '../core/ledger/repair.ts';
import type { TermIndexes } from '../core/matcher/term-index.ts';
import { type Repair, writeRepair } from '../core/model/repair-note.ts';
import { findUnwritable, leaveOutUnwritable } from '../core/text/unwritable.ts';
import { parseInlineMarks } from '../formats/article/inline-marks.ts';
import { waitFor } from './patience.ts';
import { createPurse, type Purse } from './purse.ts';
import { promptPairs, type termPairs } from './term-pairs.ts';

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

/** What happens in a run, as it happens. */
export type RunEvent =
  | { readonly kind: 'unit'; readonly unit: TranslatedUnit }
  /** Something an engine could not take or do; the run goes on. */
  | { readonly kind: 'notice'; readonly message: string }
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
  yield* save(
    plan.slug,
    reused.map((planned) => ({ planned, target: planned.reused ?? '', billed: 0 })),
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
  try {
    if (ports.engine.abilities.glossary === 'native') {
      const prepared = waitFor(ports.engine.prepare(ports.pairs()), ports.isCancelled);
      for (const message of await prepared) yield { kind: 'notice', message };
    }
    const purse = createPurse(engine, mostCharacters);
    for (const batch of batchesOf(due, ports.engine)) {
      if (ports.isCancelled()) {
        yield { kind: 'stopped', message: 'Cancelled; what had arrived is saved.' };
        return;
      }
      yield* translateBatch(plan.slug, batch, { ...ports, purse });
    }
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    yield { kind: 'stopped', message: error.message };
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

interface Arrived {
  readonly planned: PlannedUnit;
  readonly target: string;
  readonly billed: number;
}

/**
 * One request; when its answer does not hold what was asked, one request for each unit, each saved as it comes. What the
 * useless answer cost is put down to the first of them.
 */
async function* translateBatch(
  slug: string,
  batch: readonly PlannedUnit[],
  ports: PayingPorts,
): AsyncGenerator<RunEvent> {
  const { answer, isWhole, isCleaned } = await ask(batch, ports);
  if (isCleaned)
    yield { kind: 'notice', message: `${ports.engine.name} sent control characters, which were left out.` };
  if (isWhole) return yield* save(slug, arrivals(batch, answer), ports);
  let lost = answer.billed;
  let used = 0;
  for (const unit of batch.length > 1 ? batch : []) {
    const single = await ask([unit], ports);
    lost += single.answer.billed;
    if (!single.isWhole) continue;
    yield* save(slug, arrivals([unit], { ...single.answer, billed: lost }), ports);
    lost = 0;
    used += 1;
  }
  if (used === 0) {
    const cost = lost === 0 ? '' : `, ${lost} characters were billed`;
    throw new EngineError(
      `${ports.engine.name} gave back something else than translations; nothing of it was used${cost}.`,
      'stop',
    );
  }
  if (used < batch.length)
    yield {
      kind: 'notice',
      message: `${ports.engine.name} gave no translation of ${batch.length - used} of ${batch.length} paragraphs; start again for those.`,
    };
}

const NOTHING: EngineAnswer = { texts: [], billed: 0 };

interface PayingPorts extends RunPorts {
  readonly purse: Purse;
}

/** Nothing that is so much longer than its French is a translation of it. */
function isTooLong(text: string, source: string): boolean {
  return text.length > 10 * source.length + 1000;
}

/** Whether the answer has as many texts as were sent, and each can be a translation. */
async function ask(batch: readonly PlannedUnit[], ports: PayingPorts) {
  const { engine, texts, purse, isCancelled } = ports;
  const characters = batch.reduce((sum, unit) => sum + unit.characters, 0);
  purse.wantRoomFor(characters);
  const request = {
    texts: batch.map(({ unit }) => unit.source.text),
    context: engine.abilities.context ? contextOf(batch, texts) : '',
    terms: promptPairs(new Set(batch.flatMap(({ concepts }) => concepts))),
  };
  const raw = await waitFor(engine.translate(request), isCancelled).catch((error: unknown) => {
    // Too much at once: one by one it may go well.
    if (error instanceof EngineError && error.reach === 'batch' && batch.length > 1) return NOTHING;
    throw error;
  });
  purse.spend(raw === NOTHING ? 0 : Math.max(characters, raw.billed));
  const answer = { ...raw, texts: raw.texts.map(leaveOutUnwritable) };
  const isWhole =
    answer.texts.length === batch.length &&
    answer.texts.every((text, i) => text.trim() !== '' && !isTooLong(text, request.texts[i] ?? ''));
  return { answer, isWhole, isCleaned: raw.texts.some((text) => findUnwritable(text) !== null) };
}

/** The title and the paragraphs before and after. */
function contextOf(batch: readonly PlannedUnit[], texts: readonly string[]): string {
  const first = texts.indexOf(batch[0]?.unit.source.text ?? '');
  const last = texts.indexOf(batch.at(-1)?.unit.source.text ?? '');
  return [...new Set([texts[0], texts[first - 1], texts[last + 1]])].filter((text) => text !== undefined).join('\n');
}

/** Each unit its share of what was billed, by its length; together all of it. */
function arrivals(batch: readonly PlannedUnit[], { texts, billed }: EngineAnswer): Arrived[] {
  const total = batch.reduce((sum, { characters }) => sum + characters, 0);
  let left = billed;
  return batch.map((planned, i) => {
    const share = i === batch.length - 1 ? left : Math.min(left, Math.round((billed * planned.characters) / total));
    left -= share;
    return { planned, target: texts[i] ?? '', billed: share };
  });
}

/** Repairs, checks and saves, and says what arrived. */
async function* save(slug: string, arrived: readonly Arrived[], ports: RunPorts): AsyncGenerator<RunEvent> {
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
  { engine, date }: RunPorts,
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
