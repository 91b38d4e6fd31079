import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Library } from '../../core/changes/ports/library.ts';
import { isApiAddress } from '../addresses.ts';
import { type Described, describeError, UserError } from '../errors.ts';
import { errorPage } from '../pages/error-page.ts';
import { showPage } from './sending.ts';

/** For addresses that no route knows. */
export const notFound: RequestHandler = () => {
  throw new UserError(
    'not-found',
    'There is no such page.',
    'The articles and the glossary are linked from the first page.',
  );
};

/** The one place that answers errors: a page for people, problem details (RFC 9457) for scripts. */
export function errorHandler(library: Library, log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const described = describeError(error);
    const { status } = described;
    if (status === 500) log.error({ err: error, path: request.path }, 'internal error');
    if (response.headersSent) return next(error);
    if (!wantsJson(request.path)) {
      showPage(response, 'error', errorPage(described, library.current()), status);
      return;
    }
    response.status(status).set('Cache-Control', 'no-store').type('application/problem+json');
    response.send(JSON.stringify(problemDetails(described)));
  };
}

function problemDetails({ status, title, message, details }: Described) {
  return { type: 'about:blank', title, status, detail: message, ...details };
}

function wantsJson(path: string): boolean {
  return isApiAddress(path) || path.endsWith('.json') || path === '/healthz';
}
