import { lstat, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { StoreError } from '../../core/changes/ports/store-error.ts';
import { isEditable } from '../../formats/glossary/kinds.ts';
import { codeOf, reasonOf, saidCode } from './error-code.ts';
import { makeFolder, OddPlace } from './plain.ts';
import { ChangedMeanwhile, SYSTEM, syncFolder, writeFileDurably } from './write-file.ts';

/** A file to begin with. */
export interface FirstFile {
  /** Relative to the folder, with `/`. */
  readonly name: string;
  readonly text: string;
  /** Left out where its folder already has something of a person’s. */
  readonly isStarter: boolean;
}

/** What became of it: there now, there before and left as it was, or left out, being a starter. */
export interface FileFate {
  readonly name: string;
  readonly fate: 'made' | 'kept' | 'left out';
}

/** What a folder to work in has besides its files. */
const FOLDERS = ['content', 'glossary'];
const SCHEMA = 'glossary.schema.json';

/**
 * Makes a folder to work in, or what of it is missing. Whatever is there stays as it is, and each file is there whole
 * or not at all, so that a run that was cut off is finished by another.
 *
 * @throws {StoreError} when something is in the way, or the system refuses
 */
export async function makeWorkFolder(folder: string, files: readonly FirstFile[]): Promise<FileFate[]> {
  const above = await makeTop(folder);
  const levels = [...new Set([...FOLDERS, ...files.map(({ name }) => path.dirname(name))])];
  for (const level of levels) await makeLevel(folder, level);
  const taken = await foldersInUse(folder, levels);
  const fates: FileFate[] = [];
  for (const file of files) {
    const isLeftOut = file.isStarter && taken.has(path.dirname(file.name));
    fates.push({ name: file.name, fate: isLeftOut ? 'left out' : await writeNew(folder, file) });
  }
  for (const made of [folder, ...above]) await syncFolder(made, SYSTEM).catch(() => {});
  return fates;
}

/**
 * Makes a folder and those above it, one by one: all at once never ends where there is a folder in which none can be
 * made, such as `/proc`.
 *
 * @returns the folders that have a new name in them
 */
async function makeTop(folder: string): Promise<string[]> {
  const above = path.dirname(folder);
  if (above === folder || (await isThere(folder))) return wantFolder(folder);
  const touched = await makeTop(above);
  try {
    await mkdir(folder);
  } catch (error) {
    // Somebody else made it meanwhile.
    if (codeOf(error) === 'EEXIST') return wantFolder(folder);
    throw sayNotMade(error, folder);
  }
  return [...touched, above];
}

async function wantFolder(folder: string): Promise<string[]> {
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory() === true) return [];
  throw new StoreError(`${folder} is no folder; name another one.`);
}

async function makeLevel(folder: string, level: string): Promise<void> {
  try {
    await makeFolder(folder, level);
  } catch (error) {
    if (error instanceof OddPlace) throw new StoreError(`In ${folder}, ${error.message}.`);
    throw sayNotMade(error, path.join(folder, level));
  }
}

/** Those of the folders that hold something besides the schema and what is hidden. */
async function foldersInUse(folder: string, levels: readonly string[]): Promise<Set<string>> {
  const used = new Set<string>();
  for (const level of levels) {
    const names = await namesIn(path.join(folder, level));
    if (names.some((name) => name !== SCHEMA && !name.startsWith('.'))) used.add(level);
  }
  return used;
}

async function namesIn(place: string): Promise<string[]> {
  try {
    return await readdir(place);
  } catch (error) {
    const code = saidCode(error);
    throw new StoreError(`${place} cannot be read (${code}); see who owns it, and run it again: what is there stays.`);
  }
}

async function writeNew(folder: string, { name, text }: FirstFile): Promise<'made' | 'kept'> {
  const file = path.join(folder, name);
  // Asked first, since a disk that knows no links would put the new file over the old one.
  if (await isThere(file)) return 'kept';
  try {
    await writeFileDurably(file, text, null);
    return 'made';
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return 'kept';
    throw sayNotMade(error, file);
  }
}

/** A link that leads nowhere is something that is there, too. */
async function isThere(file: string): Promise<boolean> {
  try {
    await lstat(file);
    return true;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return false;
    throw sayNotMade(error, file);
  }
}

function sayNotMade(error: unknown, place: string): StoreError {
  const code = saidCode(error);
  const why = code === 'EROFS' ? 'may not be made; the disk may only be read' : REASONS[reasonOf(code)];
  return new StoreError(`${place} ${why} (${code}). Run it again once that is put right: what is there stays.`);
}

const REASONS = {
  full: 'does not fit on the disk, which is full',
  forbidden: 'may not be made; see who owns the folder',
  other: 'cannot be made',
};

/** What of the program’s own texts is wanted. */
export interface Shipped {
  readonly glossary: boolean;
  readonly article: boolean;
}

const ARTICLE = ['content/deepseek-r2/fr.md', 'content/deepseek-r2/en.po'];

/** The schema of glossary files, and the texts of the program that are wanted, as files to begin with. */
export async function shippedFiles(home: string, { glossary, article }: Shipped): Promise<FirstFile[]> {
  const terms = glossary ? (await readdir(path.join(home, 'glossary'))).filter((name) => isEditable(name)) : [];
  const names = [...[SCHEMA, ...terms].map((name) => `glossary/${name}`), ...(article ? ARTICLE : [])];
  return Promise.all(
    names.map(async (name) => ({ name, text: await readFile(path.join(home, name), 'utf8'), isStarter: false })),
  );
}
