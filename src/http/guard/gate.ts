import type { IncomingMessage } from 'node:http';
import { parseCookie } from 'cookie';
import type { Request, RequestHandler, Response } from 'express';
import type { Author } from '../../core/changes/author.ts';
import { UserError } from '../errors.ts';
import { networkOf } from '../network.ts';
import { createAttempts } from './attempts.ts';
import type { PasswordCheck } from './password.ts';
import { createSessions, SESSION_LENGTH } from './sessions.ts';
import { createTurns } from './turns.ts';

/** Tries of one network that wait for their turn: as many as it has connections. */
const MOST_WAITING = 100;

/** Signs of a hash that tell one sign-in from another. */
const NAME_LENGTH = 8;

/** What of a request tells whose it is. */
type Asking = Pick<IncomingMessage, 'headers'>;

/** Keeps those out of the writing pages who do not know the password. */
export interface Gate {
  /** Whether the request comes from a browser that has signed in. */
  isSignedIn(request: Asking): boolean;
  /** Whose request it is: the same for all of one session, and of no other. */
  ownerOf(request: Request): string;
  /** A name for who has signed in, which opens nothing: another one for each sign-in; null for nobody. */
  authorOf(request: Request): string | null;
  /**
   * Whether this is the password.
   *
   * @throws {UserError} too-many, with Retry-After, where wrong ones came too fast; nothing is compared then
   */
  tryPassword(given: string, request: Request, response: Response): Promise<boolean>;
  /** Begins a session under a new token; the one the browser had before is over. */
  signIn(request: Request, response: Response): void;
  signOut(request: Request, response: Response): void;
}

/** @param now milliseconds, from any start */
export function createGate(check: PasswordCheck, now: () => number): Gate {
  const sessions = createSessions(now);
  const attempts = createAttempts(now);
  // One try after the other: many at once neither slip past the count nor take memory and threads from the pages.
  const turns = createTurns(attempts.rank, MOST_WAITING);
  const close = (request: Request) => sessions.close(tokenOf(request));
  return {
    isSignedIn: (request) => sessions.has(tokenOf(request)),
    ownerOf: (request) => sessions.nameOf(tokenOf(request)),
    authorOf(request) {
      const token = tokenOf(request);
      return sessions.has(token) ? `session ${sessions.nameOf(token).slice(0, NAME_LENGTH)}` : null;
    },
    tryPassword(given, request, response) {
      const network = networkOf(request.ip ?? '');
      const turn = turns.take(network, async () => {
        const seconds = attempts.wait(network);
        if (seconds > 0) refuse(response, seconds);
        const isRight = await check(given);
        if (isRight) attempts.succeed(network);
        else attempts.fail(network);
        return isRight;
      });
      return turn ?? refuse(response, 1);
    },
    signIn(request, response) {
      close(request);
      response.cookie(cookieName(request), sessions.open(), { ...cookieOptions(request), maxAge: SESSION_LENGTH });
    },
    signOut(request, response) {
      close(request);
      response.clearCookie(cookieName(request), cookieOptions(request));
    },
  };
}

/** Who signs in on another browser is somebody else; where nobody signs in, nobody is known. */
export function nameAuthor(author: Author, gate: Gate | null): RequestHandler {
  return (request, _response, next) => author.as(gate?.authorOf(request) ?? null, next);
}

function refuse(response: Response, seconds: number): never {
  response.set('Retry-After', String(seconds));
  const advice = 'Go back with your browser’s Back button and try again then.';
  throw new UserError('too-many', `Too many wrong passwords were given; wait ${seconds} seconds.`, advice);
}

function cookieOptions({ secure }: Request) {
  return { httpOnly: true, sameSite: 'strict', path: '/', secure } as const;
}

/**
 * Host and port stand in the name, since a browser sends the cookies of all servers of a host to each of them.
 *
 * @guard name-of-cookie → 'visavis'
 */
function cookieName({ headers }: Asking): string {
  return `visavis_${(headers.host ?? '').toLowerCase().replaceAll(/[^a-z\d.-]/g, '_')}`;
}

/** The token that the browser sent; empty for none, which opens nothing. */
function tokenOf(request: Asking): string {
  return parseCookie(request.headers.cookie ?? '')[cookieName(request)] ?? '';
}
