import { createHash, type Hash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import fresh from 'fresh';
import type { Slices } from '../core/model/slices.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** A whole answer, ready to be sent as often as it is asked for. */
export interface Answer {
  readonly etag: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
  /** The body as it was packed, once for all who ask; absent for what is never packed. */
  readonly packed?: PackedCopies;
}

/** Copies of a body, packed in several ways. */
export interface PackedCopies {
  readonly made: Map<Packing, Promise<Buffer>>;
  /** Whoever keeps the answer is told how many bytes each new copy takes; null where nobody does. */
  onMade: ((bytes: number) => void) | null;
}

/** Ways to pack a body, the best first. */
const PACKINGS = ['br', 'gzip'] as const;
type Packing = (typeof PACKINGS)[number];

/** What is smaller fits a packet as it is. Bytes. */
const LEAST_PACKED = 1024;
/** What packs well in little time: a page is packed anew for each state of the files. */
const QUALITY = 5;

/** @param others headers to be sent besides those of the answer itself; names in small letters */
export function makeAnswer(type: string, body: Buffer, others: OutgoingHttpHeaders = {}): Answer {
  return answerOf(type, { body, hash: createHash('sha256').update(body) }, others);
}

/** UTF-16 units that are encoded and hashed between two pauses: a millisecond or two. */
const PIECE = 200_000;

/** The same answer of a text, in pieces: the page of a long article has megabytes. */
export function* textAnswerSlices(type: string, text: string, others: OutgoingHttpHeaders = {}): Slices<Answer> {
  const hash = createHash('sha256');
  const pieces: Buffer[] = [];
  for (let at = 0; at < text.length; ) {
    const end = at + PIECE - (isHalf(text.charCodeAt(at + PIECE - 1)) ? 1 : 0);
    const piece = Buffer.from(text.slice(at, end));
    hash.update(piece);
    pieces.push(piece);
    at = end;
    yield;
  }
  return answerOf(type, { body: Buffer.concat(pieces), hash }, others);
}

/** The first half of a sign that takes two UTF-16 units. */
function isHalf(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function answerOf(
  type: string,
  { body, hash }: { readonly body: Buffer; readonly hash: Hash },
  others: OutgoingHttpHeaders,
): Answer {
  const etag = `"${hash.digest('base64url').slice(0, 27)}"`;
  const own = { 'content-type': type, etag, 'content-length': body.length };
  return {
    etag,
    headers: { 'cache-control': 'no-cache', ...others, ...own },
    body,
    ...(isText(type) ? { packed: { made: new Map(), onMade: null } } : {}),
  };
}

/**
 * Sends an answer to a GET or HEAD, packed where that is asked for; 304 to one who has it (RFC 9110 13.1.2: tags
 * compare weakly).
 */
export function sendAnswer(answer: Answer, request: IncomingMessage, response: ServerResponse, status = 200): void {
  const { etag, headers, body } = answer;
  const packing = canPack(answer) ? packingOf(request.headers['accept-encoding']) : null;
  const vary = canPack(answer) ? { vary: 'Accept-Encoding' } : {};
  // Packed, it is another sequence of bytes: a strong tag of its own (RFC 9110 8.8.3.3).
  const tag = packing === null ? etag : `${etag.slice(0, -1)}-${packing}"`;
  // Of the request that alone: “Cache-Control: no-cache” forbids a cache to answer, not us to say that nothing changed.
  if (status === 200 && fresh({ 'if-none-match': request.headers['if-none-match'] }, { etag: tag })) {
    const { 'content-length': _, 'content-type': __, ...rest } = headers;
    response.writeHead(304, { ...rest, ...vary, etag: tag }).end();
    return;
  }
  const send = (bytes: Buffer, more: OutgoingHttpHeaders) => {
    response.writeHead(status, { ...headers, ...vary, ...more, 'content-length': bytes.length });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  };
  if (packing === null) send(body, {});
  else
    packedBody(answer, packing).then(
      (bytes) => send(bytes, { etag: tag, 'content-encoding': packing }),
      () => send(body, {}),
    );
}

function isText(type: string): boolean {
  return /^text\/|javascript|json|xml/.test(type);
}

function canPack({ packed, body }: Answer): boolean {
  return packed !== undefined && body.length >= LEAST_PACKED;
}

/** The best packing that a browser takes; null for none (RFC 9110 12.5.3). */
function packingOf(accepted: string | string[] = ''): Packing | null {
  const taken = new Set<string>();
  for (const one of String(accepted).toLowerCase().split(',')) {
    const [name = '', ...parts] = one.split(';').map((part) => part.trim());
    if (!parts.some((part) => /^q=0(?:\.0*)?$/.test(part))) taken.add(name);
  }
  return PACKINGS.find((packing) => taken.has(packing)) ?? null;
}

/** Packs off the main thread, once for each packing. */
function packedBody({ packed, body }: Answer, packing: Packing): Promise<Buffer> {
  const known = packed?.made.get(packing);
  if (known !== undefined) return known;
  const made = packing === 'br' ? brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }) : zip(body);
  packed?.made.set(packing, made);
  return made.then((bytes) => {
    packed?.onMade?.(bytes.length);
    return bytes;
  });
}

/** Whether a request only reads. */
export function isReading({ method }: Pick<IncomingMessage, 'method'>): boolean {
  return method === 'GET' || method === 'HEAD';
}
