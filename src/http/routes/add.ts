import type { Request, RequestHandler, Response, Router } from 'express';
import type { Library } from '../../core/changes/ports/library.ts';
import { type FetchPage, PageError } from '../../core/changes/ports/page-fetcher.ts';
import { UnreadableDocument } from '../../formats/document/blocks/document.ts';
import { parcelAddress } from '../addresses.ts';
import { addPage, type Given, NOTHING_GIVEN, type Way } from '../pages/adding/add-page.ts';
import { readSentForm, type SentForm } from '../uploads.ts';
import { askedOf } from './asked.ts';
import { answerTo } from './bringing-answer.ts';
import { type BringingPorts, bring, readEnglish } from './brought.ts';
import { createFetching, type FetchDocument } from './fetching.ts';
import { textOf } from './requests.ts';
import { showPage, whileWaiting } from './sending.ts';
import { routerOf } from './table.ts';
import { createPlaceOfUpload } from './upload-places.ts';

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
    const leave = begin(response);
    try {
      await takeForm({ ...ports, fetchDocument }, request, response);
    } finally {
      leave();
    }
  };
}

async function takeForm(
  ports: AddPorts & { readonly fetchDocument: FetchDocument },
  request: Request,
  response: Response,
): Promise<void> {
  const form = await readSentForm(request);
  const given = givenIn(form);
  const answer = answerTo(request, response, (way, says, status) =>
    showPage(response, 'add', addPage({ ...given, wrong: { way, says } }, ports.library.current()), status),
  );
  const asked = askedOf(form, given);
  if ('wrong' in asked) return answer.refuse(asked.way, asked.wrong, form.tooLarge === null ? 422 : 413);
  const owner = ports.ownerOf(request);
  const signal = whileWaiting(response);
  let { way } = asked.english ?? asked.french;
  try {
    const english = asked.english === null ? null : await readEnglish(asked.english.document, { ...ports, signal });
    way = asked.french.way;
    const { french } = asked;
    const waiting = { owner, signal, onProgress: answer.progress };
    const document = 'address' in french ? await ports.fetchDocument(french.address, waiting) : french.document;
    answer.lead(parcelAddress(await bring(document, { owner, english, signal }, ports)));
  } catch (error) {
    if (!(error instanceof UnreadableDocument || error instanceof PageError)) throw error;
    if (!response.destroyed) answer.refuse(way, error.message, 422);
  }
  return undefined;
}

function givenIn({ fields }: SentForm): Omit<Given, 'wrong'> {
  const said = (name: Way) => textOf(fields.get(name));
  return { text: said('text'), address: said('address').trim(), englishText: said('english_text') };
}
