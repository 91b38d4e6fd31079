import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { FileVersion } from '../../core/changes/ports/history.ts';
import { SLUG } from '../../core/text/slug.ts';
import { OWN_FOLDER, VERSION } from '../disk/old-versions.ts';
import { refuseOddFolder } from '../disk/plain.ts';
import { readSource } from '../disk/read-source.ts';

/** The versions that are kept of a file, the newest first; none where a link stands in the way. */
export async function keptVersions(root: string, file: string): Promise<FileVersion[]> {
  if (!areKept(file)) return [];
  const place = folderOf(file);
  try {
    await refuseOddFolder(root, place);
    const entries = await readdir(path.join(root, place), { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && VERSION.test(entry.name))
      .map(({ name }) => ({ name, time: Number.parseInt(name, 10) }))
      .filter(({ time }) => time <= 8.64e15)
      .sort((a, b) => b.time - a.time);
  } catch {
    return [];
  }
}

/** Whether versions of a file are kept. */
function areKept(file: string): boolean {
  const [found, slug] = /^(?:content\/([^/]+)|glossary)\/(?!\.)[^/\\\0]+$/.exec(file) ?? [];
  return found !== undefined && (slug === undefined || SLUG.test(slug));
}

/** Null for one that is not kept, or cannot be read. */
export async function readVersion(root: string, file: string, name: string): Promise<string | null> {
  const isKept = (await keptVersions(root, file)).some((one) => one.name === name);
  if (!isKept) return null;
  const { text, recoded } = await readSource(root, `${folderOf(file)}/${name}`);
  return recoded ? null : text;
}

function folderOf(file: string): string {
  return `${OWN_FOLDER}/history/${file}`;
}
