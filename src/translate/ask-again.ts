import { isBetter, type JudgedText, termFaults } from '../core/changes/better-draft.ts';
import { EngineError } from '../core/changes/ports/engine.ts';
import type { TermIndexes } from '../core/matcher/term-index.ts';
import type { Pacer } from '../core/model/slices.ts';
import { type Asking, askEngine, type Translations } from './ask-engine.ts';
import { judgeText } from './judge-draft.ts';
import { type Arrived, textOf } from './send-batch.ts';

/** Times that one paragraph is asked for again. */
const MOST = 2;

/** A unit that arrived, and what the ledger says of it once it is repaired for free. */
interface Judged {
  readonly arrived: Arrived;
  readonly judged: JudgedText;
  /** The engine gave the same again: it will not do better. */
  readonly isLast: boolean;
}

/**
 * Asks an engine that can be told what was wrong for the paragraphs again whose terms are wrong after the free repair,
 * naming each verdict. The ledger keeps the better of two. Where no answer comes, what there is stays as it is.
 */
export async function askAgain(
  arrived: readonly Arrived[],
  asking: Asking,
  ports: JudgingPorts,
): Promise<readonly Arrived[]> {
  if (asking.engine.abilities.canBeTold !== true) return arrived;
  let best: Judged[] = [];
  for (const one of arrived) best.push(await judge(one, ports));
  for (let time = 0; time < MOST; time += 1) {
    const wrong = best.filter(({ arrived: one, judged, isLast }) => !isLast && faultsOf(one, judged).length > 0);
    const answer = wrong.length === 0 ? null : await askOnce(wrong, asking);
    if (answer === null) break;
    const second = new Map<Judged, Judged>();
    for (const [i, one] of wrong.entries()) second.set(one, await betterOf(one, secondOf(one, answer, i), ports));
    best = best.map((one) => second.get(one) ?? one);
  }
  return best.map((one) => one.arrived);
}

/** What judging needs: the terms, and turns for others. */
interface JudgingPorts {
  readonly indexes: TermIndexes;
  readonly pacer: Pacer;
}

async function judge(arrived: Arrived, { indexes, pacer }: JudgingPorts): Promise<Judged> {
  const judged = await pacer.finish(judgeText(arrived.planned.unit.source, arrived.target, { indexes }));
  return { arrived, judged, isLast: false };
}

function faultsOf({ planned }: Arrived, judged: JudgedText): string[] {
  return termFaults(planned.unit, judged);
}

/** Null where there is no answer; what stands in the way of the next request will be said there. */
async function askOnce(wrong: readonly Judged[], asking: Asking): Promise<Translations | null> {
  const units = wrong.map(({ arrived }) => arrived.planned);
  const corrections = wrong.map(({ arrived, judged }) => ({
    target: judged.target.text,
    faults: faultsOf(arrived, judged),
  }));
  try {
    const answer = await askEngine({ units, texts: units.map(textOf), corrections }, asking);
    return answer instanceof EngineError ? null : answer;
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}

/** What was billed for all is put down to the first. */
function secondOf({ arrived }: Judged, { texts, billed, knewTerms }: Translations, i: number): Arrived {
  const text = texts[i];
  const cost = arrived.billed + (i === 0 ? billed : 0);
  return { ...arrived, billed: cost, ...(typeof text === 'string' ? { target: text, knewTerms } : {}) };
}

async function betterOf(first: Judged, arrived: Arrived, ports: JudgingPorts): Promise<Judged> {
  const second = await judge(arrived, ports);
  if (isBetter(arrived.planned.unit, second.judged, first.judged)) return second;
  const isLast = second.judged.target.text === first.judged.target.text;
  return { ...first, arrived: { ...first.arrived, billed: arrived.billed }, isLast };
}
