import { lstat } from 'node:fs/promises';

/** Whether anything stands at a place, be it a link; false where that cannot be found out. */
export async function isThere(place: string): Promise<boolean> {
  return (await lstat(place).catch(() => null)) !== null;
}
