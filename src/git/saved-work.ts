import type { SharedFiles } from '../core/changes/ports/shared-files.ts';
import type { SharedSave } from '../core/changes/ports/shared-store.ts';
import { committerName, UNKNOWN } from '../core/changes/shared-words.ts';
import type { Work } from './commits.ts';
import { type NotedSave, stampOf } from './journal.ts';
import { commitOf, type Repository } from './repository.ts';
import { filesAt, isPlainFile, type Put, storeBlob, type TreeFile } from './trees.ts';

/**
 * What a save is as a commit: the very text that was saved, whatever stands in the file by now. A file that may be run
 * stays one.
 */
export async function workOf(repository: Repository, files: SharedFiles, save: SharedSave): Promise<Work> {
  const { place, text, what, by, time } = save;
  const path = repository.prefix + place;
  const before = await committedAt(repository, path);
  const texts = text === undefined ? await textsAt(files, path, [...before.keys()]) : new Map([[path, text]]);
  const puts: Put[] = [];
  for (const [one, bytes] of texts) puts.push(await putOf(repository, one, { bytes, before: before.get(one) }));
  return { place, what, by, time, puts };
}

/**
 * What a hand had changed in a file that somebody saved then: it is no work of theirs. Null where the save began with
 * what is committed.
 */
export async function handWorkOf(repository: Repository, { place, before = null, time }: SharedSave) {
  if (before === null) return null;
  const path = repository.prefix + place;
  const committed = (await committedAt(repository, path)).get(path);
  const put = await putOf(repository, path, { bytes: before, before: committed });
  const what = `${place} as it was changed by hand`;
  return put.to?.blob === committed?.blob ? null : { place, what, by: null, time, puts: [put] };
}

type Text = string | Uint8Array | null;

async function putOf(
  { git }: Repository,
  path: string,
  { bytes, before }: { readonly bytes: Text; readonly before: TreeFile | undefined },
): Promise<Put> {
  if (bytes === null) return { path, to: null };
  const mode = before !== undefined && isPlainFile(before) ? before.mode : '100644';
  return { path, to: { mode, blob: await storeBlob(git, bytes) } };
}

/** What the last commit has at a place or below it. */
async function committedAt({ git }: Repository, path: string): Promise<ReadonlyMap<string, TreeFile>> {
  const head = await commitOf(git, 'HEAD');
  return head === null ? new Map() : filesAt(git, head, path);
}

/** All that stands at a place, and null for what stood there. */
async function textsAt(files: SharedFiles, path: string, before: readonly string[]): Promise<Map<string, Text>> {
  const texts = new Map<string, Text>(before.map((old) => [old, null]));
  for (const one of await files.list(path)) texts.set(one, await files.read(one));
  return texts;
}

/**
 * What a server that was killed left at a place: the work of those who saved it where it stands as the last of them left
 * it, else of nobody knows whom.
 *
 * @param time milliseconds since 1970
 */
export async function leftSave(
  { prefix }: Repository,
  files: SharedFiles,
  left: { readonly place: string; readonly noted: readonly NotedSave[]; readonly time: number },
): Promise<SharedSave> {
  const { place, noted, time } = left;
  const last = noted.at(-1);
  const isAsSaved = last !== undefined && stampOf(await files.read(prefix + place).catch(() => null)) === last.stamp;
  if (!isAsSaved) return { place, what: `${place} as a server left it that was ended`, by: UNKNOWN, time };
  const whats = new Set(noted.map(({ what }) => what));
  return { place, what: [...whats].join(', '), by: allOf(noted.map(({ by }) => by)), time };
}

/** All names in one; nobody knows whose work it is where one of several has none. */
function allOf(names: readonly (string | null)[]): string | null {
  const [name = null, ...others] = new Set(names);
  if (others.length === 0) return name;
  return [name, ...others].every((one) => committerName(one) !== null) ? [name, ...others].join(', ') : UNKNOWN;
}
