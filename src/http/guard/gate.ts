import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import { UserError } from '../errors.ts';
import { createAttempts } from './attempts.ts';
import type { PasswordCheck } from './password.ts';
import { createSessions, SESSION_LENGTH } from './sessions.ts';

const COOKIE = 'visavis';

/** Keeps those out of the writing pages who do not know the password. */
export interface Gate {
  /** Whether the request comes from a browser that has signed in. */
  isSignedIn(request: Request): boolean;
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
  const inTurn = createTurns();
  const close = (request: Request) => sessions.close(tokenOf(request));
  return {
    isSignedIn: (request) => sessions.has(tokenOf(request)),
    tryPassword(given, request, response) {
      const address = request.ip ?? '';
      return inTurn(async () => {
        const seconds = attempts.wait(address);
        if (seconds > 0) refuse(response, seconds);
        const isRight = await check(given);
        if (!isRight) attempts.fail(address);
        return isRight;
      });
    },
    signIn(request, response) {
      close(request);
      response.cookie(COOKIE, sessions.open(), { ...cookieOptions(request), maxAge: SESSION_LENGTH });
    },
    signOut(request, response) {
      close(request);
      response.clearCookie(COOKIE, cookieOptions(request));
    },
  };
}

/** One try after the other: many at once neither slip past the count nor take memory and threads from the pages. */
function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
}

function refuse(response: Response, seconds: number): never {
  response.set('Retry-After', String(seconds));
  const advice = 'Go back with your browser’s Back button and try again then.';
  throw new UserError('too-many', `Too many wrong passwords were given; wait ${seconds} seconds.`, advice);
}

function cookieOptions({ secure }: Request) {
  return { httpOnly: true, sameSite: 'strict', path: '/', secure } as const;
}

/** The token that the browser sent; empty for none, which opens nothing. */
function tokenOf({ headers }: Request): string {
  return parseCookie(headers.cookie ?? '')[COOKIE] ?? '';
}
