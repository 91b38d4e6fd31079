import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Versions } from '../core/model/versions.ts';
import { articleOf, underOneName } from './renames.ts';
import type { Repository } from './repository.ts';
import { unlessNone } from './repository.ts';
import type { Git } from './run-git.ts';
import {
  changesBetween,
  filesAt,
  isPlainFile,
  isSameFile,
  type Put,
  readBlob,
  storeBlob,
  type TreeChange,
  type TreeFile,
  treeWith,
} from './trees.ts';

/** Merges the texts of one file by what it consists of; null for a file that only lines can be told of. */
export type MergeTexts = (path: string, versions: Versions<string>) => Promise<string | null>;

/**
 * The tree that has the changes of two commits over what both come from, without a file of the checkout being touched.
 * It never stops: where both changed the same, `merge` says what stands, else our lines, and theirs beside it under a
 * name of its own, of which the check tells; a file that one side changed and the other took away stays, and what was
 * taken away of the same article: a translation without its French is of no use. What one side renamed is merged under
 * its new name.
 */
export async function mergeCommits(
  repository: Repository,
  commits: { readonly ours: string; readonly theirs: string },
  merge: MergeTexts,
): Promise<string> {
  return mergeTrees(repository, { base: await baseTree(repository, commits, merge), ...commits }, merge);
}

/** The same for trees or commits over one that is known to be their base. */
export async function mergeTrees(repository: Repository, all: Versions<string>, merge: MergeTexts): Promise<string> {
  const { git } = repository;
  const { index } = repository.own;
  const trees = await underOneName(repository, all);
  const changesTo = async (tree: string) =>
    new Map((await changesBetween(git, trees.base, tree)).map((change) => [change.path, change]));
  const [here, there] = [await changesTo(trees.ours), await changesTo(trees.theirs)];
  const sides = [
    { tree: trees.ours, changes: here },
    { tree: trees.theirs, changes: there },
  ] as const;
  const isKept = await keptBeside(repository, sides);
  const puts: Put[] = [...here.values()]
    .filter((change) => isKept(change) && !there.has(change.path))
    .map(({ path, from }) => ({ path, to: from }));
  const inTheWay = placesTaken([...here.values(), ...[...there.values()].filter(isKept)]);
  for (const change of [...there.values()].filter((one) => !isKept(one))) {
    const settled = await settle(repository, { ours: here.get(change.path), theirs: change }, merge);
    for (const put of settled) puts.push(put.to === null ? put : await putBeside(git, put, inTheWay(put.path)));
  }
  return treeWith(git, trees.ours, { puts, index });
}

/** What one side made of the tree that both come from, by the paths. */
interface Side {
  readonly tree: string;
  readonly changes: ReadonlyMap<string, TreeChange>;
}

/**
 * Tells what was taken away of an article of which one side took away a file that the other changed, or all while the
 * other added to it.
 */
async function keptBeside({ git, prefix }: Repository, sides: readonly [Side, Side]) {
  const [here, there] = sides;
  const articleIn = ({ path }: TreeChange) => articleOf(path, prefix);
  const both = [...there.changes.keys()].flatMap((name) => {
    const [mine, other] = [here.changes.get(name), there.changes.get(name)];
    return mine === undefined || other === undefined ? [] : [[mine, other] as const];
  });
  const kept = new Set(both.filter(([mine, other]) => isGone(mine) !== isGone(other)).map(([mine]) => articleIn(mine)));
  for (const [{ tree, changes }, other] of [sides, [there, here] as const]) {
    const added = new Set([...other.changes.values()].filter((change) => !isGone(change)).map(articleIn));
    for (const article of new Set([...changes.values()].filter(isGone).map(articleIn)))
      if (article !== null && added.has(article) && (await filesAt(git, tree, article)).size === 0) kept.add(article);
  }
  kept.delete(null);
  return (change: TreeChange) => isGone(change) && kept.has(articleIn(change));
}

function isGone({ to }: TreeChange): boolean {
  return to === null;
}

/** Tells which file of ours stands where a path has a folder, or which folder where it has its file; null for none. */
function placesTaken(changes: readonly TreeChange[]): (path: string) => string | null {
  const files = new Set<string>();
  const folders = new Set<string>();
  for (const { path, to } of changes) {
    if (to === null) continue;
    files.add(path);
    for (const folder of foldersOf(path)) folders.add(folder);
  }
  return (path) => (folders.has(path) ? path : (foldersOf(path).find((folder) => files.has(folder)) ?? null));
}

/** `a/b/c` → `a`, `a/b`. */
function foldersOf(path: string): string[] {
  const names = path.split('/');
  return names.slice(1).map((_, i) => names.slice(0, i + 1).join('/'));
}

/** A file of theirs, out of the way of ours: git has one thing in one place. */
async function putBeside(git: Git, put: Put, taken: string | null): Promise<Put> {
  const { to } = put;
  return taken === null || to === null ? put : { path: besideOf(taken, to), to: await asPlainFile(git, to) };
}

