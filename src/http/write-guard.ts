import type { RequestHandler } from 'express';
import { UserError } from './errors.ts';

/**
 * Lets a writing request through only when it comes from a page of ours (Origin, Sec-Fetch-Site; against cross-site
 * posts), and only where writing is allowed at all. A request that names no origin comes from no browser.
 *
 * @param writable false for a server that other machines reach and that has no password
 */
export function createWriteGuard(writable: boolean): RequestHandler {
  return (request, _response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next();
    const { origin, host } = request.headers;
    const site = request.headers['sec-fetch-site'];
    const isForeign = (site !== undefined && site !== 'same-origin' && site !== 'none') || !isSameHost(origin, host);
    if (isForeign) throw new UserError('forbidden', 'This request comes from another site.', 'Use the page itself.');
    if (!writable) {
      const advice = 'Run it with HOST=127.0.0.1, or use the command line on its own machine.';
      throw new UserError('forbidden', 'This server can be reached from other machines, so it is read-only.', advice);
    }
    next();
  };
}

function isSameHost(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
