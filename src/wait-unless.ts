import { setTimeout as sleep } from 'node:timers/promises';

/** Time between two looks whether somebody cancelled. Milliseconds. */
const LOOK = 100;

/** Waits some milliseconds, or until somebody cancels. @returns whether nobody did */
export async function waitUnless(isCancelled: () => boolean, milliseconds: number): Promise<boolean> {
  for (let left = milliseconds; left > 0 && !isCancelled(); left -= LOOK) await sleep(Math.min(LOOK, left));
  return !isCancelled();
}
