import { type MessagePort, parentPort } from 'node:worker_threads';
import { finish } from '../core/model/slices.ts';
import { partsOf } from './parts.ts';
import { createTextJobs, type Order, workOf } from './text-jobs.ts';

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

const jobs = createTextJobs();

async function answerTo({ parts, ...order }: Asked): Promise<Answer> {
  try {
    for (const part of partsOf(await finish(workOf(order, jobs)))) parts.postMessage(part);
    return { error: null };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  } finally {
    parts.close();
  }
}

parentPort?.on('message', async (asked: Asked) => parentPort?.postMessage(await answerTo(asked)));
parentPort?.postMessage('ready' satisfies Said);
