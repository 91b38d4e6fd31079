import type { RequestHandler, Router } from 'express';
import type { Library } from '../../core/changes/library.ts';
import { routerOf } from './table.ts';

/** Whether there is anything to serve; for whoever watches the server. */
export function createHealthRoutes(library: Library): Router {
  return routerOf({ '/healthz': { GET: [sendHealth(library)] } });
}

function sendHealth(library: Library): RequestHandler {
  return (_request, response) => {
    const { revision, articles, glossary, problems } = library.current();
    response.set('Cache-Control', 'no-store');
    if (articles.size > 0 || glossary.concepts.length > 0) {
      response.json({ status: 'ok', revision });
      return;
    }
    const reason = problems[0]?.message ?? 'no article and no glossary entry was found';
    response.status(503).json({ status: 'empty', revision, reason });
  };
}
