import type { Request, RequestHandler, Response, Router } from 'express';
import type { Library } from '../../core/changes/library.ts';
import { type FetchPage, PageError } from '../../core/changes/page-fetcher.ts';
import { UnreadableDocument } from '../../formats/document/document.ts';
import { parcelAddress } from '../addresses.ts';
import { UserError } from '../errors.ts';
import { addPage, type Given, NOTHING_GIVEN, type Way } from '../pages/add-page.ts';
import { readSentForm, type SentForm } from '../uploads.ts';
import { answerTo } from './bringing-answer.ts';
import { type BringingPorts, bring, type Document } from './brought.ts';
import { createFetching } from './fetching.ts';
import { textOf } from './requests.ts';
import { showPage } from './sending.ts';
import { routerOf } from './table.ts';

interface AddPorts extends BringingPorts {
  readonly library: Library;
  readonly fetchPage: FetchPage;
  /** Whose request it is. */
  readonly ownerOf: (request: Request) => string;
  /** Lets only those through who may write. */
  readonly signedIn: RequestHandler;
}

/** Where a text is brought, to be looked over before it is saved. */
export function createAddRoutes(ports: AddPorts): Router {
  return routerOf({ '/add': { GET: [ports.signedIn, showAdd(ports)], POST: [takeText(ports)] } });
}

function showAdd({ library }: AddPorts): RequestHandler {
  return (_request, response) => showPage(response, 'add', addPage(NOTHING_GIVEN, library.current()));
}

function takeText(ports: AddPorts): RequestHandler {
  const begin = createPlaceOfUpload();
  const fetchDocument = createFetching(ports.fetchPage);
  return async (request, response) => {
    const form = await readSentForm(request).finally(begin(response));
    const given = { text: textOf(form.fields.get('text')), address: textOf(form.fields.get('address')).trim() };
    const answer = answerTo(request, response, (way, says, status) =>
      showPage(response, 'add', addPage({ ...given, wrong: { way, says } }, ports.library.current()), status),
    );
    const asked = askedOf(form, given);
    if ('wrong' in asked) return answer.refuse(asked.way, asked.wrong, form.isTooLarge ? 413 : 422);
    const owner = ports.ownerOf(request);
    const waiting = { owner, response, onProgress: answer.progress };
    try {
      const document = 'address' in asked ? await fetchDocument(asked.address, waiting) : asked.document;
      answer.lead(parcelAddress(await bring(document, owner, ports)));
    } catch (error) {
      if (response.destroyed) return undefined;
      if (!(error instanceof UnreadableDocument || error instanceof PageError)) throw error;
      answer.refuse(asked.way, error.message, 422);
    }
    return undefined;
  };
}

/** What is asked for, or why nothing is. */
type Asked =
  | { readonly way: Way; readonly document: Document }
  | { readonly way: Way; readonly address: string }
  | { readonly way: Way | null; readonly wrong: string };

function askedOf(form: SentForm, { text, address }: Pick<Given, 'text' | 'address'>): Asked {
  const { file } = form;
  const ways: readonly Way[] = [
    ...(text.trim() === '' ? [] : (['text'] as const)),
    ...(file === null ? [] : (['file'] as const)),
    ...(address === '' ? [] : (['address'] as const)),
  ];
  const [way, second] = ways;
  if (form.isTooLarge)
    return {
      way: file === null ? 'text' : 'file',
      wrong: 'This has more than 5 MB; give it in parts, or without its pictures.',
    };
  if (way === undefined) return { way: 'text', wrong: 'Paste a text, choose a file, or write the address of a page.' };
  if (second !== undefined) return { way: second, wrong: 'Give one of the three: a text, a file or an address.' };
  if (way === 'file' && file !== null)
    return { way, document: { bytes: file.bytes, file: file.name, from: file.name } };
  if (way === 'address') return { way, address };
  return { way, document: { bytes: new TextEncoder().encode(text), file: '', from: 'the text that was pasted' } };
}

/** Forms with files that are read at once, each of which takes up to 5 MB of the memory. */
const MOST_UPLOADS = 12;

/** @throws {UserError} where all places are taken */
function createPlaceOfUpload(): (response: Response) => () => void {
  let taken = 0;
  return (response) => {
    if (taken >= MOST_UPLOADS) {
      response.set({ 'Retry-After': '5', Connection: 'close' });
      throw new UserError('too-many', 'Many texts are being sent at this moment.', 'Send yours again in a moment.');
    }
    taken += 1;
    return () => {
      taken -= 1;
    };
  };
}
