import { setImmediate } from 'node:timers';
import type { Pacer } from '../core/model/slices.ts';

/** Milliseconds of work between two turns of others. */
const TURN = 10;

/**
 * Lets one piece of work go on at a time, in the order in which they paused: whatever else waits, such as a request,
 * has its turn after each, however many pieces of work there are.
 */
export function createPacer(): Pacer {
  const waiting: (() => void)[] = [];
  const goOn = () => {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(goOn);
  };
  const pause = () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(goOn);
    });
  return {
    async finish(work) {
      await pause();
      for (let turn = performance.now(); ; ) {
        const { done, value } = work.next();
        if (done) return value;
        if (performance.now() - turn < TURN) continue;
        await pause();
        turn = performance.now();
      }
    },
    async *each(items) {
      let turn = performance.now();
      for (const item of items) {
        yield item;
        if (performance.now() - turn < TURN) continue;
        await pause();
        turn = performance.now();
      }
    },
  };
}
