import { setImmediate } from 'node:timers/promises';
import type { Slices } from '../core/model/slices.ts';

/** Milliseconds of work between two turns of others. */
const TURN = 10;

/** Does work in pieces, and lets whatever else waits, such as a page, have its turn in between. */
export async function finishWithPauses<T>(work: Slices<T>): Promise<T> {
  for (let turn = performance.now(); ; ) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - turn < TURN) continue;
    await setImmediate();
    turn = performance.now();
  }
}
