import type { IncomingMessage } from 'node:http';
import { type FetchedPage, type FetchWatch, PageError } from '../core/changes/ports/page-fetcher.ts';
import { readPageAddress } from './page-address.ts';
import { readBody } from './page-body.ts';
import { failureOf, statusError } from './page-sentences.ts';
import { nameOfPage, typeOfPage } from './page-type.ts';
import { isPublic } from './public-address.ts';
import { type LookUp, lookUpAll, request } from './request.ts';

/** @guard redirects-of-page → 1e9 */
const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export interface PageLimits {
  /** For all of it, redirects and body. Milliseconds. */
  readonly time: number;
  /** Unpacked. */
  readonly bytes: number;
}
const PAGE_LIMITS: PageLimits = { time: 20_000, bytes: 5 * 1024 * 1024 };

export interface FetchOptions extends FetchWatch {
  /** Of this program, as servers are told. */
  readonly version: string;
  /** Whether addresses of this machine and its network may be asked: only for whoever sits at it. */
  readonly allowPrivate?: boolean;
  readonly limits?: PageLimits;
  /** Whether an IP address may be asked. */
  readonly isAllowed?: (address: string) => boolean;
  /** Addresses of a host name. */
  readonly lookUp?: LookUp;
}

/**
 * Fetches one page. Each host on the way is looked up once, all of its addresses must be public, and the connection
 * goes to one of those; redirects are followed by hand and looked at in the same way. Nothing is kept: no cookie, no
 * connection.
 *
 * @throws {PageError}
 */
export async function fetchPage(address: string, options: FetchOptions): Promise<FetchedPage> {
  const watch = watchOver(options);
  const at = { host: '' };
  try {
    return await walk(readPageAddress(address), { ...options, signal: watch.signal, at });
  } catch (error) {
    throw watch.ended() ?? failureOf(error, at.host);
  } finally {
    watch.end();
  }
}

interface Walk extends Omit<FetchOptions, 'signal'> {
  readonly signal: AbortSignal;
  /** The host that is asked now. */
  readonly at: { host: string };
}

async function walk(first: URL, options: Walk): Promise<FetchedPage> {
  let url = first;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    options.at.host = url.host;
    options.onProgress?.({ step: 'asking', host: url.host });
    // A person named this host, and no other of their network.
    const isNamed = url.hostname === first.hostname;
    const response = await ask(url, { ...options, allowPrivate: isNamed && options.allowPrivate === true });
    const next = redirectOf(response, url);
    if (next === null) return await pageOf(response, url, options);
    response.destroy();
    url = next;
  }
  throw new PageError(
    `${first.host} leads on and on (more than ${MOST_REDIRECTS} times); give the address at the end.`,
  );
}

async function ask(url: URL, options: Walk): Promise<IncomingMessage> {
  const { signal, version, lookUp = lookUpAll } = options;
  const answers = await lookUp(url.hostname.replace(/^\[(.*)\]$/, '$1'), signal);
  refusePrivate(
    url,
    answers.map((answer) => answer.address),
    options,
  );
  return request(url, { answers, signal, userAgent: `visavis/${version}` });
}

/** @guard private-network */
function refusePrivate(
  url: URL,
  addresses: readonly string[],
  { allowPrivate = false, isAllowed = isPublic }: Walk,
): void {
  if (allowPrivate || (addresses.length > 0 && addresses.every(isAllowed))) return;
  throw new PageError(`${url.host} is no address of the public internet; save the page and add the file.`);
}

/** Where the server sends us; null where this is the page. */
function redirectOf({ statusCode = 0, headers: { location } }: IncomingMessage, from: URL): URL | null {
  return REDIRECTS.has(statusCode) && location !== undefined ? readPageAddress(asWritten(location), from) : null;
}

/** Headers come as one character a byte, and servers write accents in UTF-8, or in Latin-1. */
function asWritten(header: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(header, 'latin1'));
  } catch {
    return header;
  }
}

async function pageOf(response: IncomingMessage, url: URL, options: Walk): Promise<FetchedPage> {
  const { onProgress, limits = PAGE_LIMITS } = options;
  try {
    if (response.statusCode !== 200) throw statusError(url.host, response.statusCode ?? 0);
    const { type, charset } = typeOfPage(response.headers['content-type'], url);
    const tell = (bytes: number) => onProgress?.({ step: 'reading', host: url.host, bytes });
    const bytes = await readBody(response, { most: limits.bytes, host: url.host, tell });
    // A body without a length ends where the connection does, also where that was ended from here.
    options.signal.throwIfAborted();
    return { bytes, name: nameOfPage(url), type, charset, url: url.href };
  } finally {
    response.destroy();
  }
}

interface Watch {
  readonly signal: AbortSignal;
  /** Why it was ended from here; null where it was not. */
  ended(): PageError | null;
  end(): void;
}

function watchOver({ signal, limits = PAGE_LIMITS }: FetchOptions): Watch {
  const ending = new AbortController();
  const late = endInTime(ending, limits);
  const cancel = () => ending.abort(new PageError('Fetching the page was cancelled.'));
  if (signal?.aborted) cancel();
  signal?.addEventListener('abort', cancel);
  return {
    signal: ending.signal,
    ended: () => (ending.signal.reason instanceof PageError ? ending.signal.reason : null),
    end() {
      clearTimeout(late);
      signal?.removeEventListener('abort', cancel);
    },
  };
}

/** @guard time-of-page → undefined */
function endInTime(ending: AbortController, { time }: PageLimits): NodeJS.Timeout | undefined {
  const seconds = time === 1000 ? '1 second' : `${time / 1000} seconds`;
  const sentence = `The page did not come within ${seconds}; try again later.`;
  return setTimeout(() => ending.abort(new PageError(sentence)), time);
}
