import type { Versions } from '../core/model/versions.ts';
import type { Repository } from './repository.ts';
import { changesBetween, filesAt, type Put, type TreeChange, type TreeFile, treeWith } from './trees.ts';

/** A file, or the folder of an article, that is called otherwise now. */
interface Rename {
  readonly from: string;
  readonly to: string;
}

/** The folder of the article that a file belongs to, its images among them; null for a file of none. */
export function articleOf(file: string, prefix: string): string | null {
  const name = file.startsWith(prefix) ? /^content\/[^/]+(?=\/)/.exec(file.slice(prefix.length)) : null;
  return name === null ? null : prefix + name[0];
}

/**
 * The same three trees, in which what one side renamed has its new name on all sides, so that what the other side made
 * of it goes along. An article is known by its French, another file by what it says: where that changed too, where
 * there are two of it, and where the new name is taken, all stand as they do.
 *
 * @param trees trees or commits
 */
export async function underOneName(repository: Repository, trees: Versions<string>): Promise<Versions<string>> {
  const { git, prefix } = repository;
  const changesTo = (side: string) => changesBetween(git, trees.base, side);
  const [here, there] = [await changesTo(trees.ours), await changesTo(trees.theirs)];
  let { base, ours, theirs } = trees;
  for (const rename of renamesIn(here, there, prefix)) {
    const moved = await bothRenamed(repository, [base, theirs], rename);
    if (moved !== null) [base, theirs] = moved;
  }
  for (const rename of renamesIn(there, here, prefix)) {
    const moved = await bothRenamed(repository, [base, ours], rename);
    if (moved !== null) [base, ours] = moved;
  }
  return { base, ours, theirs };
}

/** What one side renamed of what the other changed: all else is where it belongs without any renaming. */
function renamesIn(changes: readonly TreeChange[], others: readonly TreeChange[], prefix: string): readonly Rename[] {
  const isFrench = (path: string) => /\/fr\.(?:md|txt)$/.test(path);
  const tells = changes.filter(({ path }) => articleOf(path, prefix) === null || isFrench(path));
  const come = byBlob(tells.map(({ path, from, to }) => ({ path, file: from === null ? to : null })));
  const gone = byBlob(tells.map(({ path, from, to }) => ({ path, file: to === null ? from : null })));
  const placeOf = (path: string) => articleOf(path, prefix) ?? path;
  const changed = new Set(others.map(({ path }) => placeOf(path)));
  return [...gone].flatMap(([blob, from]) => {
    const to = come.get(blob) ?? [];
    const [old, now] = [from[0] ?? '', to[0] ?? ''];
    const isOne = from.length === 1 && to.length === 1 && changed.has(placeOf(old));
    const isOfArticle = [old, now].map((path) => articleOf(path, prefix) !== null);
    return isOne && isOfArticle[0] === isOfArticle[1] ? [{ from: placeOf(old), to: placeOf(now) }] : [];
  });
}

function byBlob(files: readonly { readonly path: string; readonly file: TreeFile | null }[]) {
  const paths = new Map<string, readonly string[]>();
  for (const { path, file } of files) if (file !== null) paths.set(file.blob, [...(paths.get(file.blob) ?? []), path]);
  return paths;
}

/** Null where one of two trees does not have it, or has something of the new name. */
async function bothRenamed(repository: Repository, [one, two]: readonly [string, string], rename: Rename) {
  const first = await renamed(repository, one, rename);
  const second = first === null ? null : await renamed(repository, two, rename);
  return first === null || second === null ? null : ([first, second] as const);
}

async function renamed({ git, own }: Repository, tree: string, { from, to }: Rename): Promise<string | null> {
  const files = [...(await filesAt(git, tree, from))];
  if (files.length === 0 || (await filesAt(git, tree, to)).size > 0) return null;
  const puts = files.flatMap(([path, file]): Put[] => [
    { path, to: null },
    { path: to + path.slice(from.length), to: file },
  ]);
  return treeWith(git, tree, { puts, index: own.index });
}
