import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/** Requests that wait for whoever answers them. */
export interface HeldRequests {
  /** Takes each request of a server. */
  readonly listener: RequestListener;
  /** Hands on those that wait, but for clients that are gone, and each that comes from now on. */
  answerBy(listener: RequestListener): void;
}

/** Whoever asks a server that still reads its files waits for the page, and does not hear that nobody is there. */
export function holdRequests(): HeldRequests {
  const waiting: (readonly [IncomingMessage, ServerResponse])[] = [];
  let answer: RequestListener = (request, response) => {
    waiting.push([request, response]);
  };
  return {
    listener: (request, response) => answer(request, response),
    answerBy(listener) {
      answer = listener;
      for (const [request, response] of waiting.splice(0)) if (!response.destroyed) listener(request, response);
    },
  };
}
