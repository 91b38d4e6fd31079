import { lstat, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ArticleStore, NewArticle } from '../../core/changes/ports/article-store.ts';
import { StoreError } from '../../core/changes/ports/store-error.ts';
import { numberedSlug, SLUG } from '../../core/text/slug.ts';
import { catalogueOf } from '../../formats/article/catalogue-name.ts';
import { ARTICLE_FILES } from '../../formats/article/source-names.ts';
import { codeOf, reasonOf, saidCode } from '../disk/error-code.ts';
import { isThere } from '../disk/is-there.ts';
import { refuseUnreadable, sayNotWritten } from '../disk/not-saved.ts';
import { makeOwnFolder, OWN_FOLDER } from '../disk/old-versions.ts';
import { makeFolder, OddPlace, refuseOddFolder } from '../disk/plain.ts';
import {
  type FileCalls,
  refuseReadOnly,
  SYSTEM,
  syncFolder,
  temporaryName,
  writeTemporary,
} from '../disk/write-file.ts';
import { removedName, removedSlug } from './removed-names.ts';

/** Where removed articles are kept. */
const REMOVED = `${OWN_FOLDER}/removed`;
/** Names that are tried for one article. */
const MOST_NAMES = 10_000;

export interface ArticleStoreOptions {
  /** Others only in tests, which make any of it fail. */
  readonly calls?: FileCalls;
  /** Is told what went wrong with an article that came or went all the same. */
  readonly onTrouble?: (message: string) => void;
}

/** Where articles are kept, and what is asked of the system there. */
type Shelf = Required<ArticleStoreOptions> & { readonly root: string };

/**
 * Keeps articles as folders of `content/` under a root. An article comes and goes when its folder changes its name:
 * what fails behind that is told as trouble, and undoes nothing.
 */
export function createArticleStore(
  root: string,
  now: () => number,
  { calls = SYSTEM, onTrouble = () => {} }: ArticleStoreOptions = {},
): ArticleStore {
  const shelf = { root, calls, onTrouble };
  const sure = <T>(what: string, work: () => Promise<T>) => work().catch((error: unknown) => sayWhy(what, error));
  return {
    add: (article) => sure(`content/${article.slug} cannot be made`, () => add(shelf, article)),
    remove: (slug) => sure(`content/${slug} cannot be removed`, () => remove(shelf, slug, now())),
    restore: (removed) => sure(`${REMOVED}/${removed} cannot be brought back`, () => restore(shelf, removed)),
  };
}

async function add(shelf: Shelf, article: NewArticle): Promise<string> {
  const { root, calls } = shelf;
  const { slug, source, catalogue, isChosen = false } = article;
  refuseName(slug);
  refuseUnreadable(source, `content/${slug}/fr.md`);
  if (catalogue !== null) refuseUnreadable(catalogue, catalogueOf(slug));
  await makeFolder(root, 'content');
  const made = temporaryName(path.join(root, 'content', slug));
  try {
    await mkdir(made);
    await writeTemporary(path.join(made, 'fr.md'), source, calls);
    if (catalogue !== null) await writeTemporary(path.join(made, 'en.po'), catalogue, calls);
    await syncFolder(made, calls);
    const name = await takeFreeName(shelf, made, isChosen ? [slug] : namesFor(slug));
    await keepNames(shelf, `content/${name} is made`, ['content']);
    return name;
  } finally {
    // Nothing is there any more once it has its name; what cannot be taken away now is at the next start.
    await rm(made, { recursive: true, force: true }).catch(() => {});
  }
}

/** Has the disk keep the names of folders. They are what they are by now, whether it answers or not. */
async function keepNames({ root, calls, onTrouble }: Shelf, done: string, folders: readonly string[]): Promise<void> {
  for (const folder of folders)
    await syncFolder(path.join(root, folder), calls).catch((error: unknown) => {
      const code = saidCode(error);
      onTrouble(`${done}, but the disk did not say that it keeps ${folder} (${code}); look again after a power cut.`);
    });
}

/**
 * The only shape a name may have: no path comes in.
 *
 * @guard name-of-article
 */
