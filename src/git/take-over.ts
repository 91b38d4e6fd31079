import type { SharedFiles } from '../core/changes/ports/shared-files.ts';
import { isSafePath } from '../core/changes/shared-words.ts';
import { bringIndexAlong, moveHead, type Repository, stagedOf } from './repository.ts';
import { changesBetween, isPlainFile, isProgram, readBlob, type TreeChange, type TreeFile } from './trees.ts';

/** Somebody has to do something before the other copy can be taken over. The message is the sentence for them. */
export class Held extends Error {}

/** What is taken over, and how. */
export interface TakeOver {
  /** The commit that is checked out. */
  readonly from: string;
  readonly to: string;
  readonly files: SharedFiles;
  /** Whether a save of that file waits to be committed, or may be under way. */
  readonly isSaved: (path: string) => boolean;
  /** Told before a file is written. */
  readonly before: (path: string) => Promise<void>;
  /** Told when the commit is checked out, and the index is next. */
  readonly onMoved: (paths: readonly string[]) => void;
  /** What attempts before this one wrote, by the paths. */
  readonly wrote: Map<string, Uint8Array | null>;
}

/**
 * Brings the checkout from one commit to another: each file is replaced only where it is as the first commit has it,
 * and in turn with saves, so that none falls between. The files come before the commit: what is cut short is a change
 * of theirs that stands here already, never one that is lost.
 *
 * @returns the files that were written; null where a save came between, and it has to be done anew
 * @throws {Held}
 */
export async function takeOver(repository: Repository, take: TakeOver): Promise<readonly string[] | null> {
  const { git } = repository;
  const changes = await changesBetween(git, take.from, take.to);
  const paths = changes.map(({ path }) => path);
  const odd = paths.find((path) => !isSafePath(path));
  if (odd !== undefined)
    throw new Held(`The other copy has “${shown(odd)}”, which is not written to this disk; take it away there.`);
  const [staged] = await stagedOf(git, take.from, paths);
  if (staged !== undefined)
    throw new Held(`${shown(staged)} was changed in the other copy, and is staged here; commit it, or unstage it.`);
  for (const change of changes) if (isWritten(change) && !(await replace(repository, change, take))) return null;
  await moveHead(repository, take.to, take.from);
  take.onMoved(paths);
  await bringIndexAlong(repository, changes);
  take.wrote.clear();
  return paths;
}

/** A name in a sentence. */
export function shown(path: string): string {
  return path.replaceAll(/\p{Cc}/gu, '�').slice(0, 200);
}

/**
 * Links, and repositories within this one, are not made.
 *
 * @guard link-of-other-copy → true
 */
function isWritten({ from, to }: TreeChange): boolean {
  return (from === null || isPlainFile(from)) && (to === null || isPlainFile(to));
}

/** False where a save came between. */
async function replace({ git }: Repository, change: TreeChange, take: TakeOver): Promise<boolean> {
  const { path } = change;
  const { files, wrote } = take;
  const bytes = (file: TreeFile | null) => (file === null ? null : readBlob(git, file.blob));
  const [old, next] = [await bytes(change.from), await bytes(change.to)];
  const runs = runsAnew(change);
  return files.inTurn(path, async () => {
    const now = await files.read(path).catch(() => {
      throw new Held(`${shown(path)} is no plain file here; put that away, and the other copy’s takes its place.`);
    });
    const isThere = isSame(now, next);
    if (isThere && runs === null) return true;
    const isOurs = isThere || (wrote.has(path) && isSame(now, wrote.get(path) ?? null));
    if (!isSame(now, old) && !isOurs) {
      if (take.isSaved(path)) return false;
      throw new Held(`${shown(path)} was changed in the other copy, and by hand here; commit it, or save it here.`);
    }
    await take.before(path);
    const isDone = await files.write(path, next && { bytes: next, runs }, now);
    if (isDone) wrote.set(path, next);
    return isDone;
  });
}

/** Whether a file may be run from now on; null where that stays as it is, whatever it is on this disk. */
function runsAnew({ from, to }: TreeChange): boolean | null {
  const [was, is] = [from !== null && isProgram(from), to !== null && isProgram(to)];
  return to === null || was === is ? null : is;
}

function isSame(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : Buffer.from(a).equals(b);
}
