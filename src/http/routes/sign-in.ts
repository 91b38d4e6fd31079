import { type RequestHandler, type Response, Router, urlencoded } from 'express';
import type { Library } from '../../core/changes/library.ts';
import { allowOnly } from '../errors.ts';
import type { Gate } from '../guard/gate.ts';
import type { Frame } from '../pages/frame.ts';

const MOST_BODY = '10kb';
const LONGEST_ADDRESS = 2000;

/** views/sign-in.ejs: asks for the password, or says that it was given. */
export interface SignInPage extends Frame {
  /** Where to go on to: an address of this server. */
  readonly next: string;
  readonly isSignedIn: boolean;
  /** What was wrong with the last try. */
  readonly failure: string | null;
}

/** The page that asks for the password, and the way out again. */
export function createSignInRoutes(library: Library, gate: Gate): Router {
  const router = Router({ caseSensitive: true });
  const show = (response: Response, status: number, shown: Pick<SignInPage, 'next' | 'isSignedIn' | 'failure'>) => {
    const { revision, problems } = library.current();
    const page: SignInPage = { title: 'Sign in', revision, problems, ...shown };
    response.status(status).set('Cache-Control', 'no-store').render('sign-in', { page });
  };
  router
    .route('/sign-in')
    .get((request, response) => {
      show(response, 200, {
        next: localAddress(request.query['next']),
        isSignedIn: gate.isSignedIn(request),
        failure: null,
      });
    })
    .post(urlencoded({ extended: false, limit: MOST_BODY }), async (request, response) => {
      const { password, next } = (request.body ?? {}) as { password?: unknown; next?: unknown };
      const given = typeof password === 'string' ? password : '';
      if (await gate.tryPassword(given, request, response)) {
        gate.signIn(request, response);
        return leaveFor(response, localAddress(next));
      }
      response.set('WWW-Authenticate', 'Bearer');
      show(response, 401, { next: localAddress(next), isSignedIn: false, failure: 'This is not the password.' });
    })
    .all(allowOnly('GET', 'HEAD', 'POST'));
  router
    .route('/sign-out')
    .post((request, response) => {
      gate.signOut(request, response);
      leaveFor(response, '/');
    })
    .all(allowOnly('POST'));
  return router;
}

/** For a page that only makes sense to those who may write: leads all others to the sign-in, and back afterwards. */
export function wantSignIn(gate: Gate): RequestHandler {
  return (request, response, next) => {
    if (gate.isSignedIn(request)) return next();
    leaveFor(response, `/sign-in?next=${encodeURIComponent(request.originalUrl)}`);
  };
}

/** An address of this server as it was given; `/` for anything that a browser could take for another server’s. */
export function localAddress(address: unknown): string {
  if (typeof address !== 'string' || address.length > LONGEST_ADDRESS || address.includes('//')) return '/';
  return /^\/(?!%2f|%5c)[^\\\p{Cc}]*$/iu.test(address) ? address : '/';
}

function leaveFor(response: Response, address: string): void {
  response.set('Cache-Control', 'no-store').redirect(303, address);
}
