import type { Slices } from '../core/model/slices.ts';
import { Unfinished } from './unfinished.ts';

/**
 * Gives up work that takes longer than a limit, in all its turns together.
 *
 * @param limit milliseconds
 * @throws {Unfinished} within the work
 */
export function* withinLimit<T>(limit: number, work: Slices<T>): Slices<T> {
  for (let spent = 0; ; ) {
    const began = performance.now();
    const { done, value } = work.next();
    if (done) return value;
    spent += performance.now() - began;
    if (spent > limit) throw tooLong(limit);
    yield;
  }
}

function tooLong(limit: number): Unfinished {
  const seconds = Math.round(limit / 1000);
  return new Unfinished(`takes more than ${seconds} seconds to check; divide it into several articles`, true);
}
