import type { RequestHandler, Router } from 'express';
import type { History, Save } from '../../core/changes/history.ts';
import type { Library } from '../../core/changes/library.ts';
import { conceptIn, GLOSSARY, SHELF, withSaved } from '../addresses.ts';
import { UserError } from '../errors.ts';
import { changesPage, isThere } from '../pages/changes-page.ts';
import { readAgain } from './read-again.ts';
import { sentBy, smallFormBody } from './requests.ts';
import { showPage } from './sending.ts';
import { routerOf } from './table.ts';

interface ChangePorts {
  readonly library: Library;
  readonly history: History;
  /** Lets only those through who may write. */
  readonly signedIn: RequestHandler;
}

/** What was saved. Every save from a page can be undone until its file changes otherwise. */
export function createChangeRoutes(ports: ChangePorts): Router {
  return routerOf({
    '/changes': { GET: [ports.signedIn, showChanges(ports)] },
    '/undo': { POST: [smallFormBody(), undo(ports)] },
  });
}

function showChanges({ library, history }: ChangePorts): RequestHandler {
  return async (_request, response) => {
    showPage(response, 'changes', changesPage(await history.saves(), library.current()));
  };
}

function undo({ library, history }: ChangePorts): RequestHandler {
  return async (request, response) => {
    const save = await findSave(history, sentBy(request)['number']);
    if (save === undefined)
      throw new UserError('not-found', 'There is no such change, or not any more, so nothing was undone.', KEPT);
    const undone = await history.undo(save.number);
    await readAgain(library);
    if (undone === null) throw changedSince(save);
    response.redirect(303, withSaved(placeOf(save, library), undone));
  };
}

/** How long one can undo. */
const KEPT = 'The page of changes lists those that are kept, since the server started.';

function changedSince({ move }: Save): UserError {
  return move === undefined
    ? new UserError('conflict', 'The file has changed since, so nothing was undone.', 'Edit it as it is now.')
    : new UserError(
        'conflict',
        `${move.says} The article came or went again since, so nothing was undone.`,
        'The page of changes lists what came last.',
      );
}

/** Lets a page that follows a save (`?saved=7`) offer to undo it. */
export function createSavedNotice(history: History): RequestHandler {
  return async (request, response, next) => {
    const number = request.method === 'GET' ? request.query['saved'] : undefined;
    if (typeof number === 'string') response.locals['saved'] = (await findSave(history, number)) ?? null;
    next();
  };
}

async function findSave(history: History, number: unknown): Promise<Save | undefined> {
  return (await history.saves()).find((one) => String(one.number) === number);
}

/** The page of what was changed; of the whole glossary, or of all articles, where that is gone. */
function placeOf({ where }: Save, library: Library): string {
  if (isThere(where, library.current())) return where;
  return conceptIn(where) === null ? SHELF : GLOSSARY;
}
