import type { Request, RequestHandler, Response, Router } from 'express';
import type { History, Save, UndoChoice } from '../../core/changes/ports/history.ts';
import type { Library } from '../../core/changes/ports/library.ts';
import type { SharedStore } from '../../core/changes/ports/shared-store.ts';
import { StoreError } from '../../core/changes/ports/store-error.ts';
import { inEnglish } from '../../core/text/told-words.ts';
import { catalogueOf } from '../../formats/article/catalogue-name.ts';
import {
  CHANGES,
  type ChangesView,
  changeAddress,
  changesAddress,
  conceptAddress,
  conceptIn,
  EXCHANGE,
  GLOSSARY,
  SHELF,
  UNDO,
  VERSIONS,
  withSaved,
} from '../addresses.ts';
import { statusOf, UserError } from '../errors.ts';
import type { SiteLocals } from '../pages/frame/frame.ts';
import { articleName, entryName } from '../pages/frame/names.ts';
import { pageNumber, pageWays } from '../pages/frame/page-ways.ts';
import { pageIn, textIn } from '../pages/frame/query.ts';
import { savedNotice } from '../pages/frame/saved-notice.ts';
import { changesPage, hasPage } from '../pages/history/changes-page.ts';
import { undoPage } from '../pages/history/undo-page.ts';
import { versionsPage } from '../pages/history/versions-page.ts';
import { readAgain } from './read-again.ts';
import { formBody, partOf, sentBy, smallFormBody, textOf } from './requests.ts';
import { leadTo, showPage } from './sending.ts';
import { routerOf } from './table.ts';

interface ChangePorts {
  readonly library: Library;
  readonly history: History;
  readonly shared: SharedStore | null;
  /** Who does what is done at this moment; null where nobody knows. */
  readonly author: () => string | null;
  /** Lets only those through who may write. */
  readonly signedIn: RequestHandler;
}

/** What was saved. Every save from a page can be undone, in any order, as long as it is kept. */
export function createChangeRoutes(ports: ChangePorts): Router {
  return routerOf({
    [CHANGES]: { GET: [ports.signedIn, showChanges(ports)] },
    [VERSIONS]: { GET: [ports.signedIn, showVersions(ports)], POST: [smallFormBody(), bringBack(ports)] },
    [EXCHANGE]: { POST: [smallFormBody(), exchange(ports)] },
    [`${CHANGES}/:number`]: { GET: [ports.signedIn, showUndo(ports)] },
    [UNDO]: { POST: [formBody(), undo(ports)] },
  });
}

/** UTF-16 units of the name of a file that an address names. */
const LONGEST_PATH = 300;
const NO_VERSIONS = 'No earlier versions of this file are kept.';
/** Saves of a page. */
const MOST_SAVES = 20;

function showChanges(ports: ChangePorts): RequestHandler {
  return async ({ query }, response) => {
    const { library, history, author } = ports;
    const view = { unit: textIn(query, 'unit'), entry: textIn(query, 'entry') };
    const { saves, ofUnit, ...shown } = await asked(ports, view);
    const at = pageNumber(saves.length, pageIn(query), MOST_SAVES);
    const addressOf = (page: number) => changesAddress({ ...view, page });
    const told = [];
    for (const save of saves.slice((at.page - 1) * MOST_SAVES, at.page * MOST_SAVES))
      told.push({ ...save, changes: ofUnit?.get(save.number) ?? (await history.changes(save.number)) });
    const ways = { pages: pageWays(at, addressOf), at: addressOf(at.page) };
    const people = { by: author(), shared: ports.shared?.state() ?? null };
    showPage(response, 'changes', changesPage({ ...shown, saves: told, ...ways, ...people }, library.current()));
  };
}

/** Sends and fetches at once; how it went is on the page that follows. */
function exchange({ shared }: ChangePorts): RequestHandler {
  return async (_request, response) => {
    if (shared === null) throw new UserError('not-found', 'There is no other copy to send anything to.');
    await shared.exchange();
    leadTo(response, CHANGES);
  };
}

/** What is asked for: all changes, or those of one paragraph or entry. */
async function asked({ library, history }: ChangePorts, { unit, entry }: ChangesView) {
  const all = await history.saves();
  const files = library.current();
  const [, slug = '', id = ''] = /^([^/]+)\/(p\d+)$/.exec(unit ?? '') ?? [];
  const french = files.articles.get(slug)?.article.units.find((one) => one.id === id)?.source.text;
  if (french !== undefined) {
    const ofUnit = await history.changesOf(catalogueOf(slug), french);
    const saves = all.filter(({ number }) => ofUnit.has(number));
    const heading = [inEnglish(`Versions of paragraph ${id.slice(1)} of `), ...articleName(slug, files)];
    return { saves, heading, of: french, isAll: false, ofUnit };
  }
  const concept = files.glossary.byId.get(entry ?? '');
  if (concept === undefined) return { saves: all, heading: [inEnglish('Changes')], of: '', isAll: true, ofUnit: null };
  const saves = all.filter(({ where }) => where === conceptAddress(concept.id));
  const heading = [inEnglish('Versions of the entry '), ...entryName(concept.id, files)];
  return { saves, heading, of: '', isAll: false, ofUnit: null };
}

