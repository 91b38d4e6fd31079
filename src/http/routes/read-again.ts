import type { Library } from '../../core/changes/ports/library.ts';

/**
 * Reads the files again after a save. Where that goes wrong, what was saved is saved all the same, and is answered as
 * such; the library says on every page that it still shows what was before.
 *
 * @param named the files that were written, where that is known
 * @guard saved-though-unread → library.reload(named).then(() => true)
 * @returns whether what was saved is in use
 */
export function readAgain(library: Library, named?: readonly string[]): Promise<boolean> {
  return library.reload(named).then(
    () => true,
    () => false,
  );
}
