import type { PlannedUnit } from '../core/changes/plan.ts';
import {
  type Correction,
  type Engine,
  type EngineAnswer,
  EngineError,
  PassingError,
  type Refusal,
} from '../core/changes/ports/engine.ts';
import type { Claim, Cost, Reservation } from '../core/changes/ports/spending.ts';
import { StoreError } from '../core/changes/ports/store-error.ts';
import { countCodePoints } from '../core/text/code-points.ts';
import { findUnwritable, leaveOutUnwritable } from '../core/text/unwritable.ts';
import { waitUnless } from '../wait-unless.ts';
import { contextOf } from './context.ts';
import { waitFor } from './patience.ts';
import type { Purse } from './purse.ts';
import { promptPairs } from './term-pairs.ts';

/** What asking needs; one for a run. */
export interface Asking {
  readonly engine: Engine;
  /** The source text of every unit of the article, in order. */
  readonly article: readonly string[];
  readonly purse: Purse;
  /** To the texts that are asked for just now. */
  claim: Claim;
  /** Characters of requests of which nobody knows what became; of engines that bill. */
  unanswered: number;
  readonly isCancelled: () => boolean;
}

/** French texts, and the units that they are or are parts of. */
export interface Question {
  readonly units: readonly PlannedUnit[];
  readonly texts: readonly string[];
  readonly corrections?: readonly Correction[];
}

/** An answer looked at: for each text a translation, or why there is none. */
export interface Translations {
  readonly texts: readonly (string | Refusal | Unusable)[];
  readonly billed: number;
  readonly knewTerms: boolean;
  readonly notices: readonly string[];
}

/** What came back can be no translation; asked for alone, the text may get one. */
export type Unusable = null;

/**
 * The one place that sends texts to an engine.
 *
 * @returns the error of a request that may go well in a smaller form
 * @throws {EngineError} where none will
 */
export async function askEngine(
  { units, texts, corrections }: Question,
  asking: Asking,
): Promise<Translations | EngineError> {
  const { engine, article, isCancelled } = asking;
  if (isCancelled()) throw new EngineError('Cancelled; what had arrived is saved.', 'stop', true);
  const request = {
    ...{ texts, isCancelled },
    context: engine.abilities.context ? contextOf(article, placesOf(units, article)) : '',
    terms: promptPairs(new Set(units.flatMap(({ concepts }) => concepts))),
    ...(corrections === undefined ? {} : { corrections }),
  };
  try {
    const answer = await askPatiently(asking, () =>
      pay(texts, asking, () => waitFor(engine.translate(request), isCancelled)),
    );
    return readAnswer(answer, texts, engine.name);
  } catch (error) {
    if (error instanceof EngineError && (error.reach === 'size' || error.reach === 'batch')) return error;
    throw error;
  }
}

/** Attempts at one request, and the time before the second; it doubles each time. Milliseconds. */
const MOST_ATTEMPTS = 4;
const PAUSE = 1000;

/** What only failed for the moment is sent again, each time as a request of its own. */
async function askPatiently<T>({ isCancelled }: Asking, ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof PassingError) || attempt === MOST_ATTEMPTS) throw error;
      if (!(await waitUnless(isCancelled, PAUSE * 2 ** (attempt - 1)))) throw error;
    }
  }
}

/** Notes what a request may cost before it is sent, and afterwards what it did cost. What is unknown stays reserved. */
async function pay(texts: readonly string[], asking: Asking, ask: () => Promise<EngineAnswer>): Promise<EngineAnswer> {
  const { engine, purse, claim } = asking;
  const characters = countCodePoints(texts);
  purse.wantRoomFor(engine, characters);
  const reserved =
    engine.abilities.price === 'free'
      ? null
      : await claim.reserve(engine.name, engine.abilities.price === 'characters' ? characters : 0);
  let answer: EngineAnswer;
  try {
    answer = await ask();
  } catch (error) {
    const nothing = { characters: 0, tokens: null };
    if (error instanceof EngineError && error.isUnbilled) await whyNotSettled(reserved, nothing);
    else {
      purse.spend(engine, characters, nothing);
      if (reserved !== null) asking.unanswered += characters;
    }
    throw error;
  }
  const cost = { characters: answer.billed, tokens: answer.usage ?? null };
  purse.spend(engine, characters, cost);
  const fault = await whyNotSettled(reserved, cost);
  return fault === null ? answer : { ...answer, notices: [...(answer.notices ?? []), fault] };
}

/**
 * An answer is worth more than a note of its cost, which stays reserved where it cannot be noted; null where it can.
 */
async function whyNotSettled(reserved: Reservation | null, cost: Cost): Promise<string | null> {
  try {
    await reserved?.settle(cost);
    return null;
  } catch (error) {
    if (error instanceof StoreError) return error.message;
    throw error;
  }
}

function placesOf(units: readonly PlannedUnit[], article: readonly string[]): { first: number; last: number } {
  const place = (unit: PlannedUnit | undefined) => article.indexOf(unit?.unit.source.text ?? '');
  return { first: place(units[0]), last: place(units.at(-1)) };
}

function readAnswer(
  { texts, billed, knewTerms = true, notices = [] }: EngineAnswer,
  sent: readonly string[],
  name: string,
): Translations {
  const given = texts.length === sent.length ? texts : [];
  const isUnclean = given.some((text) => typeof text === 'string' && findUnwritable(text) !== null);
  const about = isUnclean ? [...notices, `${name} sent control characters, which were left out.`] : notices;
  return {
    texts: sent.map((source, i) => {
      const text = given[i] ?? '';
      return typeof text === 'string' ? translationOf(source, leaveOutUnwritable(text)) : text;
    }),
    ...{ billed, knewTerms, notices: about },
  };
}

/** Nothing is no translation, and neither is what is so much longer than its French. */
function translationOf(source: string, text: string): string | Unusable {
  return text.trim() === '' || text.length > 10 * source.length + 1000 ? null : text;
}
