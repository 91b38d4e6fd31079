import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** A whole answer, ready to be sent again. */
interface Answer {
  readonly etag: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

/** Whole answers by address, so that a page is made once for each state of the files. */
export interface PageCache {
  /** Sends the stored answer; false when there is none. Conditional requests get 304. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
  /** Sends an answer and keeps it for the same address. The headers set so far are kept with it. */
  store(request: IncomingMessage, response: ServerResponse, type: string, text: string): void;
  clear(): void;
}

/** All that is kept; the oldest answers make room. Bytes. */
const MOST_BYTES = 64 * 1024 * 1024;
/** The addresses that pages have; any other spelling is answered, and not kept. */
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
      if (found === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
      send(found, request, response);
      return true;
    },
    store(request, response, type, text) {
      const body = Buffer.from(text);
      const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
      const headers = {
        ...response.getHeaders(),
        'content-type': type,
        etag,
        'cache-control': 'no-cache',
        'content-length': body.length,
      };
      const made = { etag, headers, body };
      const { url = '' } = request;
      if (KEPT.test(url)) keep(url, made);
      send(made, request, response);
    },
    clear() {
      answers.clear();
      bytes = 0;
    },
  };
}

function send({ etag, headers, body }: Answer, request: IncomingMessage, response: ServerResponse): void {
  if (isKnown(request.headers['if-none-match'], etag)) {
    const { 'content-length': _, 'content-type': __, ...rest } = headers;
    response.writeHead(304, rest).end();
    return;
  }
  response.writeHead(200, headers);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** `If-None-Match` compares weakly (RFC 9110 13.1.2). */
function isKnown(header: string | undefined, etag: string): boolean {
  return header?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag) ?? false;
}
