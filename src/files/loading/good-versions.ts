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
  const again = (file: SourceFile) => () => parse(file.text ?? '', file.path);
  const keep = ({ path, text }: SourceFile, version: () => Promise<NonNullable<T>>) => {
    if ((text ?? '').trim() !== '') good.set(path, version);
  };
  return {
    async read(file, problems) {
      const kept = good.get(file.path);
      const { parsed, found } = await readOrWhy(file, parse, kept !== undefined);
      const isGood = parsed?.problems.every(isOpenChoice) === true;
      for (const one of found) problems.push(isGood || kept === undefined ? one : saidToBeKept(one));
      if (isGood) keep(file, hold(parsed, again(file)));
      return (isGood ? parsed : await kept?.()) ?? parsed ?? nothing;
    },
    hold: (file) => keep(file, onceRead(again(file))),
    keepOnly(files) {
      const paths = new Set(files.map(({ path }) => path));
      for (const path of good.keys()) if (!paths.has(path)) good.delete(path);
    },
  };
}

/** What a file says, or why it cannot be read: the one is left out then, and the others are served. */
async function readOrWhy<T extends Parsed>(
  { path, text, problem }: SourceFile,
  parse: (text: string, file: string) => Promise<T>,
  wasGood: boolean,
): Promise<{ readonly parsed: T | null; readonly found: readonly Problem[] }> {
  if (text === null) return { parsed: null, found: problem === null ? [] : [problem] };
  if (wasGood && text.trim() === '') return { parsed: null, found: [emptied(path)] };
  try {
    const parsed = await parse(text, path);
    return { parsed, found: parsed.problems };
  } catch (error) {
    return { parsed: null, found: [error instanceof Unfinished ? unfinished(path, error) : unforeseen(path, error)] };
  }
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
