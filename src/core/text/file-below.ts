/** Folders in folders that files of an article may lie in, below its own. */
export const MOST_FOLDERS = 4;

/** A name that hides nothing, leads nowhere, and that an address and any disk can hold. */
const PLAIN_NAME = /^[^\s:/\\?#.\p{Cc}][^:/\\?#\p{Cc}]{0,200}$/u;

/**
 * Whether a name leads to something below the folder it is given for, and nowhere else: `images/plan.png`. No part of
 * it is hidden, leads up, or is empty.
 */
export function isBelow(name: string): boolean {
  const parts = name.split('/');
  return parts.length <= MOST_FOLDERS + 1 && parts.every((part) => PLAIN_NAME.test(part));
}
