import type { IncomingMessage } from 'node:http';
import { parseCookie } from 'cookie';
import type { Request, RequestHandler, Response } from 'express';
import { type Acting, type Author, NOBODY } from '../../core/changes/ports/author.ts';
import { mayWrite, type Person } from '../../core/people/people.ts';
import { counted } from '../../core/text/counted.ts';
import type { Seen } from '../cache.ts';
import type { ClientOf } from '../clients.ts';
import { UserError } from '../errors.ts';
import { networkOf, widerNetworksOf } from '../network.ts';
import type { NameByProxy } from './named-by-proxy.ts';
import type { Credentials, Holder, PasswordCheck, Users } from './password.ts';
import { createSessions, SESSION_LENGTH } from './sessions.ts';
import { createTries } from './tries.ts';
import { createTurns } from './turns.ts';

/** Tries that wait for their turn: of one network as many as it has connections, of all some hundreds. */
const MOST_WAITING = { ofOwner: 100, ofAll: 400 };

/** Signs of a hash that tell one sign-in from another. */
const NAME_LENGTH = 8;

/** What of a request tells whose it is. */
type Asking = Pick<IncomingMessage, 'headers' | 'rawHeaders' | 'socket'>;

/** Keeps those out of the writing pages who may not write, and knows who the others are. */
export interface Gate {
  /** Whether people have names here, and whether one password without a name opens too. */
  readonly asks: { readonly name: boolean; readonly password: boolean };
  /** Whether it is known who asks: a browser that has signed in, or somebody whom a trusted proxy names. */
  isSignedIn(request: Asking): boolean;
  /**
   * Whose request it is: the same for all of one person, or of one session of somebody without a name, and of no other.
   */
  ownerOf(request: Request): string;
  /** Who asks, as far as that is known. */
  actingOf(request: Asking): Acting;
  /**
   * Whom a password lets in; null for nobody.
   *
   * @throws {UserError} too-many, with Retry-After, where wrong ones came too fast, or too many wait already; nothing
   *   is compared then
   */
  tryPassword(given: Credentials, request: Request, response: Response): Promise<Holder | null>;
  /** Whoever gave a password with the very request: known for that alone. */
  admit(request: Request, holder: Holder): void;
  /** Begins a session under a new token; the one the browser had before is over. */
  signIn(request: Request, response: Response, holder: Holder): void;
  signOut(request: Request, response: Response): void;
}

/** Who may come in, and how they are known. */
export interface GateKeys {
  readonly check: PasswordCheck;
  /** Whether there is a password without a name. */
  readonly hasPassword: boolean;
  /** Null where there is no file of users. */
  readonly users: Users | null;
  /** Null where no proxy is trusted to name anybody. */
  readonly nameByProxy: NameByProxy | null;
}

/** How people come here. */
export interface Ways {
  /** Where they find the server behind a proxy; null where there is none. */
  readonly publicOrigin: string | null;
  readonly clientOf: ClientOf;
}

