import type { RequestHandler, Router } from 'express';
import type { Library } from '../../core/changes/ports/library.ts';
import type { SharedStore } from '../../core/changes/ports/shared-store.ts';
import { routerOf } from './table.ts';

/** Whether there is anything to serve; for whoever watches the server. */
export function createHealthRoutes(library: Library, shared: SharedStore | null): Router {
  return routerOf({ '/healthz': { GET: [sendHealth(library, shared)] } });
}

function sendHealth(library: Library, shared: SharedStore | null): RequestHandler {
  return (_request, response) => {
    const { revision, articles, glossary, problems } = library.current();
    response.set('Cache-Control', 'no-store');
    if (articles.size > 0 || glossary.concepts.length > 0) {
      response.json({ status: 'ok', revision, ...exchangeOf(shared) });
      return;
    }
    const reason = problems[0]?.message ?? 'no article and no glossary entry was found';
    response.status(503).json({ status: 'empty', revision, reason });
  };
}

/** Saves that only this machine has, and why, where there is another copy. */
function exchangeOf(shared: SharedStore | null) {
  if (shared === null) return {};
  const { unsent, trouble } = shared.state();
  return { exchange: { unsent, trouble: trouble?.kind ?? null } };
}
