import type { IncomingMessage } from 'node:http';

/** Why a request is turned away before anything else looks at it. */
export interface Refusal {
  readonly status: 400 | 403;
  readonly message: string;
}

/** Names under which a server answers. */
export interface OwnNames {
  /** Without a port, in small letters. */
  readonly hosts: readonly string[];
  /** Where it listens. */
  readonly port: number;
  /** Where people find it behind a proxy, `https://texts.example.org`; null where there is none. */
  readonly publicOrigin: string | null;
}

/** Lets through what is asked of the server under a name of its own; against DNS rebinding. */
export function createHostGuard(own: OwnNames): (request: IncomingMessage) => Refusal | null {
  const allowed = allowedHosts(own);
  return (request) => {
    const { host } = request.headers;
    if (host === undefined || host === '') return { status: 400, message: 'The Host header is missing.' };
    if (!hasOneHost(request)) return { status: 400, message: 'There are two Host headers.' };
    if (isOurs(host, allowed) && isOriginForm(request)) return null;
    return { status: 403, message: `This server does not answer for “${host.slice(0, 80)}”.` };
  };
}

/**
 * Where whoever asks found the server: `http://127.0.0.1:3000`, or the address that people use in front of it. What the
 * guard lets through has named one of few hosts.
 */
export function originFor({ headers }: IncomingMessage, publicOrigin: string | null): string {
  return publicOrigin ?? `http://${headers.host?.toLowerCase()}`;
}

function allowedHosts({ hosts: names, port, publicOrigin }: OwnNames): Set<string> {
  const inFront = publicOrigin === null ? [] : [new URL(publicOrigin).host];
  const withPort = names.map((name) => `${name.includes(':') ? `[${name}]` : name}:${port}`);
  return new Set([...withPort, ...(port === 80 ? names : []), ...inFront]);
}

/** @guard foreign-host → true */
function isOurs(host: string, allowed: ReadonlySet<string>): boolean {
  return allowed.has(host) || allowed.has(host.toLowerCase());
}

/** @guard host-in-target → true */
function isOriginForm({ url }: IncomingMessage): boolean {
  return url?.startsWith('/') === true && !url.startsWith('//');
}

/** @guard two-hosts → true */
function hasOneHost({ rawHeaders }: IncomingMessage): boolean {
  let count = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) if (rawHeaders[i]?.toLowerCase() === 'host') count += 1;
  return count === 1;
}
