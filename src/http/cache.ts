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

/** Answers kept at most; the addresses come from the files, so this is only met by a very large glossary. */
const MOST_ANSWERS = 2000;

export function createPageCache(): PageCache {
  const answers = new Map<string, Answer>();
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
      if (!url.includes('?') && answers.size < MOST_ANSWERS) answers.set(url, made);
      sendAnswer(made, request, response);
    },
    clear: () => answers.clear(),
  };
}
