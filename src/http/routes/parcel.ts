import type { Request, RequestHandler, Response, Router } from 'express';
import type { ArticleMoves } from '../../core/changes/article-moves.ts';
import type { Library, Snapshot } from '../../core/changes/library.ts';
import { StoreError } from '../../core/changes/store-error.ts';
import type { SourceUnit } from '../../core/model/article.ts';
import type { Pacer } from '../../core/model/slices.ts';
import { numberedSlug, slugOf } from '../../core/text/slug.ts';
import { type ReadDocument, UnreadableDocument } from '../../formats/document/document.ts';
import { proposedTitle, writeArticle } from '../../formats/document/write-article.ts';
import { articleAddress, parcelAddress, withSaved } from '../addresses.ts';
import { statusOf, UserError } from '../errors.ts';
import { joinBlocks, unitsOfBlocks } from '../pages/block-units.ts';
import { bookPage } from '../pages/book-page.ts';
import { type Draft, parcelPage } from '../pages/parcel-page.ts';
import { type BookWithBytes, type BringingPorts, type Brought, bring } from './brought.ts';
import { draftOf, headOf } from './parcel-form.ts';
import { readAgain } from './read-again.ts';
import { parcelFormBody, partOf, sentBy } from './requests.ts';
import { leadTo, showPage } from './sending.ts';
import { routerOf } from './table.ts';

interface ParcelPorts extends BringingPorts {
  readonly library: Library;
  readonly articles: ArticleMoves;
  readonly pacer: Pacer;
  readonly readSource: ReadSource;
  /** Whose request it is. */
  readonly ownerOf: (request: Request) => string;
  /** Lets only those through who may write. */
  readonly signedIn: RequestHandler;
}

/** Reads the text of an article: its units, and what is wrong with it. */
export type ReadSource = (text: string) => Promise<{
  readonly units: readonly SourceUnit[];
  readonly problems: readonly { readonly message: string }[];
}>;

/** A text that was brought: looked over, and saved. */
export function createParcelRoutes(ports: ParcelPorts): Router {
  return routerOf({
    '/add/:name': { GET: [ports.signedIn, showParcel(ports)], POST: [parcelFormBody(), takeParcel(ports)] },
  });
}

/** A text that was brought, with what it is kept by. */
interface Found {
  readonly name: string;
  readonly brought: Brought;
}

/** @throws {UserError} */
function find({ parcels, ownerOf }: ParcelPorts, request: Request): Found {
  const name = partOf(request, 'name');
  const brought = parcels.get(ownerOf(request), name);
  if (brought !== null) return { name, brought };
  const advice = 'What is not saved is kept for half an hour. Give the text again.';
  throw new UserError('not-found', 'This text is not kept here, or not any more.', advice);
}

function showParcel(ports: ParcelPorts): RequestHandler {
  return async (request, response) => {
    const found = find(ports, request);
    const { reading, saved } = found.brought;
    if (saved !== null) leadTo(response, await saved);
    else if ('book' in reading) showBook(ports, response, found, reading);
    else await showText(ports, response, { ...found, document: reading, draft: firstDraft(found, reading, ports) });
  };
}

function firstDraft({ brought }: Found, document: ReadDocument, { library }: ParcelPorts): Draft {
  const { title, site, url, date } = document;
  const said = title ?? proposedTitle(document, brought.file);
  return {
    head: { title: said, site: site ?? '', url: url ?? '', date: date ?? '', slug: freeSlug(said, library.current()) },
    ticked: likelyBlocks(document),
    wrong: {},
  };
}

/** Blocks that are ticked from the start: those without a doubt, or all where there is none without. */
function likelyBlocks({ blocks }: ReadDocument): ReadonlySet<number> {
  const likely = blocks.flatMap(({ doubt }, i) => (doubt === null ? [i] : []));
  return new Set(likely.length === 0 ? blocks.keys() : likely);
}

