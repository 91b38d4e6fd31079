import type { Request, RequestHandler, Response } from 'express';
import { isApiAddress } from '../addresses.ts';
import { isReading } from '../answer.ts';
import { UserError } from '../errors.ts';
import type { Gate } from './gate.ts';

/**
 * Lets a writing request through only when it comes from a page of ours (Origin, Sec-Fetch-Site; against cross-site
 * posts). A request that names no origin comes from no browser, and so it has no cookie either.
 */
export const refuseForeign: RequestHandler = (request, _response, next) => {
  if (isReading(request)) return next();
  refuseOtherSites(request);
  if (hasStrayCookie(request))
    throw new UserError('forbidden', 'This request has a cookie but no Origin.', 'Leave the cookie out in a script.');
  next();
};

/** @guard cookie-without-origin → false */
function hasStrayCookie({ headers }: Request): boolean {
  const { origin, cookie } = headers;
  return cookie !== undefined && origin === undefined && headers['sec-fetch-site'] === undefined;
}

/** @throws {UserError} when a browser says that the request comes from a page of another site */
export function refuseOtherSites({ headers }: Request): void {
  if (isOtherSite(headers['sec-fetch-site']) || !isSameHost(headers.origin, headers.host))
    throw new UserError('forbidden', 'This request comes from another site.', 'Use the page itself.');
}

/** @guard other-site → false */
function isOtherSite(site: string | string[] | undefined): boolean {
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

/** Why nothing can be changed through a server. */
export type ReadOnly =
  /** Other machines reach it, and it has no password. */
  | { readonly because: 'reachable' }
  /** It was started so. The other is the address of the server that writes; null where none runs. */
  | { readonly because: 'asked'; readonly writerAt: () => Promise<string | null> };

/**
 * Lets a writing request through only where writing is allowed at all, and with a password only for those who know it.
 *
 * @param readOnly null where pages may change something
 * @param gate null where no password is set
 */
export function createWriteGuard(readOnly: ReadOnly | null, gate: Gate | null): RequestHandler {
  return async (request, response, next) => {
    if (isReading(request)) return next();
    if (readOnly !== null) throw await refusalOf(readOnly, 'so nothing was saved');
    if (gate !== null && !gate.isSignedIn(request)) await wantBearer(gate, request, response);
    next();
  };
}

/** @param then what follows from it for the request */
export async function refusalOf(readOnly: ReadOnly, then: string): Promise<UserError> {
  if (readOnly.because === 'reachable')
    return new UserError(
      'forbidden',
      `This server can be reached from other machines and has no password: it only reads, ${then}.`,
      'Set VISAVIS_PASSWORD, run it with HOST=127.0.0.1, or use the command line on its own machine.',
    );
  const writer = await readOnly.writerAt();
  return writer === null
    ? new UserError(
        'forbidden',
        `This server only reads, and none that writes runs for these files, ${then}.`,
        'Whoever keeps the files starts one with “visavis serve”.',
      )
    : new UserError('forbidden', `This server only reads, ${then}. The one that writes is ${writer}`);
}

/**
 * A script sends the password itself (RFC 6750), to the API alone.
 *
 * @guard sign-in-to-write
 */
async function wantBearer(gate: Gate, request: Request, response: Response): Promise<void> {
  const given = isApiAddress(request.path) ? bearerOf(request) : null;
  if (given !== null && (await gate.tryPassword(given, request, response))) return;
  response.set('WWW-Authenticate', 'Bearer');
  if (given !== null) throw new UserError('unauthorized', 'This is not the password.');
  throw new UserError(
    'unauthorized',
    'Nothing was saved: this server asks for a password before anything is changed.',
    'Sign in in another tab, then return to this one and use your browser’s Back button: what you typed is still there.',
  );
}

/** Header fields arrive as Latin-1; a password may have other letters, which are sent as UTF-8. */
function bearerOf({ headers: { authorization = '' } }: Request): string | null {
  const [, given] = /^Bearer +(.+)$/i.exec(authorization) ?? [];
  return given === undefined ? null : Buffer.from(given, 'latin1').toString('utf8');
}

/** @guard other-origin → true */
function isSameHost(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
