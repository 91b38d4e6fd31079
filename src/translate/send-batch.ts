import { EngineError, type Refusal } from '../core/changes/engine.ts';
import type { PlannedUnit } from '../core/changes/plan.ts';
import { joinSoftBreaks } from '../core/text/soft-breaks.ts';
import { type Answer, type Asking, askEngine } from './ask-engine.ts';
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

/**
 * Asks for some units, and in smaller requests where one goes amiss: in halves what was refused, which costs nothing;
 * one by one what was answered with something else than translations. No unit keeps the others from coming.
 *
 * @throws {EngineError} where no further request would go well
 */
export async function* sendBatch(batch: readonly PlannedUnit[], sending: Sending): AsyncGenerator<Sent> {
  const answer = await askEngine({ units: batch, texts: batch.map(textOf) }, sending);
  if (answer instanceof EngineError) return yield* sendSmaller(batch, answer, sending);
  for (const message of answer.notices) yield { kind: 'notice', message };
  yield* arrive(batch, answer, sending);
  for (const [i, unit] of batch.entries()) {
    const text = answer.texts[i] ?? null;
    if (typeof text === 'string') continue;
    if (text === null && batch.length > 1) yield* sendBatch([unit], sending);
    else yield refuse(unit, reasonOf(text, sending), sending);
  }
}

async function* sendSmaller(batch: readonly PlannedUnit[], why: EngineError, sending: Sending): AsyncGenerator<Sent> {
  const [unit] = batch;
  if (unit === undefined) return;
  const middle = Math.ceil(batch.length / 2);
  if (batch.length > 1) {
    yield* sendBatch(batch.slice(0, middle), sending);
    yield* sendBatch(batch.slice(middle), sending);
  } else if (why.reach === 'size') yield* sendInParts(unit, why, sending);
  else yield refuse(unit, why.message, sending);
}

/** A unit that is too long for one request, in parts of whole sentences; all of it, or it is refused. */
async function* sendInParts(unit: PlannedUnit, tooLong: EngineError, sending: Sending): AsyncGenerator<Sent> {
  let due = halvesOf(textOf(unit));
  const parts: Answer[] = [];
  let why: string | null = due.length > 1 ? null : tooLong.message;
  for (let text = due.shift(); text !== undefined && why === null; text = due.shift()) {
    const answer = await askEngine({ units: [unit], texts: [text] }, sending);
    const halves = answer instanceof EngineError && answer.reach === 'size' ? halvesOf(text) : [];
    if (halves.length > 1) due = [...halves, ...due];
    else if (answer instanceof EngineError) why = answer.message;
    else {
      parts.push(answer);
      if (typeof answer.texts[0] !== 'string') why = reasonOf(answer.texts[0] ?? null, sending);
    }
  }
  const billed = parts.reduce((sum, part) => sum + part.billed, 0);
  if (why === null) return yield* arrive([unit], { ...joined(parts), billed }, sending);
  sending.lost += billed;
  yield refuse(unit, why, sending);
}

function joined(parts: readonly Answer[]): Omit<Answer, 'billed'> {
  const text = parts.map(({ texts: [one] }) => (typeof one === 'string' ? one.trim() : '')).join(' ');
  return { texts: [text], knewTerms: parts.every(({ knewTerms }) => knewTerms), notices: [] };
}

/** The French of a unit as an engine gets it. */
function textOf({ unit }: PlannedUnit): string {
  return joinSoftBreaks(unit.source.text);
}

/** What there is of a batch, each unit with its share of what was billed; together all of it. */
function* arrive(
  batch: readonly PlannedUnit[],
  { texts, billed, knewTerms }: Answer,
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

function reasonOf(refusal: Refusal | null, { engine }: Sending): string {
  return refusal?.refused ?? `${engine.name} gave back something else than a translation.`;
}