function showUndo(ports: ChangePorts): RequestHandler {
  return async (request, response) => show(ports, response, await wantSave(ports, partOf(request, 'number')));
}

/** Why it was not done, and what was typed. */
interface Failed {
  readonly failure: string;
  readonly status: number;
  readonly typed: readonly UndoChoice[];
}

async function show(
  { library, history }: ChangePorts,
  response: Response,
  save: Save,
  failed: Failed | null = null,
): Promise<void> {
  const parts = save.undoable && save.move === undefined ? await history.look(save.number) : [];
  const { failure = null, typed = [] } = failed ?? {};
  const page = undoPage(save, parts, { files: library.current(), failure, typed });
  showPage(response, 'undo', page, failed?.status ?? 200);
}

const CHANGED_AGAIN = 'Somebody wrote there again while you looked; look once more. What you wrote stands below.';

function undo(ports: ChangePorts): RequestHandler {
  return async (request, response) => {
    const save = await wantSave(ports, sentBy(request)['number']);
    const choices = choicesIn(request);
    const { library, history } = ports;
    try {
      const undone = await history.undo(save.number, choices);
      await readAgain(library);
      if (undone === null) throw undoneAlready(save);
      if (undone.left > 0 && choices.length > 0)
        return show(ports, response, save, { failure: CHANGED_AGAIN, status: 412, typed: choices });
      // It may be elsewhere now, or forgotten, as the oldest save of all.
      const now = (await findSave(history, String(save.number))) ?? save;
      const address = undone.left > 0 ? changeAddress(save.number) : placeOf(now, library);
      leadTo(response, undone.save === null ? address : withSaved(address, undone.save));
    } catch (error) {
      if (!(error instanceof StoreError) || choices.length === 0) throw error;
      return show(ports, response, save, { failure: error.message, status: statusOf(error), typed: choices });
    }
  };
}

/** What was chosen for parts that were in doubt. */
function choicesIn(request: Request): UndoChoice[] {
  const sent = sentBy(request);
  return Object.keys(sent).flatMap((name) => {
    const [, index = ''] = /^do:(\d{1,6})$/.exec(name) ?? [];
    const chosen = textOf(sent[name]);
    if (index === '' || (chosen !== 'keep' && chosen !== 'back' && chosen !== 'text')) return [];
    if (chosen === 'text' && sent[`text:${index}`] === undefined)
      throw new UserError('invalid', 'The text that was to stand there was not sent, so nothing was undone.');
    return [
      {
        index: Number(index),
        do: chosen,
        text: textOf(sent[`text:${index}`]),
        version: textOf(sent[`version:${index}`]),
      },
    ];
  });
}

function undoneAlready({ move }: Save): UserError {
  const why =
    move === undefined
      ? 'Nothing of this change is left to undo.'
      : `${move.says} The article came or went again since, so nothing was undone.`;
  return new UserError('conflict', why, 'The page of changes lists what came last.');
}

function showVersions({ library, history, author }: ChangePorts): RequestHandler {
  return async ({ query }, response) => {
    const file = textOf(query['file']).slice(0, LONGEST_PATH);
    const versions = await history.versions(file);
    if (versions.length === 0)
      throw new UserError('not-found', NO_VERSIONS, 'A file has some from its second save on.');
    const name = textIn(query, 'version');
    const changes = name === '' ? null : await history.compare(file, name);
    const compared = changes === null ? null : { name, changes };
    const saves = (await history.saves()).filter((save) => save.file === file);
    const asked = { compared, saves, by: author(), files: library.current() };
    showPage(response, 'versions', versionsPage(file, versions, asked));
  };
}

function bringBack({ library, history }: ChangePorts): RequestHandler {
  return async (request, response) => {
    const sent = sentBy(request);
    const [file, version] = [textOf(sent['file']), textOf(sent['version'])];
    const save = await history.bringBack(file, version);
    await readAgain(library);
    if (save === null)
      throw new UserError(
        'conflict',
        'The file reads like this version already, it is not kept any more, or its article was removed since.',
      );
    leadTo(response, withSaved(CHANGES, save));
  };
}

async function wantSave({ history }: ChangePorts, number: unknown): Promise<Save> {
  const save = await findSave(history, String(number));
  if (save !== undefined) return save;
  throw new UserError('not-found', 'There is no such change, or not any more, so nothing was undone.', KEPT);
}

/** How long one can undo. */
const KEPT = 'The page of changes lists those that are kept.';

/** Lets a page that follows a save (`?saved=7`) offer those who may write to undo it. */
export function createSavedNotice({ history, library }: Pick<ChangePorts, 'history' | 'library'>): RequestHandler {
  return async (request, response, next) => {
    const { writable } = response.locals as SiteLocals;
    const number = writable && request.method === 'GET' ? request.query['saved'] : undefined;
    const save = typeof number === 'string' ? await findSave(history, number) : undefined;
    if (save !== undefined) response.locals['saved'] = savedNotice(save, library.current());
    next();
  };
}

async function findSave(history: History, number: unknown): Promise<Save | undefined> {
  return (await history.saves()).find((one) => String(one.number) === number);
}

/** The page of what was changed; of the whole glossary, or of all articles, where that is gone. */
function placeOf(save: Save, library: Library): string {
  if (hasPage(save, library.current())) return save.where;
  return conceptIn(save.where) === null ? SHELF : GLOSSARY;
}