/** What two commits come from; where that is more than one commit, those are merged first. */
async function baseTree(
  repository: Repository,
  { ours, theirs }: { readonly ours: string; readonly theirs: string },
  merge: MergeTexts,
): Promise<string> {
  const { git } = repository;
  const { index } = repository.own;
  const found = await git(['merge-base', '--all', ours, theirs]).catch(unlessNone);
  const [first, ...others] = found?.toString().split('\n').filter(Boolean) ?? [];
  if (first === undefined) return treeWith(git, null, { puts: [], index });
  const [second] = others;
  return second === undefined ? first : mergeCommits(repository, { ours: first, theirs: second }, merge);
}

/** Nothing where ours stays as it is. */
async function settle(
  repository: Repository,
  { ours, theirs }: { readonly ours: TreeChange | undefined; readonly theirs: TreeChange },
  merge: MergeTexts,
): Promise<readonly Put[]> {
  const { git } = repository;
  const { path, from, to } = theirs;
  if (ours === undefined) return [theirs];
  if (ours.to === null) return to === null ? [] : [theirs];
  if (to === null || isSameFile(ours.to, to)) return [];
  if (!isPlainFile(to) || !isPlainFile(ours.to)) return [{ path: besideOf(path, to), to: await asPlainFile(git, to) }];
  const versions = { base: from, ours: ours.to, theirs: to };
  const { blob, isWhole } = await mergeFiles(repository, { path, ...versions }, merge);
  const put = { path, to: { mode: modeOf(versions), blob } };
  return isWhole ? [put] : [put, { path: besideOf(path, to), to }];
}

/** Where a link leads, or which commit another repository stands at, as a text. */
async function asPlainFile(git: Git, file: TreeFile): Promise<TreeFile> {
  if (isPlainFile(file)) return file;
  const isLink = file.mode === '120000';
  return { mode: '100644', blob: isLink ? file.blob : await storeBlob(git, `Subproject commit ${file.blob}\n`) };
}

/** Characters of a name that goes on behind them: disks take 255 bytes. */
const MOST_NAME = 50;

/** The name under which theirs is kept: the same in every copy that merges the two. */
function besideOf(path: string, { blob }: TreeFile): string {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const name = [...path.slice(folder.length)].slice(0, MOST_NAME).join('');
  return `${folder}${name}.theirs-${blob.slice(0, 12)}`;
}

type FileVersions = Omit<Versions<TreeFile>, 'base'> & { readonly base: TreeFile | null };

/** What one side made of it where the other left it, else ours. */
function modeOf({ base, ours, theirs }: FileVersions): string {
  return base?.mode === ours.mode ? theirs.mode : ours.mode;
}

interface MergedFile {
  readonly blob: string;
  /** It has all that both sides changed. */
  readonly isWhole: boolean;
}

/** What both sides changed; ours where both changed the same. */
async function mergeFiles(
  repository: Repository,
  { path: name, base, ours, theirs }: FileVersions & { readonly path: string },
  merge: MergeTexts,
): Promise<MergedFile> {
  if (theirs.blob === ours.blob) return { blob: ours.blob, isWhole: true };
  const { git } = repository;
  const read = (file: TreeFile | null) =>
    file === null || !isPlainFile(file) ? Promise.resolve(Buffer.from('')) : readBlob(git, file.blob);
  const versions = { base: await read(base), ours: await read(ours), theirs: await read(theirs) };
  const texts = textsOf(versions);
  const whole = (texts === null ? null : await merge(name, texts)) ?? (await mergeLines(repository, versions));
  if (whole !== null) return { blob: await storeBlob(git, whole), isWhole: true };
  const part = await mergeLines(repository, versions, ['--ours']);
  return { blob: part === null ? ours.blob : await storeBlob(git, part), isWhole: false };
}

/** Null where one of them is no text. */
function textsOf({ base, ours, theirs }: Versions<Buffer>): Versions<string> | null {
  const texts = { base: base.toString(), ours: ours.toString(), theirs: theirs.toString() };
  const isText = (bytes: Buffer, text: string) => Buffer.from(text).equals(bytes) && !text.includes('\0');
  return isText(base, texts.base) && isText(ours, texts.ours) && isText(theirs, texts.theirs) ? texts : null;
}

/** As git merges lines; null where both changed the same, and where there are no lines. */
async function mergeLines(
  { git, folder }: Repository,
  versions: Versions<Buffer>,
  how: readonly '--ours'[] = [],
): Promise<Buffer | null> {
  const place = await mkdtemp(path.join(folder, 'visavis-merge-'));
  const put = async (name: keyof Versions<Buffer>) => {
    await writeFile(path.join(place, name), versions[name]);
    return path.join(place, name);
  };
  try {
    const files = [await put('ours'), await put('base'), await put('theirs')];
    return await git(['merge-file', '-p', ...how, '-q', '--', ...files]).catch(() => null);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
