import { type LookupAddress, lookup } from 'node:dns';
import { type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';

/** All addresses of a host, asked for once. An IP address is its own. */
export type LookUp = (host: string, signal: AbortSignal) => Promise<readonly LookupAddress[]>;

/** Of the headers of an answer. Bytes. */
const MOST_HEADERS = 16 * 1024;
const ACCEPTED = 'text/html,application/xhtml+xml,text/plain;q=0.9,text/markdown;q=0.9,*/*;q=0.1';

export const lookUpAll: LookUp = (host, signal) => {
  const family = isIP(host);
  if (family !== 0) return Promise.resolve([{ address: host, family }]);
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    lookup(host, { all: true, verbatim: true }, (error, answers) =>
      error === null ? resolve(answers) : reject(error),
    );
  });
};

interface Asking {
  readonly answers: readonly LookupAddress[];
  readonly signal: AbortSignal;
  readonly userAgent: string;
}

/** Asks for a page at one of the addresses given, and at no other. Gives the answer before its body is read. */
export function request(url: URL, { answers, signal, userAgent }: Asking): Promise<IncomingMessage> {
  const open = url.protocol === 'https:' ? overHttps : overHttp;
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const asking = open(url, {
      // No connection is shared or kept, and no proxy of the environment is asked.
      agent: false,
      lookup: knownAnswers(answers),
      maxHeaderSize: MOST_HEADERS,
      signal,
      headers: {
        'user-agent': userAgent,
        accept: ACCEPTED,
        'accept-language': 'fr,en;q=0.5',
        // Not deflate: servers mean two packings by it.
        'accept-encoding': 'gzip, br',
        connection: 'close',
      },
    });
    asking.on('response', resolve);
    asking.on('error', reject);
    asking.end();
  });
}

/**
 * No second look at a name, which might lead elsewhere by then (DNS rebinding).
 *
 * @guard known-answers → lookup
 */
function knownAnswers(answers: readonly LookupAddress[]): LookupFunction {
  return (_host, { all }, tell) => {
    const [first] = answers;
    if (all === true) tell(null, [...answers]);
    else tell(null, first?.address ?? '', first?.family ?? 4);
  };
}
