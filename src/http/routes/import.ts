import type { Request, RequestHandler, Response, Router } from 'express';
import type { ImportedFile } from '../../formats/import/read-import.ts';
import { UnreadableImport } from '../../formats/import/unreadable.ts';
import { importedAddress } from '../addresses.ts';
import { type GivenImport, type ImportWay, importPage } from '../pages/adding/import-page.ts';
import { readSentForm, type SentForm } from '../uploads.ts';
import { showTerms, takeTerms } from './import-terms.ts';
import { showTexts, takeTexts } from './import-texts.ts';
import { type FoundImport, findImported, type ImportPorts } from './imported.ts';
import { parcelFormBody, textOf } from './requests.ts';
import { leadTo, showPage, whileWaiting } from './sending.ts';
import { routerOf } from './table.ts';
import { createPlaceOfUpload } from './upload-places.ts';

interface ImportingPorts extends ImportPorts {
  /** Lets only those through who may write. */
  readonly signedIn: RequestHandler;
}

/** Where files of other tools are brought, looked over, and written as far as they are ticked. */
export function createImportRoutes(ports: ImportingPorts): Router {
  return routerOf({
    '/import': { GET: [ports.signedIn, showForm(ports)], POST: [takeFile(ports)] },
    '/import/:name': {
      GET: [ports.signedIn, byKind(ports, { translation: showTexts, glossary: showTerms })],
      POST: [parcelFormBody(), byKind(ports, { translation: takeTexts, glossary: takeTerms })],
    },
  });
}

function showForm({ library }: ImportingPorts): RequestHandler {
  return ({ query }, response) => {
    const given = { text: '', article: textOf(query['article']), wrong: null };
    showPage(response, 'import', importPage(given, library.current()));
  };
}

function takeFile(ports: ImportingPorts): RequestHandler {
  const begin = createPlaceOfUpload();
  return async (request, response) => {
    const leave = begin(response);
    try {
      await takeForm(ports, request, response);
    } finally {
      leave();
    }
  };
}

/** A file that a form brings, or what keeps it from being read. */
type GivenFile =
  | { readonly way: ImportWay; readonly file: string; readonly from: string; readonly bytes: Uint8Array }
  | { readonly way: ImportWay; readonly wrong: string };

/** A termbase that a form brings. Bytes. */
const MOST_OF_FILE = 20_000_000;
const TOO_MUCH = {
  text: 'This has more than 5 MB; give it as a file.',
  file: 'This has more than 20 MB; export it in parts, import it on the command line, or put it into glossary/ as it is.',
};

function givenIn({ fields, files, tooLarge }: SentForm): GivenFile {
  const way = tooLarge === 'text' ? 'text' : 'file';
  if (tooLarge !== null) return { way, wrong: TOO_MUCH[way] };
  const file = files.get('file');
  const text = textOf(fields.get('text'));
  if (file !== undefined && text.trim() !== '') return { way: 'text', wrong: 'Give one of the two: a file or a text.' };
  if (file !== undefined) return { way: 'file', file: file.name, from: file.name, bytes: file.bytes };
  if (text.trim() === '') return { way: 'file', wrong: 'Choose a file, or paste what it holds.' };
  return { way: 'text', file: 'pasted text', from: 'the text that was pasted', bytes: new TextEncoder().encode(text) };
}

async function takeForm(ports: ImportingPorts, request: Request, response: Response): Promise<void> {
  const form = await readSentForm(request, MOST_OF_FILE);
  const article = textOf(form.fields.get('article'));
  const given = { text: textOf(form.fields.get('text')), article };
  const refuse = (wrong: GivenImport['wrong'], status: number) =>
    showPage(response, 'import', importPage({ ...given, wrong }, ports.library.current()), status);
  const file = givenIn(form);
  if ('wrong' in file) return refuse({ way: file.way, says: file.wrong }, form.tooLarge === null ? 422 : 413);
  try {
    leadTo(response, await bring(ports, { ...file, article }, request));
  } catch (error) {
    if (!(error instanceof UnreadableImport)) throw error;
    if (!response.destroyed) refuse({ way: file.way, says: `“${file.file}” ${error.message}.` }, 422);
  }
  return undefined;
}

/** Whoever waits for a page waits no longer. Milliseconds. */
const LIMIT = 10_000;
/**
 * What a file takes of the memory once it is read, beside what it has: its texts twice, and what stands around them.
 */
const TIMES_READ = 4;

/**
 * Reads a file and keeps it for its owner.
 *
 * @returns where it is looked over @throws {UnreadableImport}
 */
async function bring(
  { imports, imported, ownerOf }: ImportingPorts,
  { bytes, file, from, article }: Exclude<GivenFile, { readonly wrong: string }> & { readonly article: string },
  request: Request,
): Promise<string> {
  const signal = whileWaiting(request.res as Response);
  const read = await imports.read(bytes, file, { signal, limit: LIMIT });
  const name = imported.put(ownerOf(request), { from, file, read, article }, TIMES_READ * bytes.length);
  if (name !== null) return importedAddress(name, article);
  throw new UnreadableImport('has to wait, as so many files wait to be saved; give it again in half an hour');
}

/** What answers a request about a file that was brought, by what it holds. */
type ByKind = {
  readonly [Kind in ImportedFile['kind']]: (
    ports: ImportPorts,
    response: Response,
    found: FoundImport<Kind>,
  ) => Promise<void>;
};

function byKind(ports: ImportingPorts, { translation, glossary }: ByKind): RequestHandler {
  return async (request, response) => {
    const found = findImported(ports, request);
    const { read } = found.imported;
    if (read.kind === 'translation') await translation(ports, response, { ...found, read });
    else await glossary(ports, response, { ...found, read });
  };
}
