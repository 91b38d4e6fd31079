import type { PlannedUnit } from '../core/changes/plan.ts';
import { type Engine, EngineError, type Refusal } from '../core/changes/ports/engine.ts';
import { joinSoftBreaks } from '../core/text/soft-breaks.ts';
import { type Asking, askEngine, type Translations } from './ask-engine.ts';
import { halvesOf } from './halves.ts';

/** A unit that an engine translated. */
export interface Arrived {
  readonly planned: PlannedUnit;
  readonly target: string;
  /** Characters: its share of what was billed, by its length. */
  readonly billed: number;
  readonly knewTerms: boolean;
}

/** What became of a part of a batch. */
export type Sent =
  | { readonly kind: 'arrived'; readonly arrived: readonly Arrived[] }
  /** There is no translation of this unit; the others go on. */
  | { readonly kind: 'refused'; readonly unit: string; readonly message: string }
  | { readonly kind: 'notice'; readonly message: string };

/** One for a run, as it counts. */
export interface Sending extends Asking {
  /** Units refused since the last one that arrived. */
  refused: number;
  /** Characters billed for answers of no use, which the next unit that arrives takes on. */
  lost: number;
}

/** Units refused one after the other, and then the engine is not asked for more. */
const MOST_REFUSED = 10;

/** A unit without a translation so far. */
interface Failed extends Refusal {
  readonly unit: PlannedUnit;
}

/**
 * Asks for some units, and in smaller requests where one goes amiss: in halves what was refused or was too long; one by
 * one what was answered with something else than translations. No unit keeps the others from coming.
 *
 * @throws {EngineError} where no further request would go well
 */
export async function* sendBatch(batch: readonly PlannedUnit[], sending: Sending): AsyncGenerator<Sent> {
  const answer = await askEngine({ units: batch, texts: batch.map(textOf) }, sending);
  if (answer instanceof EngineError) {
    // What a server refuses costs nothing, so that halves find out which text it was.
    const reach = batch.length > 1 || answer.reach === 'size' ? 'size' : 'batch';
    const failed = batch.map((unit) => ({ unit, refused: answer.message, reach }) as const);
    return yield* sendSmaller(failed, batch.length, sending);
  }
  for (const message of answer.notices) yield { kind: 'notice', message };
  yield* arrive(batch, answer, sending);
  yield* sendSmaller(failedIn(answer, batch, sending), batch.length, sending);
}

function failedIn({ texts }: Translations, batch: readonly PlannedUnit[], { engine }: Sending): Failed[] {
  const useless = { refused: uselessOf(engine), reach: 'batch' } as const;
  return batch.flatMap((unit, i) => {
    const text = texts[i] ?? null;
    return typeof text === 'string' ? [] : [{ unit, ...(text ?? useless) }];
  });
}

/** @param of how many units the request was for that they failed in */
async function* sendSmaller(failed: readonly Failed[], of: number, sending: Sending): AsyncGenerator<Sent> {
  const long = failed.filter(({ reach }) => reach === 'size');
  for (const { unit, refused, reach } of failed) {
    if (reach === 'size') continue;
    if (reach === 'batch' && of > 1) yield* sendBatch([unit], sending);
    else yield refuse(unit, refused, sending);
  }
  const [only] = long;
  if (only !== undefined && of === 1) return yield* sendInParts(only, sending);
  const units = long.map(({ unit }) => unit);
  const middle = Math.ceil(units.length / 2);
  for (const half of [units.slice(0, middle), units.slice(middle)]) {
    if (half.length > 0) yield* sendBatch(half, sending);
  }
}

/** A unit that is too long for one request, in parts of whole sentences; all of it, or it is refused. */
async function* sendInParts({ unit, refused }: Failed, sending: Sending): AsyncGenerator<Sent> {
  let due = halvesOf(textOf(unit));
  const parts: Translations[] = [];
  let why = due.length > 1 ? null : refused;
  for (let text = due.shift(); text !== undefined && why === null; text = due.shift()) {
    const answer = await askEngine({ units: [unit], texts: [text] }, sending);
    if (!(answer instanceof EngineError)) parts.push(answer);
    const failure = failureOf(answer, sending);
    const halves = failure?.reach === 'size' ? halvesOf(text) : [];
    if (halves.length > 1) due = [...halves, ...due];
    else why = failure?.refused ?? null;
  }
  const billed = parts.reduce((sum, part) => sum + part.billed, 0);
  if (why === null) return yield* arrive([unit], { ...joined(parts), billed }, sending);
  sending.lost += billed;
  yield refuse(unit, why, sending);
}

function failureOf(answer: Translations | EngineError, { engine }: Sending): Refusal | null {
  if (answer instanceof EngineError) return { refused: answer.message, ...reachOf(answer) };
  const [text = null] = answer.texts;
  return typeof text === 'string' ? null : (text ?? { refused: uselessOf(engine) });
}

function reachOf({ reach }: EngineError): Pick<Refusal, 'reach'> {
  return reach === 'size' ? { reach } : {};
}

function uselessOf({ name }: Engine): string {
  return `${name} gave back something else than a translation.`;
}

function joined(parts: readonly Translations[]): Omit<Translations, 'billed'> {
  const text = parts.flatMap(({ texts: [one] }) => (typeof one === 'string' ? [one.trim()] : [])).join(' ');
  return { texts: [text], knewTerms: parts.every(({ knewTerms }) => knewTerms), notices: [] };
}

/** The French of a unit as an engine gets it. */
export function textOf({ unit }: PlannedUnit): string {
  return joinSoftBreaks(unit.source.text);
}

/** What there is of a batch, each unit with its share of what was billed; together all of it. */
function* arrive(
  batch: readonly PlannedUnit[],
  { texts, billed, knewTerms }: Translations,
  sending: Sending,
): Generator<Sent> {
  const good = batch.flatMap((planned, i) => {
    const target = texts[i];
    return typeof target === 'string' ? [{ planned, target }] : [];
  });
  const all = billed + sending.lost;
  sending.lost = good.length > 0 ? 0 : all;
  if (good.length === 0) return;
  sending.refused = 0;
  const total = good.reduce((sum, { planned }) => sum + planned.characters, 0);
  let left = all;
  const arrived = good.map(({ planned, target }, i) => {
    const share = i === good.length - 1 ? left : Math.min(left, Math.round((all * planned.characters) / total));
    left -= share;
    return { planned, target, billed: share, knewTerms };
  });
  yield { kind: 'arrived', arrived };
}

/** @throws {EngineError} after so many refusals that the others would be refused as well */
function refuse({ unit }: PlannedUnit, why: string, sending: Sending): Sent {
  sending.refused += 1;
  if (sending.refused < MOST_REFUSED)
    return { kind: 'refused', unit: unit.id, message: `${unit.id} was not translated: ${why}` };
  throw new EngineError(
    `${sending.engine.name} refused ${MOST_REFUSED} paragraphs in a row, the last one so: ${why} What had arrived is saved.`,
    'stop',
  );
}
