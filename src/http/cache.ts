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

/** Answers kept at most; the addresses come from the files, so this is only met by a very large glossary. */
const MOST_ANSWERS = 2000;

export function createPageCache(): PageCache {
  const answers = new Map<string, Answer>();
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
      if (!url.includes('?') && answers.size < MOST_ANSWERS) answers.set(url, made);
      send(made, request, response);
    },
    clear: () => answers.clear(),
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
