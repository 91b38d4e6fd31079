import type { MessagePort } from 'node:worker_threads';
import type { Order } from './text-jobs.ts';

/** What the thread is asked. */
export interface Asked extends Order {
  /** Where the parts of the result go, before the answer. */
  readonly parts: MessagePort;
}

/** That the result is there, or what the job threw. */
export interface Answer {
  readonly error: string | null;
}

/** An answer, or before the first that the program is loaded: the time for a text counts from then on. */
export type Said = Answer | 'ready';
