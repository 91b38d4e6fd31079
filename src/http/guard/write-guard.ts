import type { Request, RequestHandler, Response } from 'express';
import { mayWrite, onlyReads, type Person } from '../../core/people/people.ts';
import { isApiAddress } from '../addresses.ts';
import { isReading } from '../answer.ts';
import { UserError } from '../errors.ts';
import type { Gate } from './gate.ts';
import type { Credentials } from './password.ts';

/**
 * Lets a writing request through only when it comes from a page of ours (Origin, Sec-Fetch-Site; against cross-site
 * posts). A request that names no origin comes from no browser, and so it has no cookie either.
 *
 * @param publicOrigin where people find the server behind a proxy; null where there is none
 */
export function createForeignGuard(publicOrigin: string | null): RequestHandler {
  return (request, _response, next) => {
    if (isReading(request)) return next();
    refuseOtherSites(request, publicOrigin);
    if (hasStrayCookie(request))
      throw new UserError('forbidden', 'This request has a cookie but no Origin.', 'Leave the cookie out in a script.');
    next();
  };
}

/** @guard cookie-without-origin → false */
function hasStrayCookie({ headers }: Request): boolean {
  const { origin, cookie } = headers;
  return cookie !== undefined && origin === undefined && headers['sec-fetch-site'] === undefined;
}

/**
 * Of an address that a proxy changed only what is told here counts, whatever X-Forwarded-Host or Forwarded say.
 *
 * @param publicOrigin where people find the server behind a proxy; null where there is none
 * @throws {UserError} when a browser says that the request comes from a page of another site
 */
export function refuseOtherSites({ headers }: Request, publicOrigin: string | null): void {
  const { origin, host } = headers;
  const isOwnPage =
    origin === undefined || origin === publicOrigin || (isOfWeb(origin) && isSameHost(origin, host, publicOrigin));
  if (!isOtherSite(headers['sec-fetch-site']) && isOwnPage) return;
  const advice =
    publicOrigin === null
      ? 'Use the page itself. Behind a proxy, VISAVIS_PUBLIC_URL tells the server the address that people use.'
      : `Use the page itself, at ${publicOrigin}.`;
  throw new UserError('forbidden', 'This request comes from another site.', advice);
}

/** An extension of a browser may be called as this server is. */
function isOfWeb(origin: string): boolean {
  return /^https?:\/\//.test(origin);
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
    if (gate !== null && !gate.isSignedIn(request)) await wantSecret(gate, request, response);
    refuseReader(gate?.actingOf(request).person ?? null);
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
    : new UserError('forbidden', `This server only reads, ${then}. The one that writes is ${writer}`, {
        says: 'Go to the one that writes.',
        ...{ words: 'the one that writes', href: writer },
      });
}

/**
 * Who only reads is known by name, and changes nothing all the same.
 *
 * @throws {UserError}
 * @guard reader-writes
 */
export function refuseReader(person: Person | null): void {
  if (person === null || mayWrite(person)) return;
  throw new UserError('forbidden', onlyReads(person), 'Whoever keeps the file of users can change that.');
}

/**
 * A script sends the password itself, to the API alone: the one without a name as a token (RFC 6750), its own with its
 * name (RFC 7617).
 *
 * @guard sign-in-to-write
 */
async function wantSecret(gate: Gate, request: Request, response: Response): Promise<void> {
  const given = isApiAddress(request.path) ? secretIn(request) : null;
  const holder = given === null ? null : await gate.tryPassword(given, request, response);
  if (holder !== null) return gate.admit(request, holder);
  // Not “Basic”: at that a browser would ask for a name and a password itself, and send them with every request.
  response.set('WWW-Authenticate', 'Bearer');
  if (given !== null) throw new UserError('unauthorized', wrongSecret(given));
  throw new UserError(
    'unauthorized',
    'Nothing was saved: this server asks for a password before anything is changed.',
    'Sign in in another tab, then return to this one and use your browser’s Back button: what you typed is still there.',
  );
}

/** One sentence for a wrong name and a wrong password: it tells nobody who is there. */
export function wrongSecret({ name }: Credentials): string {
  return name === '' ? 'This is not the password.' : 'This name and this password do not go together.';
}

/** Header fields arrive as Latin-1; a name or a password may have other letters, which are sent as UTF-8. */
function secretIn({ headers: { authorization = '' } }: Request): Credentials | null {
  const [, scheme = '', sent = ''] = /^(Bearer|Basic) +(\S.*)$/is.exec(authorization) ?? [];
  if (scheme === '') return null;
  if (scheme.toLowerCase() === 'bearer') return { name: '', password: Buffer.from(sent, 'latin1').toString('utf8') };
  const [, name = '', password = ''] = /^([^:]*):(.*)$/s.exec(Buffer.from(sent, 'base64').toString('utf8')) ?? [];
  return name.trim() === '' ? null : { name: name.trim(), password };
}

/**
 * Behind a proxy the same name over another protocol is another site.
 *
 * @guard other-origin → true
 */
function isSameHost(origin: string, host: string | undefined, publicOrigin: string | null): boolean {
  const asked = host?.toLowerCase();
  if (publicOrigin !== null && new URL(publicOrigin).host === asked) return false;
  return URL.canParse(origin) && new URL(origin).host === asked;
}