function refuseName(slug: string): void {
  if (!SLUG.test(slug))
    throw new StoreError(
      `“${slug}” is no name for an article; write small letters and digits, joined by hyphens, 100 at most.`,
      'invalid',
    );
}

function* namesFor(slug: string): Generator<string> {
  yield slug;
  for (let number = 2; number <= MOST_NAMES; number += 1) yield numberedSlug(slug, number);
}

async function takeFreeName({ root, calls }: Shelf, made: string, names: Iterable<string>): Promise<string> {
  let first: string | null = null;
  for (const name of names) {
    first ??= name;
    if (await hasMoved(made, path.join(root, 'content', name), calls)) return name;
  }
  throw new StoreError(`There is an article “${first}” already; choose another name.`, 'changing');
}

/**
 * Gives a folder its name in one step, and only where there is nothing of that name. Somebody who makes one at the very
 * same moment is not overwritten either: a folder takes the place of an empty one alone.
 *
 * @returns false where the name is taken
 */
async function hasMoved(from: string, to: string, calls: FileCalls): Promise<boolean> {
  if (await isTaken(to)) return false;
  try {
    await calls.rename(from, to);
    return true;
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) return false;
    // Both may be said of the folder above, too, where another name is of no use.
    if (['ENOTDIR', 'EPERM'].includes(codeOf(error)) && (await isTaken(to))) return false;
    throw error;
  }
}

/** @guard taken-name → false */
function isTaken(place: string): Promise<boolean> {
  return isThere(place);
}

async function remove(shelf: Shelf, slug: string, time: number): Promise<string> {
  const { root, calls } = shelf;
  refuseName(slug);
  const folder = `content/${slug}`;
  await refuseOddFolder(root, folder);
  if (!(await isThere(path.join(root, folder)))) throw new StoreError(`There is no article “${slug}”.`, 'changing');
  for (const name of ARTICLE_FILES) await wantOwn(root, `${folder}/${name}`);
  await makeOwnFolder(root);
  await makeFolder(root, REMOVED);
  for (let at = time; at < time + MOST_NAMES; at += 1) {
    const removed = removedName(slug, at);
    if (!(await hasMoved(path.join(root, folder), path.join(root, REMOVED, removed), calls))) continue;
    await keepNames(shelf, `${folder} is removed`, [REMOVED, 'content']);
    return removed;
  }
  throw new StoreError(`${folder} cannot be removed: its names in ${REMOVED} are taken. Empty that folder first.`);
}

/** What may only be read is no more taken away than it is changed. */
async function wantOwn(root: string, file: string): Promise<void> {
  const place = path.join(root, file);
  const there = await lstat(place).catch(() => null);
  await refuseReadOnly(place, there).catch((error: unknown) => {
    throw sayNotWritten(error, file);
  });
}

async function restore(shelf: Shelf, removed: string): Promise<string> {
  const { root, calls } = shelf;
  const slug = removedSlug(removed);
  const gone = new StoreError(`No removed article is kept as “${removed}”.`, 'changing');
  if (slug === null) throw gone;
  await refuseOddFolder(root, `${REMOVED}/${removed}`);
  const kept = path.join(root, REMOVED, removed);
  if (!(await isThere(kept))) throw gone;
  await makeFolder(root, 'content');
  if (!(await hasMoved(kept, path.join(root, 'content', slug), calls)))
    throw new StoreError(
      `There is another article “${slug}” by now; the removed one stays in ${REMOVED}/${removed}.`,
      'changing',
    );
  await keepNames(shelf, `content/${slug} is brought back`, ['content', REMOVED]);
  return slug;
}

/** What the system said, as a sentence. @throws {StoreError} */
function sayWhy(what: string, error: unknown): never {
  if (error instanceof StoreError) throw error;
  if (error instanceof OddPlace) throw new StoreError(`${error.message}; nothing was changed.`, 'unfit');
  const code = codeOf(error);
  if (code === '') throw error;
  const reason = reasonOf(code);
  const says = {
    full: `The disk is full (${code}): ${what}, and nothing was changed.`,
    forbidden: `${what} (${code}): nothing was changed. Check who owns the folder.`,
    other: `${what} (${code}); nothing was changed.`,
  };
  throw new StoreError(says[reason], reason);
}
