import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import fresh from 'fresh';

/** A whole answer, ready to be sent as often as it is asked for. */
export interface Answer {
  readonly etag: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

/** @param others headers to be sent besides those of the answer itself; names in small letters */
export function makeAnswer(type: string, body: Buffer, others: OutgoingHttpHeaders = {}): Answer {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const own = { 'content-type': type, etag, 'cache-control': 'no-cache', 'content-length': body.length };
  return { etag, headers: { ...others, ...own }, body };
}

/** Sends an answer to a GET or HEAD; 304 to one who has it (RFC 9110 13.1.2: tags compare weakly). */
export function sendAnswer({ etag, headers, body }: Answer, request: IncomingMessage, response: ServerResponse): void {
  // Of the request that alone: “Cache-Control: no-cache” forbids a cache to answer, not us to say that nothing changed.
  if (fresh({ 'if-none-match': request.headers['if-none-match'] }, { etag })) {
    const { 'content-length': _, 'content-type': __, ...rest } = headers;
    response.writeHead(304, rest).end();
    return;
  }
  response.writeHead(200, headers);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Whether a request only reads. */
export function isReading({ method }: Pick<IncomingMessage, 'method'>): boolean {
  return method === 'GET' || method === 'HEAD';
}
