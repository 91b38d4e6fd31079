import { setImmediate } from 'node:timers';
import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Pacer } from '../../core/model/slices.ts';

/** Milliseconds of work between two turns of others, at least and at most. */
const SHORTEST = 10;
const LONGEST = 25;
/** Time for which work that nobody waits for gives way to others: a page is made in it. Milliseconds. */
const GIVEN = 100;

/**
 * Lets one piece of work go on at a time, in the order in which they paused: whatever else waits, such as a request,
 * has its turn after each, however many pieces of work there are. While others take long turns, so does the work, so
 * that it comes to an end however many ask.
 */
export function createPacer(): Pacer {
  const waiting: (() => void)[] = [];
  let paused = 0;
  let turn = SHORTEST;
  /** When work that nobody waits for gave way last. */
  let given = performance.now();
  const goOn = () => {
    turn = Math.min(LONGEST, Math.max(SHORTEST, performance.now() - paused));
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(goOn);
  };
  const pause = () => {
    paused = performance.now();
    return new Promise<void>((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(goOn);
    });
  };
  return {
    async finish(work) {
      await pause();
      for (let began = performance.now(); ; ) {
        const { done, value } = work.next();
        if (done) return value;
        if (performance.now() - began < turn) continue;
        await pause();
        began = performance.now();
      }
    },
    async giveWay(isWanted) {
      const began = performance.now();
      const others = async () => {
        await othersTurn();
        given = performance.now();
      };
      // Such work may come in many pieces of which none pauses.
      if (began - given >= SHORTEST) await others();
      while (waiting.length > 0 && !isWanted() && performance.now() - began < GIVEN) await others();
    },
    async *each(items) {
      let began = performance.now();
      for (const item of items) {
        yield item;
        if (performance.now() - began < turn) continue;
        await pause();
        began = performance.now();
      }
    },
  };
}
