import { constants } from 'node:fs';
import { access, lstat } from 'node:fs/promises';
import path from 'node:path';
import { refuseReadOnly } from './write-file.ts';

/**
 * Wants that a file could be replaced now.
 *
 * @throws {OnlyForReading} and whatever the system says
 */
export async function wantWritable(file: string): Promise<void> {
  await refuseReadOnly(file, await lstat(file).catch(() => null));
  await access(path.dirname(file), constants.W_OK);
}
