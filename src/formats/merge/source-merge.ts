import type { Versions } from '../../core/model/versions.ts';
import { mergeTexts } from '../../core/text/text-diff.ts';

/** Whether a file is the French of an article, by its name. */
export function isSource(file: string): boolean {
  return /(?:^|\/)content\/[^/]+\/fr\.(?:md|txt)$/.test(file);
}

/**
 * Puts two versions of a French article together, word by word: whoever edits different sentences has no conflict.
 *
 * @returns null where both changed the same words
 */
export function mergeSources({ base, ours, theirs }: Versions<string>): string | null {
  return mergeTexts(base, theirs, ours);
}
