import type { Request, RequestHandler, Response, Router } from 'express';
import type { Library } from '../../core/changes/library.ts';
import { UnreadableDocument } from '../../formats/document/document.ts';
import { parcelAddress } from '../addresses.ts';
import { UserError } from '../errors.ts';
import { addPage, type Given, NOTHING_GIVEN, type Way } from '../pages/add-page.ts';
import { readSentForm, type SentForm } from '../uploads.ts';
import { type BringingPorts, bring, type Document } from './brought.ts';
import { textOf } from './requests.ts';
import { leadTo, showPage } from './sending.ts';
import { routerOf } from './table.ts';

interface AddPorts extends BringingPorts {
  readonly library: Library;
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
  return async (request, response) => {
    const end = begin(response);
    const form = await readSentForm(request).finally(end);
    const given = { text: textOf(form.fields.get('text')), address: textOf(form.fields.get('address')).trim() };
    const refuse = (way: Way | null, says: string, status = 422) =>
      showAgain(ports, response, { ...given, wrong: { way, says } }, status);
    const asked = askedOf(form, given);
    if ('wrong' in asked) return refuse(asked.way, asked.wrong, form.isTooLarge ? 413 : 422);
    try {
      leadTo(response, parcelAddress(await bring(asked.document, ports.ownerOf(request), ports)));
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error;
      refuse(asked.way, error.message);
    }
    return undefined;
  };
}

function showAgain({ library }: AddPorts, response: Response, given: Given, status: number): void {
  showPage(response, 'add', addPage(given, library.current()), status);
}

/** What is asked for, or why nothing is. */
type Asked = { readonly way: Way; readonly document: Document } | { readonly way: Way | null; readonly wrong: string };

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
