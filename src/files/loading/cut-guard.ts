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

/** @param clock milliseconds */
export function createCutGuard(clock: () => number = () => performance.now()): CutGuard {
  let whole = new Map<string, SourceFile>();
  /** What each doubtful file holds, null for one that is gone, and since when. */
  let doubtful = new Map<string, { text: string | null; since: number }>();
  return {
    looksCut(files) {
      const now = readFiles(files);
      const before = doubtful;
      doubtful = new Map();
      for (const [path, old] of whole) {
        const file = now.get(path) ?? null;
        if (!isCut(old, file)) continue;
        const text = file?.text ?? null;
        const known = before.get(path);
        doubtful.set(path, known?.text === text ? known : { text, since: clock() });
      }
      return [...doubtful.values()].some(({ since }) => clock() - since < PATIENCE);
    },
    accept(files) {
      whole = readFiles(files);
      doubtful = new Map();
    },
  };
}

/** By their names, those that could be read. */
function readFiles({ glossary, articles }: SourceFiles): Map<string, SourceFile> {
  const files: (SourceFile | null)[] = [
    ...glossary,
    ...articles.flatMap(({ source, catalogue }) => [source, catalogue]),
  ];
  return new Map(files.flatMap((file) => (file === null || file.problem !== null ? [] : [[file.path, file]])));
}

/**
 * Shorter than before, and no longer with the same end.
 *
 * @guard half-written-file → false
 */
function isCut(old: SourceFile, now: SourceFile | null): boolean {
  if (now === null) return true;
  return now.length < old.length && lastLine(old) !== lastLine(now);
}

function lastLine({ text }: SourceFile): string {
  const end = (text ?? '').trimEnd();
  return end.slice(end.lastIndexOf('\n') + 1);
}
