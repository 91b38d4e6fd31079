import { type Problem, problemOf } from '../../core/checks/problem.ts';
import type { SourceFile } from '../disk/read-source.ts';
import { Unfinished } from '../thread/unfinished.ts';

/** What a parser gives. */
interface Parsed {
  readonly problems: readonly Problem[];
}

/** Files of one kind, parsed. */
export interface GoodVersions<T> {
  /**
   * What a file says: what its parser gave.
   *
   * @param problems gets what is wrong with the file
   */
  read(file: SourceFile, problems: Problem[]): Promise<T>;
  /** A file whose text is known to be good, though nobody read it: it is read where it is wanted. */
  hold(file: SourceFile): void;
  /** Forgets all files but these. */
  keepOnly(files: readonly SourceFile[]): void;
}

/**
 * Holds a good version until it is wanted, which is when its file is broken.
 *
 * @param read parses its text anew
 */
type Holding<T> = (parsed: T, read: () => Promise<T>) => () => Promise<T>;

/** As it is: for what has to be the very same object again. */
const asItIs: Holding<unknown> = (parsed) => async () => parsed;

/** As its text, which is kept anyway, for what is much larger than that; from when it is wanted, as it is. */
export const asText: Holding<unknown> = (_parsed, read) => onceRead(read);

/** Reads when it is first wanted, and anew where that failed. */
function onceRead<T>(read: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= read().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}

/**
 * Remembers for each file its last version without a problem, but for what somebody has to decide. A file that has a
 * problem keeps that version in use; a file that never was good gives what is sound in it.
 *
 * @param nothing for a file that was never read
 */
export function createGoodVersions<T extends Parsed | null>(
  nothing: T,
  parse: (text: string, file: string) => Promise<NonNullable<T>>,
  holding: Holding<unknown> = asItIs,
): GoodVersions<T> {
  const hold = holding as Holding<NonNullable<T>>;
  const good = new Map<string, () => Promise<NonNullable<T>>>();
  return {
    async read(file, problems) {
      const { path, text, problem } = file;
      const kept = good.get(path);
      if (text === null) {
        if (problem !== null) problems.push(kept ? saidToBeKept(problem) : problem);
        return kept?.() ?? nothing;
      }
      if (kept !== undefined && text.trim() === '') {
        problems.push(saidToBeKept(emptied(path)));
        return kept();
      }
      let parsed: NonNullable<T>;
      try {
        parsed = await parse(text, path);
      } catch (error) {
        // The one file is left out; the others are served.
        const problem = error instanceof Unfinished ? unfinished(path, error) : unforeseen(path, error);
        problems.push(kept ? saidToBeKept(problem) : problem);
        return kept?.() ?? nothing;
      }
      if (parsed.problems.every(isOpenChoice)) {
        for (const one of parsed.problems) problems.push(one);
        if (text.trim() !== '')
          good.set(
            path,
            hold(parsed, () => parse(file.text ?? '', path)),
          );
        return parsed;
      }
      for (const one of parsed.problems) problems.push(kept ? saidToBeKept(one) : one);
      return kept?.() ?? parsed;
    },
    hold(file) {
      const { path } = file;
      if ((file.text ?? '').trim() === '') return;
      good.set(
        path,
        onceRead(() => parse(file.text ?? '', path)),
      );
    },
    keepOnly(files) {
      const paths = new Set(files.map(({ path }) => path));
      for (const path of good.keys()) if (!paths.has(path)) good.delete(path);
    },
  };
}

/** A file that was merged says all that it says, though somebody has to decide something in it. */
function isOpenChoice({ rule }: Problem): boolean {
  return rule === 'entry-conflict';
}

function unfinished(file: string, { message }: Unfinished): Problem {
  return problemOf('file', { file, line: 1, column: 1 }, message);
}

function unforeseen(file: string, error: unknown): Problem {
  const message = `cannot be read, in a way nobody foresaw (${error}); report it with the file`;
  return problemOf('unforeseen', { file, line: 1, column: 1 }, message);
}

function emptied(file: string): Problem {
  const message = 'is empty; write back what it held, or delete the file';
  return problemOf('file', { file, line: 1, column: 1 }, message);
}

function saidToBeKept(problem: Problem): Problem {
  return { ...problem, message: `${problem.message} (until then its last good version is in use)` };
}
