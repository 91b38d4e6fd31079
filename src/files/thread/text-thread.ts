import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { createTurns } from '../../core/model/keyed-turns.ts';
import type { Pacer } from '../../core/model/slices.ts';
import { kindOf } from '../../formats/glossary/kinds.ts';
import { joinParts, type Part } from './parts.ts';
import { createTextJobs, type Order, readerBy, type TextReader, type Wait, workOf } from './text-jobs.ts';
import type { Asked, Said } from './text-messages.ts';
import { Unfinished } from './unfinished.ts';
import { processorSince } from './within-limit.ts';

/** A thread beside the server’s own, in which long texts are read, so that the server goes on answering meanwhile. */
export interface TextThread extends TextReader {
  /** Ends it; what it was doing, or is asked from now on, is not done. */
  close(): Promise<void>;
}

export interface TextThreadSettings {
  /** The built script. */
  readonly script: string | URL;
  /** Takes what the thread gives out. */
  readonly pacer: Pacer;
  /** Time for one text. Milliseconds of work. */
  readonly limit?: number;
}

/** Characters of a text that is read in the time that others can wait. */
const MOST_HERE = 8000;
/** Several times what 5 MB of anything sensible take. Milliseconds of work. */
const LIMIT = 30_000;
/** Time for a thread to load its program on a machine that is busy: no text is blamed for it. Milliseconds. */
const START = 30_000;
const LEFT = 'is not read any more, as nobody waits for it';
/** Memory that the thread may use; beyond it, it ends, and the server goes on. Megabytes. */
const MOST_MEMORY = 1024;

/**
 * Reads short texts, and tables, which pause by themselves, in this thread; every other text in one that is started
 * for the first of them and kept. One job at a time, in the order asked. A thread that dies, or is at one text for too
 * long, or for nobody any more, is ended, and another is started for the next text.
 */
export function createTextThread({ script, pacer, limit = LIMIT }: TextThreadSettings): TextThread {
  let thread: Started | null = null;
  let isClosed = false;
  const carryOut = async (order: Order, wait: Wait): Promise<MessagePort> => {
    if (isClosed) throw new Unfinished('is not read any more, as the server ends');
    if (wait.signal?.aborted) throw new Unfinished(LEFT);
    thread ??= startThread(script, () => {
      thread = null;
    });
    const asked = thread;
    try {
      return await ask(asked, order, { ...wait, limit: Math.min(limit, wait.limit ?? limit) });
    } catch (error) {
      if (error instanceof Unfinished) await asked.worker.terminate();
      throw error;
    }
  };
  const inTurn = createTurns();
  const jobs = createTextJobs();
  const texts = readerBy(async (order, wait) => {
    if (isReadHere(order)) return pacer.finish(workOf(order, jobs));
    const parts = await inTurn(() => carryOut(order, wait));
    return pacer.finish(joinParts(() => nextOf(parts)));
  });
  return {
    ...texts,
    async close() {
      isClosed = true;
      await thread?.worker.terminate();
    },
  };
}

/** @guard long-text → true */
function isReadHere({ given: [text, file] }: Order): boolean {
  // A small document can unpack to a large one.
  if (typeof text !== 'string') return false;
  return text.length <= MOST_HERE || kindOf(file)?.pauses === true;
}

interface Started {
  readonly worker: Worker;
  /** Whether its program is loaded. */
  readonly isReady: () => boolean;
}

function startThread(script: string | URL, onEnd: () => void): Started {
  const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY } });
  worker.unref();
  let isReady = false;
  worker.once('message', () => {
    isReady = true;
  });
  // Whoever asks it hears of its end; an end between two texts is no matter.
  worker.on('error', () => {}).on('exit', onEnd);
  return { worker, isReady: () => isReady };
}

/** They wait in the port, each as bytes, until they are taken. */
function nextOf(parts: MessagePort): Part | null {
  const received = receiveMessageOnPort(parts) as { readonly message: Part } | undefined;
  if (received === undefined) parts.close();
  return received?.message ?? null;
}

type Bounded = Wait & { readonly limit: number };

/**
 * One job; a thread that dies or is at it for too long is an answer too.
 *
 * @returns the port in which the parts of the result wait
 */
function ask({ worker, isReady }: Started, order: Order, { limit, signal }: Bounded): Promise<MessagePort> {
  const { port1: own, port2: parts } = new MessageChannel();
  return new Promise((resolve, reject) => {
    const done = (): void => {
      deadline.stop();
      signal?.removeEventListener('abort', onLeft);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit).unref();
    };
    const fail = (error: Error) => {
      done();
      own.close();
      reject(error);
    };
    const onMessage = (said: Said) => {
      if (said === 'ready') return deadline.begin();
      if (said.error !== null) return fail(new Error(said.error));
      done();
      resolve(own);
    };
    const onError = (error: Error) => fail(new Unfinished(`ended the thread that reads it (${error.message})`));
    const onExit = () => fail(new Unfinished('was being read when its thread ended'));
    const onLeft = () => fail(new Unfinished(LEFT));
    signal?.addEventListener('abort', onLeft);
    const deadline = createDeadline(limit, () => fail(tooSlow(limit)));
    deadline.begin(isReady() ? limit : START + limit);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit).ref();
    worker.postMessage({ ...order, parts } satisfies Asked, [parts]);
  });
}

function tooSlow(limit: number): Unfinished {
  const seconds = Math.round(limit / 1000);
  return new Unfinished(`takes more than ${seconds} seconds to read; split it, or write it more plainly`, true);
}

/** How many times the limit somebody waits at most, where other programs keep the machine from the work. */
const PATIENCE = 4;

/**
 * Ends what takes too long; a beginning anew gives it the limit from then on. What counts is work: the time of the
 * processor that this process had, as far as it is no more than the time that passed.
 */
function createDeadline(limit: number, onEnd: () => void): { begin(time?: number): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  const stop = () => clearTimeout(timer);
  const wait = (left: number, patience: number): void => {
    const [began, work] = [performance.now(), process.cpuUsage()];
    timer = setTimeout(
      () => {
        const passed = performance.now() - began;
        const rest = left - Math.min(passed, processorSince(work));
        if (rest <= 1 || passed >= patience) onEnd();
        else wait(rest, patience - passed);
      },
      Math.min(left, patience),
    );
  };
  return {
    stop,
    begin(time = limit) {
      stop();
      wait(time, PATIENCE * time);
    },
  };
}
