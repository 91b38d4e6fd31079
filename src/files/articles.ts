import { lstat, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ArticleStore, NewArticle } from '../core/changes/article-store.ts';
import { StoreError } from '../core/changes/store-error.ts';
import { numberedSlug, SLUG } from '../core/text/slug.ts';
import { codeOf } from './error-code.ts';
import { refuseUnreadable } from './not-saved.ts';
import { makeOwnFolder, OWN_FOLDER } from './old-versions.ts';
import { makeFolder, OddPlace, refuseOddFolder } from './plain.ts';
import { syncFolder, temporaryName } from './write-file.ts';

/** Where removed articles are kept. */
const REMOVED = `${OWN_FOLDER}/removed`;
/** Names that are tried for one article. */
const MOST_NAMES = 10_000;

/** Keeps articles as folders of `content/` under a root. */
export function createArticleStore(root: string, now: () => number): ArticleStore {
  const sure = <T>(what: string, work: () => Promise<T>) => work().catch((error: unknown) => sayWhy(what, error));
  return {
    add: (article) => sure(`content/${article.slug} cannot be made`, () => add(root, article)),
    remove: (slug) => sure(`content/${slug} cannot be removed`, () => remove(root, slug, now())),
    restore: (removed) => sure(`${REMOVED}/${removed} cannot be brought back`, () => restore(root, removed)),
  };
}

async function add(root: string, article: NewArticle): Promise<string> {
  const { slug, source, catalogue, isChosen = false } = article;
  refuseName(slug);
  refuseUnreadable(source, `content/${slug}/fr.md`);
  if (catalogue !== null) refuseUnreadable(catalogue, `content/${slug}/en.po`);
  await makeFolder(root, 'content');
  const made = temporaryName(path.join(root, 'content', slug));
  try {
    await mkdir(made);
    await writeWhole(path.join(made, 'fr.md'), source);
    if (catalogue !== null) await writeWhole(path.join(made, 'en.po'), catalogue);
    await syncFolder(made);
    const name = await takeFreeName(root, made, isChosen ? [slug] : namesFor(slug));
    await syncFolder(path.join(root, 'content'));
    return name;
  } finally {
    // Nothing is there any more once it has its name; what a kill leaves is taken away at the next start.
    await rm(made, { recursive: true, force: true });
  }
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

async function takeFreeName(root: string, made: string, names: Iterable<string>): Promise<string> {
  let first: string | null = null;
  for (const name of names) {
    first ??= name;
    if (await hasMoved(made, path.join(root, 'content', name))) return name;
  }
  throw new StoreError(`There is an article “${first}” already; choose another name.`, 'changing');
}

/**
 * Gives a folder its name in one step, and only where there is nothing of that name. Somebody who makes one at the very
 * same moment is not overwritten either: a folder takes the place of an empty one alone.
 *
 * @returns false where the name is taken
 */
async function hasMoved(from: string, to: string): Promise<boolean> {
  if (await isThere(to)) return false;
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(codeOf(error))) return false;
    if (codeOf(error) === 'EPERM' && (await isThere(to))) return false;
    throw error;
  }
}

/** @guard taken-name → false */
async function isThere(place: string): Promise<boolean> {
  return (await lstat(place).catch(() => null)) !== null;
}

async function remove(root: string, slug: string, time: number): Promise<string> {
  refuseName(slug);
  const folder = `content/${slug}`;
  await refuseOddFolder(root, folder);
  if (!(await isThere(path.join(root, folder)))) throw new StoreError(`There is no article “${slug}”.`, 'changing');
  await makeOwnFolder(root);
  await makeFolder(root, REMOVED);
  for (let at = time; ; at += 1) {
    const removed = `${slug}-${at}`;
    if (!(await hasMoved(path.join(root, folder), path.join(root, REMOVED, removed)))) continue;
    await syncFolder(path.join(root, REMOVED));
    await syncFolder(path.join(root, 'content'));
    return removed;
  }
}

async function restore(root: string, removed: string): Promise<string> {
  const [, slug = ''] = /^([a-z0-9-]+)-\d{1,16}$/.exec(removed) ?? [];
  const gone = new StoreError(`No removed article is kept as “${removed}”.`, 'changing');
  if (!SLUG.test(slug)) throw gone;
  await refuseOddFolder(root, `${REMOVED}/${removed}`);
  const kept = path.join(root, REMOVED, removed);
  if (!(await isThere(kept))) throw gone;
  await makeFolder(root, 'content');
  if (!(await hasMoved(kept, path.join(root, 'content', slug))))
    throw new StoreError(
      `There is another article “${slug}” by now; the removed one stays in ${REMOVED}/${removed}.`,
      'changing',
    );
  await syncFolder(path.join(root, 'content'));
  await syncFolder(path.join(root, REMOVED));
  return slug;
}

async function writeWhole(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What the system said, as a sentence. @throws {StoreError} */
function sayWhy(what: string, error: unknown): never {
  if (error instanceof StoreError) throw error;
  if (error instanceof OddPlace) throw new StoreError(`${error.message}; nothing was changed.`, 'unfit');
  const code = codeOf(error);
  if (code === '') throw error;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    throw new StoreError(`The disk is full (${code}): ${what}, and nothing was changed.`, 'full');
  if (['EACCES', 'EPERM', 'EROFS'].includes(code))
    throw new StoreError(`${what} (${code}): nothing was changed. Check who owns the folder.`, 'forbidden');
  throw new StoreError(`${what} (${code}); nothing was changed.`);
}
