import type { SourceFile } from '../disk/read-source.ts';
import type { SourceFiles } from './list-sources.ts';

/** Time that a file which looks cut must keep still before it is taken for whole. Milliseconds. */
export const PATIENCE = 500;

/**
 * Tells files that somebody is in the middle of writing: an editor may empty a file and fill it piece by piece, or take
 * it away and put another in its place. Such a state may well parse, so it is waited out.
 */
export interface CutGuard {
  /** Whether any file lost its end, or is gone, and has not kept still for a while since. */
  looksCut(files: SourceFiles): boolean;
  /** These are whole. */
  accept(files: SourceFiles): void;
}

/** @param now milliseconds */
export function createCutGuard(now: () => number = () => performance.now()): CutGuard {
  let whole = new Map<string, string>();
  /** What each doubtful file holds, null for one that is gone, and since when. */
  let doubtful = new Map<string, { text: string | null; since: number }>();
  return {
    looksCut(files) {
      const texts = textsOf(files);
      const before = doubtful;
      doubtful = new Map();
      for (const [path, old] of whole) {
        const text = texts.get(path) ?? null;
        if (!isCut(old, text)) continue;
        const known = before.get(path);
        doubtful.set(path, known?.text === text ? known : { text, since: now() });
      }
      return [...doubtful.values()].some(({ since }) => now() - since < PATIENCE);
    },
    accept(files) {
      whole = textsOf(files);
      doubtful = new Map();
    },
  };
}

function textsOf({ glossary, articles }: SourceFiles): Map<string, string> {
  const files: (SourceFile | null)[] = [
    ...glossary,
    ...articles.flatMap(({ source, catalogue }) => [source, catalogue]),
  ];
  return new Map(files.flatMap((file) => (file === null || file.text === null ? [] : [[file.path, file.text]])));
}

/**
 * Shorter than before, and no longer with the same end.
 *
 * @guard half-written-file → false
 */
function isCut(old: string, text: string | null): boolean {
  if (text === null) return true;
  return text.length < old.length && lastLine(old) !== lastLine(text);
}

function lastLine(text: string): string {
  const end = text.trimEnd();
  return end.slice(end.lastIndexOf('\n') + 1);
}
