import type { Library } from '../../core/changes/library.ts';

/**
 * Reads the files again after a save. Where that goes wrong, what was saved is saved all the same, and is answered as
 * such; the library says on every page that it still shows what was before.
 *
 * @guard saved-though-unread → library.reload().then(() => true)
 * @returns whether what was saved is in use
 */
export function readAgain(library: Library): Promise<boolean> {
  return library.reload().then(
    () => true,
    () => false,
  );
}
