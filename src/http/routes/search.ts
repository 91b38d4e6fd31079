import type { RequestHandler, Router } from 'express';
import type { Library } from '../../core/changes/ports/library.ts';
import { SEARCH } from '../addresses.ts';
import { searchPage, searchViewOf } from '../pages/search/search-page.ts';
import type { Searches } from '../pages/search/search-results.ts';
import type { Sender } from './sending.ts';
import { routerOf } from './table.ts';

interface SearchPorts {
  readonly library: Library;
  readonly send: Sender;
  readonly searches: Searches;
}

/** Both columns of all articles, searched; nothing is written, called or paid for. */
export function createSearchRoutes(ports: SearchPorts): Router {
  return routerOf({ [SEARCH]: { GET: [showSearch(ports)] } });
}

function showSearch({ library, send, searches }: SearchPorts): RequestHandler {
  return async ({ query }, response) => {
    const snapshot = library.current();
    const view = searchViewOf(query, snapshot);
    const results = await searches.ofWords(snapshot, view);
    // What people search is another page each time.
    return send.page(response, 'search', searchPage(snapshot, { query, view, results }), null);
  };
}
