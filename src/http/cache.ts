import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, isReading, sendAnswer } from './answer.ts';

/** Whole answers by address, so that a page is made once for each state of the files. */
export interface PageCache {
  /** Sends the stored answer; false when there is none. Conditional requests get 304. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
  /** The answer of an address: kept, or made once for all who ask meanwhile, and kept unless the files change meanwhile. */
  share(address: string, make: () => Promise<Answer>): Promise<Answer>;
  clear(): void;
}

/**
 * All that is kept; the oldest answers make room. Bytes.
 *
 * @guard bytes-of-pages → Infinity
 */
const MOST_BYTES = 64 * 1024 * 1024;

export function createPageCache(): PageCache {
  const answers = new Map<string, Answer>();
  const making = new Map<string, Promise<Answer>>();
  let bytes = 0;
  const keep = (address: string, made: Answer) => {
    bytes += made.body.length;
    answers.set(address, made);
    for (const [oldest, { body }] of answers) {
      if (bytes <= MOST_BYTES) return;
      answers.delete(oldest);
      bytes -= body.length;
    }
  };
  const makeOnce = async (address: string, make: () => Promise<Answer>) => {
    const work = make();
    making.set(address, work);
    const isNew = () => making.get(address) === work;
    try {
      const made = await work;
      if (isNew()) keep(address, made);
      return made;
    } finally {
      if (isNew()) making.delete(address);
    }
  };
  return {
    answer(request, response) {
      const found = answers.get(request.url ?? '');
      if (found === undefined || !isReading(request)) return false;
      sendAnswer(found, request, response);
      return true;
    },
    async share(address, make) {
      return answers.get(address) ?? making.get(address) ?? makeOnce(address, make);
    },
    clear() {
      answers.clear();
      making.clear();
      bytes = 0;
    },
  };
}