/** @param now milliseconds, from any start */
export function createGate(
  { check, hasPassword, users, nameByProxy }: GateKeys,
  now: () => number,
  { publicOrigin, clientOf }: Ways,
): Gate {
  const sessions = createSessions(now);
  const tries = createTries(now);
  // One try after the other: many at once neither slip past the count nor take memory and threads from the pages.
  const turns = createTurns(tries.rank, MOST_WAITING);
  const close = (request: Request) => sessions.close(tokenOf(request));
  const admitted = new WeakMap<object, Holder>();
  const proxied = (request: Asking): Person | null => {
    const name = nameByProxy?.(request) ?? null;
    return name === null ? null : (users?.find(name) ?? { name, role: 'reader' });
  };
  const holderOf = (request: Asking): Holder | null => {
    const holder = admitted.get(request) ?? sessions.holderOf(tokenOf(request));
    return holder !== null && isStill(holder, users) ? holder : null;
  };
  const actingOf = (request: Asking): Acting => {
    const person = proxied(request);
    if (person !== null) return { by: person.name, person };
    const holder = holderOf(request);
    if (holder?.user) return { by: holder.user.name, person: holder.user };
    if (holder === null || admitted.has(request)) return NOBODY;
    return { by: `session ${sessions.nameOf(tokenOf(request)).slice(0, NAME_LENGTH)}`, person: null };
  };
  return {
    asks: { name: users !== null, password: hasPassword },
    isSignedIn: (request) => proxied(request) !== null || holderOf(request) !== null,
    ownerOf(request) {
      const { person } = actingOf(request);
      return person === null ? sessions.nameOf(tokenOf(request)) : `person ${person.name}`;
    },
    actingOf,
    tryPassword(given, request, response) {
      const client = clientOf(request);
      const turn = turns.take(widerNetworksOf(networkOf(client.address)), async () => {
        const seconds = tries.wait(client);
        if (seconds > 0) refuse(response, 'Too many wrong passwords were given', seconds);
        const holder = await check(given);
        if (holder !== null) tries.succeed(client);
        else tries.fail(client);
        return holder;
      });
      return turn ?? refuse(response, 'Many passwords are waiting to be looked at', 1);
    },
    admit: (request, holder) => admitted.set(request, holder),
    signIn(request, response, holder) {
      close(request);
      response.cookie(cookieName(request), sessions.open(holder), {
        ...cookieOptions(request, publicOrigin),
        maxAge: SESSION_LENGTH,
      });
    },
    signOut(request, response) {
      close(request);
      response.clearCookie(cookieName(request), cookieOptions(request, publicOrigin));
    },
  };
}

/**
 * Whether the file of users still says of somebody what it said at the sign-in.
 *
 * @guard person-of-now → true
 */
function isStill({ user }: Holder, users: Users | null): boolean {
  if (user === null) return true;
  const now = users?.find(user.name) ?? null;
  return now !== null && now.name === user.name && now.role === user.role && now.hash === user.hash;
}

/** What one may do who comes through; all where nobody is asked. */
export function seenThrough(gate: Gate | null, request: IncomingMessage): Seen {
  if (gate === null) return 'approving';
  const { person } = gate.actingOf(request);
  if (!gate.isSignedIn(request) || !mayWrite(person)) return 'reading';
  return person === null || person.role === 'reviewer' ? 'approving' : 'writing';
}

/**
 * Who signs in on another browser is somebody else, but for a person with a name; where nobody signs in, nobody is
 * known.
 */
export function nameAuthor(author: Author, gate: Gate | null): RequestHandler {
  return (request, _response, next) => author.as(gate?.actingOf(request) ?? NOBODY, next);
}

function refuse(response: Response, why: string, seconds: number): never {
  response.set('Retry-After', String(seconds));
  const advice = 'Go back with your browser’s Back button and try again then.';
  throw new UserError('too-many', `${why}; wait ${counted(seconds, 'second')}.`, advice);
}

function cookieOptions(request: Request, publicOrigin: string | null) {
  const secure = request.secure || isOverHttps(request, publicOrigin);
  return { httpOnly: true, sameSite: 'strict', path: '/', secure } as const;
}

/**
 * Whether a browser came by the https address that a proxy answers to, from which no cookie may leave over http. Who
 * asks the server itself, over http, would get none back.
 *
 * @guard secure-cookie → false
 */
function isOverHttps({ headers: { origin, host } }: Pick<Asking, 'headers'>, publicOrigin: string | null): boolean {
  if (publicOrigin?.startsWith('https:') !== true) return false;
  return (origin ?? `https://${host?.toLowerCase()}`) === publicOrigin;
}

/**
 * Host and port stand in the name, since a browser sends the cookies of all servers of a host to each of them.
 *
 * @guard name-of-cookie → 'visavis'
 */
function cookieName({ headers }: Pick<Asking, 'headers'>): string {
  return `visavis_${(headers.host ?? '').toLowerCase().replaceAll(/[^a-z\d.-]/g, '_')}`;
}

/** The token that the browser sent; empty for none, which opens nothing. */
function tokenOf(request: Pick<Asking, 'headers'>): string {
  return parseCookie(request.headers.cookie ?? '')[cookieName(request)] ?? '';
}