/** The name an article of this title gets. */
function freeSlug(title: string, { articles }: Snapshot): string {
  const slug = slugOf(title) || 'article';
  let free = slug;
  for (let number = 2; articles.has(free); number += 1) free = numberedSlug(slug, number);
  return free;
}

interface Shown extends Found {
  readonly document: ReadDocument;
  readonly draft: Draft;
}

async function showText(ports: ParcelPorts, response: Response, shown: Shown, status = 200): Promise<void> {
  const { name, brought, document, draft } = shown;
  const joined = joinBlocks(document.blocks);
  const read = await ports.readSource(joined.text);
  const warnings = [...document.warnings, ...read.problems.map(({ message }) => message)];
  const text = { name, from: brought.from, document: { ...document, warnings } };
  const units = unitsOfBlocks(joined, read.units);
  const page = parcelPage(text, { units, draft, files: ports.library.current() });
  showPage(response, 'parcel', await ports.pacer.finish(page), status);
}

function showBook(
  { library }: ParcelPorts,
  response: Response,
  { name, brought, wrong = null }: Found & { readonly wrong?: string | null },
  { book }: BookWithBytes,
): void {
  const page = bookPage({ name, from: brought.from, book }, wrong, library.current());
  showPage(response, 'book', page, wrong === null ? 200 : 422);
}

function takeParcel(ports: ParcelPorts): RequestHandler {
  return async (request, response) => {
    const found = find(ports, request);
    const { reading, saved } = found.brought;
    if (saved !== null) leadTo(response, await saved);
    else if ('book' in reading) await takeChapter(ports, response, { ...found, reading });
    else await takeDraft(ports, response, { ...found, document: reading });
  };
}

async function takeChapter(
  ports: ParcelPorts,
  response: Response,
  { reading, ...found }: Found & { readonly reading: BookWithBytes },
): Promise<void> {
  const { file, from } = found.brought;
  const chapter = Number(sentBy(response.req)['chapter']);
  const named = reading.book.chapters.find(({ number }) => number === chapter);
  if (named === undefined)
    return showBook(ports, response, { ...found, wrong: 'Choose one of these chapters.' }, reading);
  try {
    const document = { bytes: reading.bytes, file, from: `${from}, chapter ${chapter}`, options: { chapter } };
    leadTo(response, parcelAddress(await bring(document, ports.ownerOf(response.req), ports)));
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    showBook(ports, response, { ...found, wrong: error.message }, reading);
  }
  return undefined;
}

async function takeDraft(
  ports: ParcelPorts,
  response: Response,
  found: Found & { readonly document: ReadDocument },
): Promise<void> {
  const { brought, document } = found;
  const draft = draftOf(sentBy(response.req), document.blocks.length);
  if (Object.keys(draft.wrong).length > 0) return showText(ports, response, { ...found, draft }, 422);
  const saving = save(ports, draft, found);
  brought.saved = saving;
  try {
    leadTo(response, await saving);
  } catch (error) {
    brought.saved = null;
    if (!(error instanceof StoreError)) throw error;
    const wrong = { [error.reason === 'changing' ? 'slug' : '']: error.message };
    return showText(ports, response, { ...found, draft: { ...draft, wrong } }, statusOf(error));
  }
  return undefined;
}

/** @returns the address of the article @throws {StoreError} */
async function save(
  ports: ParcelPorts,
  draft: Draft,
  { document, brought }: Found & { readonly document: ReadDocument },
) {
  const head = headOf(draft);
  const leftOut = new Set(document.blocks.flatMap((_, i) => (draft.ticked.has(i) ? [] : [i])));
  const source = writeArticle(document, { ...head, leftOut });
  const isChosen =
    draft.head.slug !== freeSlug(document.title ?? proposedTitle(document, brought.file), ports.library.current());
  const slug = draft.head.slug === '' ? freeSlug(head.title, ports.library.current()) : draft.head.slug;
  const added = await ports.articles.add({ slug, isChosen, source, catalogue: null }, head.title);
  await readAgain(ports.library);
  return withSaved(articleAddress(added.slug), added.save);
}
