import type { RequestHandler, Router } from 'express';
import type { ArticleMoves } from '../../core/changes/ports/article-moves.ts';
import type { Library, Snapshot } from '../../core/changes/ports/library.ts';
import { atOnce, type Pacer } from '../../core/model/slices.ts';
import { SHELF, shelfAddress, withSaved } from '../addresses.ts';
import { removalPage } from '../pages/shelf/removal-page.ts';
import { chooseShelved, type Shelf } from '../pages/shelf/shelf-list.ts';
import { shelfPage, shelfViewOf } from '../pages/shelf/shelf-page.ts';
import { findArticle } from './find.ts';
import { readAgain } from './read-again.ts';
import { partOf } from './requests.ts';
import { leadTo, type Sender, showPage } from './sending.ts';
import { routerOf } from './table.ts';

interface ShelfPorts {
  readonly library: Library;
  readonly send: Sender;
  readonly pacer: Pacer;
  readonly shelf: (snapshot: Snapshot) => Promise<Shelf>;
  readonly articles: ArticleMoves;
  /** Lets only those through who may write. */
  readonly signedIn: RequestHandler;
}

/** The articles as a list, and the way out of it for one of them. */
export function createShelfRoutes(ports: ShelfPorts): Router {
  return routerOf({
    '/': { GET: [showShelf(ports)] },
    '/articles': { GET: [showShelf(ports)] },
    '/articles/:slug/remove': { GET: [ports.signedIn, askToRemove(ports)], POST: [remove(ports)] },
  });
}

function showShelf({ library, send, pacer, shelf: shelfOf }: ShelfPorts): RequestHandler {
  return async ({ query }, response) => {
    const snapshot = library.current();
    const choice = await pacer.finish(chooseShelved(await shelfOf(snapshot), shelfViewOf(query)));
    // What people search is another page each time, and one of files that changed meanwhile is not kept.
    const isKept = choice.view.q === '' && library.current() === snapshot;
    const work = atOnce(() => shelfPage(snapshot, choice));
    return send.page(response, 'shelf', work, isKept ? shelfAddress(choice.view) : null);
  };
}

function askToRemove({ library }: ShelfPorts): RequestHandler {
  return (request, response) => {
    const snapshot = library.current();
    showPage(response, 'removal', removalPage(findArticle(snapshot, partOf(request, 'slug')), snapshot));
  };
}

function remove({ library, articles }: ShelfPorts): RequestHandler {
  return async (request, response) => {
    const { slug, citation } = findArticle(library.current(), partOf(request, 'slug')).article;
    const save = await articles.remove(slug, citation.title);
    await readAgain(library);
    leadTo(response, withSaved(SHELF, save));
  };
}
