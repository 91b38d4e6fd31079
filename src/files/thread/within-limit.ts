import type { Slices } from '../../core/model/slices.ts';
import { Unfinished } from './unfinished.ts';

/**
 * Gives up work that takes longer than a limit, in all its turns together. A machine that slept meanwhile, or did
 * something else, did no work.
 *
 * @param limit milliseconds
 * @throws {Unfinished} within the work
 */
export function* withinLimit<T>(limit: number, work: Slices<T>): Slices<T> {
  const before = process.cpuUsage();
  for (let spent = 0; ; ) {
    const began = performance.now();
    const { done, value } = work.next();
    if (done) return value;
    spent += performance.now() - began;
    // Asking for the processor’s time takes longer than most turns do.
    if (spent > limit) spent = Math.min(spent, processorSince(before));
    if (spent > limit) throw tooLong(limit);
    yield;
  }
}

/** What the processor did for the whole process. Milliseconds. */
export function processorSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function tooLong(limit: number): Unfinished {
  const seconds = Math.round(limit / 1000);
  return new Unfinished(`takes more than ${seconds} seconds to check; divide it into several articles`, true);
}
