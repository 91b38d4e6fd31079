import type { IncomingMessage } from 'node:http';

/** Why a request is turned away before anything else looks at it. */
export interface Refusal {
  readonly status: 400 | 403;
  readonly message: string;
}

/** Names under which the server answers; against DNS rebinding. Names without a port, in small letters. */
export function createHostGuard(
  names: readonly string[],
  port: () => number,
): (request: IncomingMessage) => Refusal | null {
  let allowed: ReadonlySet<string> | null = null;
  return (request) => {
    allowed ??= allowedHosts(names, port());
    const { host } = request.headers;
    if (host === undefined || host === '') return { status: 400, message: 'The Host header is missing.' };
    if (!hasOneHost(request)) return { status: 400, message: 'There are two Host headers.' };
    if (isOurs(host, allowed) && isOriginForm(request)) return null;
    return { status: 403, message: `This server does not answer for “${host.slice(0, 80)}”.` };
  };
}

function allowedHosts(names: readonly string[], port: number): Set<string> {
  const withPort = names.map((name) => `${name.includes(':') ? `[${name}]` : name}:${port}`);
  return new Set(port === 80 ? [...withPort, ...names] : withPort);
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
