import type { Snapshot } from '../../../core/changes/ports/library.ts';
import { counted, grouped } from '../../../core/text/counted.ts';
import { fingerprint } from '../../../core/text/fingerprint.ts';
import type { ToldPiece } from '../../../core/text/told-words.ts';
import type { Asker } from '../../cache.ts';
import { articleOfFile } from './names.ts';
import type { SavedNotice } from './saved-notice.ts';

/** What every page shows around its content. */
export interface Frame {
  readonly title: string;
  /** Content hash of everything shown. */
  readonly revision: string;
  /** Files that need a correction right now; what was good before stays in use. Null when all are sound. */
  readonly problems: ProblemList | null;
}

/** views/partials/problems.ejs */
export interface ProblemList {
  readonly heading: string;
  /** Nothing is broken: what there is to say is folded away, as it would stand on every page. */
  readonly isMild: boolean;
  readonly listed: readonly {
    /** Tells it from others, in whatever line it is by now. */
    readonly fingerprint: string;
    /** `glossary/ai.yaml:12:5` */
    readonly place: string;
    /** The article whose file it is: “Un essai / A trial”; null for none. */
    readonly of: readonly ToldPiece[] | null;
    readonly message: string;
    /** The line of the file; '' where there is none. */
    readonly excerpt: string;
  }[];
  /** Of all problems. */
  readonly count: number;
  /** Problems that are not listed. */
  readonly more: number;
}

/** What a page has to know of the files to stand in its frame. */
export type FilesNow = Pick<Snapshot, 'revision' | 'problems' | 'articles'>;

/** What every view knows besides its page: `locals` of the answer. */
export interface SiteLocals extends Asker {
  /** Whether the one who asks may change something; only they are shown what changes it. */
  readonly writable: boolean;
  /** Whether they may approve a text too. */
  readonly approves: boolean;
  /** The sign-in, and from there back to this page; null where no password is asked for. */
  readonly signInAt: string | null;
  /** Where people find the site; null or absent where nobody told. */
  readonly publicOrigin?: string | null;
  /** The save that the page follows; null or absent for none. */
  readonly saved?: SavedNotice | null;
}

/** Problems that are listed, and how much of a line is shown. UTF-16 units. */
const MOST_PROBLEMS = 20;
/** Where another line is named in what is said of one: `glossary/ai.yaml:12`, “stands on line 12 already”. */
const LINE = /(?<=\.\w+:|\bline )\d+/g;
const LONGEST_EXCERPT = 200;

export function frameOf(files: FilesNow, title: string): Frame {
  return { title, revision: files.revision, problems: files.problems.length === 0 ? null : problemList(files) };
}

/** “12 articles are still being checked.”; '' once all are. Of those a page that counts tells what was so before. */
export function checkingOf({ pending: { size } }: Pick<Snapshot, 'pending'>): string {
  return size === 0 ? '' : `${counted(size, 'article is', 'articles are')} still being checked.`;
}

function problemList(files: FilesNow): ProblemList {
  const { problems } = files;
  const { length } = problems;
  const isMild = problems.every(({ severity }) => severity !== 'error');
  return {
    heading: isMild ? headingOfMild(length) : headingOf(length),
    isMild,
    listed: problems.slice(0, MOST_PROBLEMS).map(({ file, line, column, message, excerpt }) => ({
      fingerprint: fingerprint([file, message.replaceAll(LINE, '')]),
      place: `${file}:${line}:${column}`,
      of: articleOfFile(file, files),
      message,
      excerpt: excerpt.slice(0, LONGEST_EXCERPT),
    })),
    count: length,
    more: Math.max(0, length - MOST_PROBLEMS),
  };
}

function headingOf(count: number): string {
  return count === 1 ? 'A file needs a correction' : `${grouped(count)} corrections are needed in the files`;
}

function headingOfMild(count: number): string {
  return count === 1 ? 'A file could be put right' : `${grouped(count)} places in the files could be put right`;
}
