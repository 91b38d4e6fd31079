import { parentPort } from 'node:worker_threads';
import { finish } from '../../core/model/slices.ts';
import { partsOf } from './parts.ts';
import { createTextJobs, workOf } from './text-jobs.ts';
import type { Answer, Asked, Said } from './text-messages.ts';

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
