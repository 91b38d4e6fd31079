import type { RequestHandler, Response, Router } from 'express';
import { UnreadableDocument } from '../../formats/document/blocks/document.ts';
import { pairsAddress, parcelAddress } from '../addresses.ts';
import { bookPage } from '../pages/adding/book-page.ts';
import type { Draft } from '../pages/adding/parcel-page.ts';
import { answerTo } from './bringing-answer.ts';
import { type BookWithBytes, type BroughtEnglish, bring } from './brought.ts';
import { createPairing, type PairingPorts, type PairingTexts } from './paired-texts.ts';
import { draftOf } from './parcel-form.ts';
import {
  type Found,
  type FoundText,
  findParcel,
  firstDraft,
  type ParcelPorts,
  saveAndLead,
  showText,
} from './parcel-text.ts';
import { parcelFormBody, sentBy } from './requests.ts';
import { leadTo, showPage, whileWaiting } from './sending.ts';
import { routerOf } from './table.ts';

interface LookingPorts extends ParcelPorts, PairingPorts {
  /** Lets only those through who may write. */
  readonly signedIn: RequestHandler;
}

/** A text that was brought: looked over, and saved, or put beside its English first. */
export function createParcelRoutes(ports: LookingPorts): Router {
  return routerOf({
    '/add/:name': { GET: [ports.signedIn, showParcel(ports)], POST: [parcelFormBody(), takeParcel(ports)] },
  });
}

function showParcel(ports: LookingPorts): RequestHandler {
  return async (request, response) => {
    const found = findParcel(ports, request);
    const { reading, saved, draft } = found.brought;
    if (saved !== null) return leadTo(response, await saved);
    if ('book' in reading) return showBook(ports, response, found, reading);
    const text = { ...found, document: reading };
    return showText(ports, response, { ...text, draft: draft ?? firstDraft(text, ports) });
  };
}

function showBook(
  { library }: LookingPorts,
  response: Response,
  { name, brought, wrong = null }: Found & { readonly wrong?: string | null },
  { book }: BookWithBytes,
): void {
  const page = bookPage({ name, from: brought.from, book }, wrong, library.current());
  showPage(response, 'book', page, wrong === null ? 200 : 422);
}

function takeParcel(ports: LookingPorts): RequestHandler {
  const pairing = createPairing(ports);
  return async (request, response) => {
    const found = findParcel(ports, request);
    const { reading, saved } = found.brought;
    if (saved !== null) leadTo(response, await saved);
    else if ('book' in reading) await takeChapter(ports, response, { ...found, reading });
    else await takeDraft({ ...ports, ...pairing }, response, { ...found, document: reading });
  };
}

async function takeChapter(
  ports: LookingPorts,
  response: Response,
  { reading, ...found }: Found & { readonly reading: BookWithBytes },
): Promise<void> {
  const { file, from, english } = found.brought;
  const chapter = Number(sentBy(response.req)['chapter']);
  const named = reading.book.chapters.find(({ number }) => number === chapter);
  if (named === undefined)
    return showBook(ports, response, { ...found, wrong: 'Choose one of these chapters.' }, reading);
  try {
    const options = { ...reading.options, chapter };
    const document = { bytes: reading.bytes, file, from: `${from}, chapter ${chapter}`, options };
    const owner = ports.ownerOf(response.req);
    const signal = whileWaiting(response);
    leadTo(response, parcelAddress(await bring(document, { owner, english, signal }, ports)));
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    showBook(ports, response, { ...found, wrong: error.message }, reading);
  }
  return undefined;
}

async function takeDraft(ports: LookingPorts & PairingTexts, response: Response, found: FoundText): Promise<void> {
  const { brought, document } = found;
  const draft = draftOf(sentBy(response.req), document.blocks.length);
  if (Object.keys(draft.wrong).length > 0) return showText(ports, response, { ...found, draft, status: 422 });
  brought.draft = draft;
  if (brought.english === null) return saveAndLead(ports, response, { ...found, draft, catalogue: null });
  return beside(ports, response, { ...found, draft, english: brought.english });
}

/** Puts a text beside its English, and tells whoever can hear it how far that is. */
async function beside(
  ports: LookingPorts & PairingTexts,
  response: Response,
  { draft, english, ...found }: FoundText & { readonly draft: Draft; readonly english: BroughtEnglish },
): Promise<void> {
  const answer = answerTo(response.req, response, (_way, says, status) =>
    showText(ports, response, { ...found, draft: { ...draft, wrong: { blocks: says } }, status }),
  );
  const signal = whileWaiting(response);
  try {
    await ports.pair(found, draft, { english, signal, onProgress: answer.progress });
    if (!response.destroyed) answer.lead(pairsAddress(found.name, null));
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    if (!response.destroyed) answer.refuse('blocks', error.message, 422);
  }
}
