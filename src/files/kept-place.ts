import { lstat } from 'node:fs/promises';
import path from 'node:path';
import type { SaveRecord } from '../core/changes/save-record.ts';
import { OWN_FOLDER } from './old-versions.ts';

/** Where a file is now: with a removed article it is kept in `.visavis/`, and can be changed there. */
export async function placeNow(root: string, file: string, records: readonly SaveRecord[]): Promise<string> {
  const [, slug, name] = /^content\/([a-z0-9-]+)\/([^/]+)$/.exec(file) ?? [];
  if (slug === undefined || (await lstat(path.join(root, 'content', slug)).catch(() => null)) !== null) return file;
  const last = records.findLast((save) => save.kind === 'move' && save.slug === slug);
  const removed = last?.kind === 'move' && last.did === 'removed' ? last.removed : null;
  return removed === null ? file : `${OWN_FOLDER}/removed/${removed}/${name}`;
}
