import type { RequestHandler, Response, Router } from 'express';
import type { Library } from '../../core/changes/ports/library.ts';
import { signInAddress } from '../addresses.ts';
import type { Gate } from '../guard/gate.ts';
import { type ReadOnly, refusalOf, refuseReader, wrongSecret } from '../guard/write-guard.ts';
import { type SignIn, signInPage } from '../pages/sign-in-page.ts';
import { localAddress } from '../sent-addresses.ts';
import { sentBy, smallFormBody, textOf } from './requests.ts';
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
    const { person } = gate.actingOf(request);
    const isSignedIn = gate.isSignedIn(request);
    show(response, library, { next: localAddress(request.query['next']), ...seenBy(gate), isSignedIn, person });
  };
}

function signIn({ library, gate }: SignInPorts): RequestHandler {
  return async (request, response) => {
    const { name, password, next } = sentBy(request);
    const given = { name: gate.asks.name ? textOf(name).trim() : '', password: textOf(password) };
    const holder = await gate.tryPassword(given, request, response);
    if (holder !== null) {
      gate.signIn(request, response, holder);
      return leadTo(response, localAddress(next));
    }
    response.set('WWW-Authenticate', 'Bearer');
    const failed = { name: given.name, failure: wrongSecret(given) };
    show(response, library, { next: localAddress(next), ...seenBy(gate), ...failed });
  };
}

function signOut({ gate }: SignInPorts): RequestHandler {
  return (request, response) => {
    gate.signOut(request, response);
    leadTo(response, '/');
  };
}

function seenBy({ asks }: Gate): Omit<SignIn, 'next'> {
  return { asks, isSignedIn: false, person: null, name: '', failure: null };
}

function show(response: Response, library: Library, shown: SignIn): void {
  showPage(response, 'sign-in', signInPage(shown, library.current()), shown.failure === null ? 200 : 401);
}

/**
 * For a page that only makes sense to those who may write: leads all others to the sign-in, and back afterwards, or
 * says why nobody may.
 *
 * @param readOnly null where pages may change something
 * @param gate null where no password is set, so that everybody may
 */
export function wantWriter(readOnly: ReadOnly | null, gate: Gate | null): RequestHandler {
  return async (request, response, next) => {
    if (readOnly !== null) throw await refusalOf(readOnly, 'so there is nothing to do on this page');
    refuseReader(gate?.actingOf(request).person ?? null);
    if (gate === null || gate.isSignedIn(request)) return next();
    leadTo(response, signInAddress(request.originalUrl));
  };
}
