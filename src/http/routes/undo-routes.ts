import { type RequestHandler, Router, urlencoded } from 'express';
import type { History, Save } from '../../core/changes/history.ts';
import type { Library } from '../../core/changes/library.ts';
import { allowOnly, UserError } from '../errors.ts';
import type { Frame } from '../pages/frame.ts';

/** views/changes.ejs: what was saved from pages since the server started, the newest first. */
export interface ChangesPage extends Frame {
  readonly saves: readonly Save[];
}

/** Every save from a page can be undone until its file changes otherwise. */
export function createUndoRoutes(library: Library, history: History): Router {
  const router = Router({ caseSensitive: true });
  router
    .route('/changes')
    .get(async (_request, response) => {
      const { revision, problems } = library.current();
      const page: ChangesPage = { title: 'Changes', revision, problems, saves: await history.saves() };
      response.set('Cache-Control', 'no-store').render('changes', { page });
    })
    .all(allowOnly('GET', 'HEAD'));
  router
    .route('/undo')
    .post(urlencoded({ extended: false, limit: '1kb', inflate: false }), async (request, response) => {
      const { number } = (request.body ?? {}) as { number?: unknown };
      const save = (await history.saves()).find((one) => String(one.number) === number);
      const undone = save === undefined ? null : await history.undo(save.number);
      await library.reload();
      if (save === undefined || undone === null)
        throw new UserError('conflict', 'The file has changed since, so nothing was undone.', 'Edit it as it is now.');
      response.redirect(303, withSaved(placeOf(save, library), undone));
    })
    .all(allowOnly('POST'));
  return router;
}

/** Lets a page that follows a save (`?saved=7`) offer to undo it. */
export function createSavedNotice(history: History): RequestHandler {
  return async (request, response, next) => {
    const number = request.method === 'GET' ? request.query['saved'] : undefined;
    if (typeof number === 'string')
      response.locals['saved'] = (await history.saves()).find((one) => String(one.number) === number) ?? null;
    next();
  };
}

/** The page of what was changed; of the whole glossary where the entry is gone. */
function placeOf({ where }: Save, library: Library): string {
  const id = /^\/glossary\/(.+)$/.exec(where)?.[1];
  return id === undefined || library.current().glossary.byId.has(id) ? where : '/glossary';
}

/** `/articles/x?saved=7#p2` */
export function withSaved(address: string, number: number): string {
  const [path, hash] = address.split('#');
  return `${path}?saved=${number}${hash === undefined ? '' : `#${hash}`}`;
}
