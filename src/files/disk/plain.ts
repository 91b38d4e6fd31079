import type { Dirent, Stats } from 'node:fs';
import { lstat, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from './error-code.ts';

/** A place under a root where a link, a pipe or the like stands instead of a plain folder. The message says which. */
export class OddPlace extends Error {
  /** Relative to the root. */
  readonly place: string;
  constructor(place: string, what: string) {
    super(`${place} is ${what}; put a folder of its own there`);
    this.place = place;
  }
}

/** What is neither file nor folder, in words; null for those two. A link is a link, wherever it leads. */
export function oddKind(entry: Stats | Dirent): string | null {
  if (entry.isFile() || entry.isDirectory()) return null;
  if (entry.isSymbolicLink()) return 'a link, and links are not followed';
  if (entry.isFIFO()) return 'a pipe';
  return entry.isSocket() ? 'a socket' : 'a device';
}

/**
 * Makes sure that no level of a folder under a root leads elsewhere. Levels that are not there yet are fine.
 *
 * @param folder relative to the root
 * @throws {OddPlace}
 */
export async function refuseOddFolder(root: string, folder: string): Promise<void> {
  for (const level of levelsOf(folder)) if ((await standsAt(root, level)) === null) return;
}

/**
 * Makes a folder under a root level by level, none of them behind a link.
 *
 * @throws {OddPlace} and whatever the system says
 */
export async function makeFolder(root: string, folder: string): Promise<void> {
  for (const level of levelsOf(folder)) {
    if ((await standsAt(root, level)) !== null) continue;
    await mkdir(path.join(root, level)).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
    await standsAt(root, level);
  }
}

/** `a/b/c` → `a`, `a/b`, `a/b/c`. */
function levelsOf(folder: string): string[] {
  const parts = folder.split(/[/\\]/).filter((part) => part !== '' && part !== '.');
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}

/**
 * Null where there is nothing.
 *
 * @throws {OddPlace} for anything but a folder
 * @guard odd-folder → lstat(path.join(root, level)).catch(() => null)
 */
async function standsAt(root: string, level: string): Promise<Stats | null> {
  const found = await lstat(path.join(root, level)).catch(() => null);
  if (found === null || found.isDirectory()) return found;
  throw new OddPlace(level, oddKind(found) ?? 'a file');
}

/** Something below a folder. */
export interface Found {
  /** Relative to the folder. */
  readonly name: string;
  readonly entry: Dirent;
}

/**
 * All that stands below a folder, the levels in turn; what is behind a link is not looked at, nor is a folder that is a
 * link itself. What cannot be read counts as empty.
 *
 * @param depth levels below the folder: 1 for its own entries
 */
export async function* walkPlain(folder: string, depth: number): AsyncGenerator<Found> {
  if (await isFolder(folder)) yield* walkInto({ folder, isEntered: isPlainFolder }, '', depth);
}

/** The same without what stands in hidden folders, which may be as much as git keeps. */
export async function* walkShown(folder: string, depth: number): AsyncGenerator<Found> {
  const isEntered = (entry: Dirent) => isPlainFolder(entry) && !isHidden(entry.name);
  if (await isFolder(folder)) yield* walkInto({ folder, isEntered }, '', depth);
}

export function isHidden(name: string): boolean {
  return name.startsWith('.');
}

async function isFolder(folder: string): Promise<boolean> {
  return (await lstat(folder).catch(() => null))?.isDirectory() === true;
}

interface Walk {
  readonly folder: string;
  readonly isEntered: (entry: Dirent) => boolean;
}

async function* walkInto(walk: Walk, below: string, depth: number): AsyncGenerator<Found> {
  const { folder, isEntered } = walk;
  const entries = await readdir(path.join(folder, below), { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    yield { name, entry };
    if (depth > 1 && isEntered(entry)) yield* walkInto(walk, name, depth - 1);
  }
}

/** @guard linked-folder → !entry.isFile() */
function isPlainFolder(entry: Dirent): boolean {
  return entry.isDirectory();
}
