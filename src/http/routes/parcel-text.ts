import type { Request, Response } from 'express';
import type { ArticleMoves } from '../../core/changes/ports/article-moves.ts';
import type { Library, Snapshot } from '../../core/changes/ports/library.ts';
import { StoreError } from '../../core/changes/ports/store-error.ts';
import type { SourceUnit } from '../../core/model/article.ts';
import type { Pacer } from '../../core/model/slices.ts';
import { numberedSlug, slugOf } from '../../core/text/slug.ts';
import type { ReadDocument } from '../../formats/document/blocks/document.ts';
import { likelyBlocks } from '../../formats/document/blocks/likely-blocks.ts';
import { proposedTitle, writeArticle } from '../../formats/document/blocks/write-article.ts';
import { articleAddress, withSaved } from '../addresses.ts';
import { statusOf, UserError } from '../errors.ts';
import { joinBlocks, unitsOfBlocks } from '../pages/adding/block-units.ts';
import { type Draft, parcelPage } from '../pages/adding/parcel-page.ts';
import type { BringingPorts, Brought } from './brought.ts';
import { headOf } from './parcel-form.ts';
import { readAgain } from './read-again.ts';
import { partOf } from './requests.ts';
import { leadTo, showPage } from './sending.ts';

/** What it takes to look a text over and to save it. */
export interface ParcelPorts extends BringingPorts {
  readonly library: Library;
  readonly articles: ArticleMoves;
  readonly pacer: Pacer;
  readonly readSource: ReadSource;
  /** Whose request it is. */
  readonly ownerOf: (request: Request) => string;
}

/** Reads the text of an article: its units, and what is wrong with it. */
export type ReadSource = (text: string) => Promise<{
  readonly units: readonly SourceUnit[];
  readonly problems: readonly { readonly message: string }[];
}>;

/** A text that was brought, with what it is kept by. */
export interface Found {
  readonly name: string;
  readonly brought: Brought;
}

/** The same, where it is no book. */
export interface FoundText extends Found {
  readonly document: ReadDocument;
}

/** @throws {UserError} */
export function findParcel({ parcels, ownerOf }: ParcelPorts, request: Request): Found {
  const name = partOf(request, 'name');
  const brought = parcels.get(ownerOf(request), name);
  if (brought !== null) return { name, brought };
  const advice = 'What is not saved is kept for half an hour. Give the text again.';
  throw new UserError('not-found', 'This text is not kept here, or not any more.', advice);
}

/** What is said of a text as long as nobody said anything. */
export function firstDraft({ brought, document }: FoundText, { library }: ParcelPorts): Draft {
  const { site, url, date } = document;
  const said = proposedTitle(document, brought.file);
  return {
    head: { title: said, site: site ?? '', url: url ?? '', date: date ?? '', slug: freeSlug(said, library.current()) },
    ticked: likelyBlocks(document),
    wrong: {},
  };
}

/** The name an article of this title gets. */
function freeSlug(title: string, { articles }: Snapshot): string {
  const slug = slugOf(title) || 'article';
  let free = slug;
  for (let number = 2; articles.has(free); number += 1) free = numberedSlug(slug, number);
  return free;
}

/** Shows a text block by block, as it is said to be. */
export async function showText(
  ports: ParcelPorts,
  response: Response,
  { name, brought, document, draft, status = 200 }: FoundText & { readonly draft: Draft; readonly status?: number },
): Promise<void> {
  const joined = joinBlocks(document.blocks);
  const read = await ports.readSource(joined.text);
  const warnings = [...document.warnings, ...read.problems.map(({ message }) => message)];
  const text = {
    name,
    from: brought.from,
    english: brought.english?.from ?? null,
    document: { ...document, warnings },
  };
  const units = unitsOfBlocks(joined, read.units);
  const page = parcelPage(text, { units, draft, files: ports.library.current() });
  showPage(response, 'parcel', await ports.pacer.finish(page), status);
}

/** The text of the article that a draft makes of a document. */
export function sourceOf(document: ReadDocument, draft: Draft): string {
  const leftOut = new Set(document.blocks.flatMap((_, i) => (draft.ticked.has(i) ? [] : [i])));
  return writeArticle(document, { ...headOf(draft), leftOut });
}

/**
 * Saves an article, with its English where there is some.
 *
 * @returns the address of the article @throws {StoreError}
 */
async function saveArticle(
  ports: ParcelPorts,
  { document, brought, draft }: FoundText & { readonly draft: Draft },
  catalogue: string | null,
): Promise<string> {
  const { title } = headOf(draft);
  const { slug } = draft.head;
  const files = ports.library.current();
  const proposed = [freeSlug(proposedTitle(document, brought.file), files), slugOf(title), ''];
  const article = { slug: slug === '' ? freeSlug(title, files) : slug, source: sourceOf(document, draft), catalogue };
  const added = await ports.articles.add({ ...article, isChosen: !proposed.includes(slug) }, title);
  await readAgain(ports.library);
  return withSaved(articleAddress(added.slug), added.save);
}

/** Saves a text once, however often that is asked; where it cannot be, shows it again and says why. */
export async function saveAndLead(
  ports: ParcelPorts,
  response: Response,
  { catalogue, ...found }: FoundText & { readonly draft: Draft; readonly catalogue: Promise<string> | null },
): Promise<void> {
  const { brought, draft } = found;
  const saving = (async () => saveArticle(ports, found, await catalogue))();
  brought.saved = saving;
  try {
    leadTo(response, await saving);
  } catch (error) {
    brought.saved = null;
    if (!(error instanceof StoreError)) throw error;
    const wrong = { [error.reason === 'changing' ? 'slug' : '']: error.message };
    return showText(ports, response, { ...found, draft: { ...draft, wrong }, status: statusOf(error) });
  }
  return undefined;
}
