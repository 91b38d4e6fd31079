import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, isReading, makeAnswer, sendAnswer } from './answer.ts';

/** Whole answers by address, so that a page is made once for each state of the files. */
export interface PageCache {
  /** Sends the stored answer; false when there is none. Conditional requests get 304. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
  /** Sends an answer and keeps it for the same address. The headers set so far are kept with it. */
  store(request: IncomingMessage, response: ServerResponse, type: string, text: string): void;
  clear(): void;
}

/**
 * All that is kept; the oldest answers make room. Bytes.
 *
 * @guard bytes-of-pages → Infinity
 */
const MOST_BYTES = 64 * 1024 * 1024;
/**
 * The addresses that pages have; any other spelling is answered, and not kept.
 *
 * @guard address-of-page → /^./s
 */
const KEPT = /^(?:\/|(?:\/[a-z\d.-]+)+)$/;

export function createPageCache(): PageCache {
  const answers = new Map<string, Answer>();
  let bytes = 0;
  const keep = (address: string, made: Answer) => {
    bytes += made.body.length - (answers.get(address)?.body.length ?? 0);
    answers.delete(address);
    answers.set(address, made);
    for (const [oldest, { body }] of answers) {
      if (bytes <= MOST_BYTES) return;
      answers.delete(oldest);
      bytes -= body.length;
    }
  };
  return {
    answer(request, response) {
      const found = answers.get(request.url ?? '');
      if (found === undefined || !isReading(request)) return false;
      sendAnswer(found, request, response);
      return true;
    },
    store(request, response, type, text) {
      const made = makeAnswer(type, Buffer.from(text), response.getHeaders());
      const { url = '' } = request;
      if (KEPT.test(url)) keep(url, made);
      sendAnswer(made, request, response);
    },
    clear() {
      answers.clear();
      bytes = 0;
    },
  };
}
