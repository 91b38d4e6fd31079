import type { SharedFiles } from '../core/changes/shared-files.ts';
import type { SharedSave } from '../core/changes/shared-store.ts';
import { UNKNOWN } from '../core/changes/shared-words.ts';
import type { Work } from './commits.ts';
import { commitOf, type Repository } from './repository.ts';
import { filesAt, type Put, storeBlob } from './trees.ts';

/** What a save is as a commit: the very text that was saved, whatever stands in the file by now. */
export async function workOf(repository: Repository, files: SharedFiles, save: SharedSave): Promise<Work> {
  const { place, text, what, by, time } = save;
  const path = repository.prefix + place;
  const puts = text === undefined ? await putsAt(repository, files, path) : [await putOf(repository, path, text)];
  return { place, what, by, time, puts };
}

async function putOf({ git }: Repository, path: string, text: string | Uint8Array | null): Promise<Put> {
  return { path, to: text === null ? null : { mode: '100644', blob: await storeBlob(git, text) } };
}

/** All that stands at a place, or stood there in the last commit. */
async function putsAt(repository: Repository, files: SharedFiles, path: string): Promise<Put[]> {
  const head = await commitOf(repository.git, 'HEAD');
  const before = head === null ? new Map() : await filesAt(repository.git, head, path);
  const puts = new Map<string, Put>([...before.keys()].map((old) => [old, { path: old, to: null }]));
  for (const one of await files.list(path)) puts.set(one, await putOf(repository, one, await files.read(one)));
  return [...puts.values()];
}

/** What a server that was killed left at a place. */
export function leftSave(place: string, time: number): SharedSave {
  return { place, what: `${place} as a server left it that was ended`, by: UNKNOWN, time };
}
