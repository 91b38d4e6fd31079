import { Worker } from 'node:worker_threads';
import { type Engine, EngineError } from '../core/changes/ports/engine.ts';
import { type PinnedModel, readPinned } from './model-files.ts';

export interface LocalSettings {
  /** Where the files of the model are. */
  readonly folder: string;
  readonly model: PinnedModel;
  /** The built worker script. */
  readonly worker: URL;
  /** Time for one request. Milliseconds. */
  readonly timeout: number;
}

/**
 * The Firefox translation model on this machine, in a worker thread, so that the server goes on answering. The files
 * are checked by hash before they are loaded; the worker is started for the first request and ends when idle.
 */
export function createLocal(settings: LocalSettings): Engine {
  let running: Promise<Worker> | null = null;
  let next = 0;
  const start = () => {
    running ??= startWorker(settings).catch((error: unknown) => {
      running = null;
      throw error;
    });
    return running;
  };
  return {
    name: 'local',
    label: 'local firefox fr-en',
    abilities: { glossary: 'none', context: false, mostTexts: 1, mostCharacters: 10_000, price: 'free', offline: true },
    prepare: async () => [],
    async translate({ texts }) {
      const worker = await start();
      next += 1;
      try {
        return { texts: await ask(worker, next, texts, settings.timeout), billed: 0 };
      } catch (error) {
        running = null;
        await worker.terminate();
        throw error;
      }
    },
    remaining: async () => null,
  };
}

async function startWorker({ folder, model, worker }: LocalSettings): Promise<Worker> {
  const workerData = {
    model: await readPinned(folder, model.model),
    vocabulary: await readPinned(folder, model.vocabulary),
    shortList: model.shortList === null ? null : await readPinned(folder, model.shortList),
  };
  const started = new Worker(worker, { workerData });
  started.unref();
  return started;
}

interface Reply {
  readonly id: number;
  readonly texts?: readonly string[];
  readonly error?: string;
}

/** One request; a worker that dies or is silent too long is an answer too. */
function ask(worker: Worker, id: number, texts: readonly string[], timeout: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      done();
      reject(new EngineError(`The local engine stopped (${why}); what had arrived is saved.`, 'stop'));
    };
    const onMessage = (reply: Reply) => {
      if (reply.id !== id) return;
      if (reply.texts === undefined) return fail(reply.error ?? 'no answer');
      done();
      resolve(reply.texts);
    };
    const onError = (error: Error) => fail(error.message.split('\n', 1)[0] ?? 'error');
    const onExit = () => fail('it ended');
    const deadline = setTimeout(() => fail(`no answer in ${Math.round(timeout / 1000)} s`), timeout);
    const done = () => {
      clearTimeout(deadline);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage({ id, texts });
  });
}
