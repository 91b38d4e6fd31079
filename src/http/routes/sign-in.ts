import type { RequestHandler, Response, Router } from 'express';
import type { Library } from '../../core/changes/library.ts';
import { localAddress, signInAddress } from '../addresses.ts';
import type { Gate } from '../guard/gate.ts';
import { type ReadOnly, refusalOf } from '../guard/write-guard.ts';
import { type SignInPage, signInPage } from '../pages/sign-in-page.ts';
import { sentBy, smallFormBody } from './requests.ts';
import { leadTo, showPage } from './sending.ts';
import { routerOf } from './table.ts';

interface SignInPorts {
  readonly library: Library;
  readonly gate: Gate;
}

/** The page that asks for the password, and the way out again. */
export function createSignInRoutes(ports: SignInPorts): Router {
  return routerOf({
    '/sign-in': { GET: [showSignIn(ports)], POST: [smallFormBody(), signIn(ports)] },
    '/sign-out': { POST: [signOut(ports)] },
  });
}

function showSignIn({ library, gate }: SignInPorts): RequestHandler {
  return (request, response) => {
    const [next, isSignedIn] = [localAddress(request.query['next']), gate.isSignedIn(request)];
    show(response, library, { next, isSignedIn, failure: null });
  };
}

function signIn({ library, gate }: SignInPorts): RequestHandler {
  return async (request, response) => {
    const { password, next } = sentBy(request);
    const given = typeof password === 'string' ? password : '';
    if (await gate.tryPassword(given, request, response)) {
      gate.signIn(request, response);
      return leadTo(response, localAddress(next));
    }
    response.set('WWW-Authenticate', 'Bearer');
    show(response, library, { next: localAddress(next), isSignedIn: false, failure: 'This is not the password.' });
  };
}

function signOut({ gate }: SignInPorts): RequestHandler {
  return (request, response) => {
    gate.signOut(request, response);
    leadTo(response, '/');
  };
}

type Shown = Pick<SignInPage, 'next' | 'isSignedIn' | 'failure'>;

function show(response: Response, library: Library, shown: Shown): void {
  showPage(response, 'sign-in', signInPage(shown, library.current()), shown.failure === null ? 200 : 401);
}

/**
 * For a page that only makes sense to those who may write: leads all others to the sign-in, and back afterwards, or says
 * why nobody may.
 *
 * @param readOnly null where pages may change something
 * @param gate null where no password is set, so that everybody may
 */
export function wantWriter(readOnly: ReadOnly | null, gate: Gate | null): RequestHandler {
  return async (request, response, next) => {
    if (readOnly !== null) throw await refusalOf(readOnly, 'so there is nothing to do on this page');
    if (gate === null || gate.isSignedIn(request)) return next();
    leadTo(response, signInAddress(request.originalUrl));
  };
}
