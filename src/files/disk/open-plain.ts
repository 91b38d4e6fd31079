import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/** A link in the place of a file is not followed, and a pipe that nobody writes into keeps nobody waiting. */
const PLAIN = constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Opens a file to read it. */
export function openToRead(file: string): Promise<FileHandle> {
  return open(file, constants.O_RDONLY | PLAIN);
}

/** Opens a file to read it and to write behind its end; it is made where there is none, with these rights. */
export function openToAdd(file: string, rights?: number): Promise<FileHandle> {
  return open(file, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | PLAIN, rights);
}

/** A line that a crash cut off ends here, so that the next one stands for itself. */
export async function endCutLine(handle: FileHandle): Promise<void> {
  const { size } = await handle.stat();
  const last = Buffer.alloc(1);
  if (size > 0) await handle.read(last, 0, 1, size - 1);
  if (size > 0 && last.toString() !== '\n') await handle.writeFile('\n');
}
