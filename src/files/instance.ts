import { randomUUID } from 'node:crypto';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from './disk/error-code.ts';
import { makeOwnFolder, OWN_FOLDER } from './disk/old-versions.ts';
import { openToRead } from './disk/open-plain.ts';

/** Times that it is looked for while somebody else is about to write it. */
const MOST_TRIES = 50;
const LOOK = 20;

/**
 * Eight hexadecimal digits that no other checkout has, on this machine or another, even under the same path. They are
 * made once and kept in `.visavis/`.
 *
 * @returns null where nothing can be kept
 */
export async function instanceOf(root: string): Promise<string | null> {
  const file = path.join(root, OWN_FOLDER, 'instance');
  try {
    await makeOwnFolder(root);
    await write(file, randomUUID().slice(0, 8));
    return await readInTime(file);
  } catch {
    return null;
  }
}

/** Unless there is one. */
async function write(file: string, made: string): Promise<void> {
  try {
    const handle = await open(file, 'wx');
    await handle.writeFile(`${made}\n`);
    await handle.sync();
    await handle.close();
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

async function readInTime(file: string): Promise<string | null> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const handle = await openToRead(file);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0).finally(() => handle.close());
    const [, found] = /^([0-9a-f]{8})\n$/.exec(buffer.toString('utf8', 0, bytesRead)) ?? [];
    if (found !== undefined) return found;
    await sleep(LOOK);
  }
  return null;
}
