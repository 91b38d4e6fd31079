import type { Slices } from '../core/model/slices.ts';
import { Unfinished } from './unfinished.ts';

/**
 * Gives up work that takes longer than a limit, in all its turns together. A machine that slept meanwhile, or did
 * something else, did no work.
 *
 * @param limit milliseconds
 * @throws {Unfinished} within the work
 */
export function* withinLimit<T>(limit: number, work: Slices<T>): Slices<T> {
  for (let spent = 0; ; ) {
    const began = startClocks();
    const { done, value } = work.next();
    if (done) return value;
    spent += workSince(began);
    if (spent > limit) throw tooLong(limit);
    yield;
  }
}

function tooLong(limit: number): Unfinished {
  const seconds = Math.round(limit / 1000);
  return new Unfinished(`takes more than ${seconds} seconds to check; divide it into several articles`, true);
}

interface Clocks {
  readonly time: number;
  readonly processor: NodeJS.CpuUsage;
}

function startClocks(): Clocks {
  return { time: performance.now(), processor: process.cpuUsage() };
}

/** The less of two: time goes on while a machine sleeps, and the processor works for other threads too. Milliseconds. */
function workSince({ time, processor }: Clocks): number {
  const { user, system } = process.cpuUsage(processor);
  return Math.min(performance.now() - time, (user + system) / 1000);
}
