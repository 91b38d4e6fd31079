import { SURE } from '../core/alignment/scored-pairs.ts';
import { SLUG } from '../core/text/slug.ts';
import { UsageError } from './command.ts';
import type { WithEnglish } from './with-english.ts';

export interface AddCommand {
  readonly name: 'add';
  /** A file, an address, or `-`. */
  readonly from: string;
  /** Null for one that is made of the title. */
  readonly slug: string | null;
  /** Of a book; null for none. */
  readonly chapter: number | null;
  /** Whether addresses of one’s own network are fetched. */
  readonly allowPrivate: boolean;
  /** Null without `--with`. */
  readonly english: WithEnglish | null;
}

/** What of the options of the command line it has. */
interface AddOptions {
  readonly slug?: string;
  readonly chapter?: string;
  readonly 'allow-private'?: boolean;
  readonly with?: string;
  readonly approve?: string;
}

/** @throws {UsageError} */
export function readAddCommand(options: AddOptions, rest: readonly string[]): AddCommand {
  const { slug = null, chapter, 'allow-private': allowPrivate = false } = options;
  const [from, second] = rest;
  if (from === undefined || second !== undefined)
    throw new UsageError('Name one file, one address, or - for standard input: visavis add <file|url|->');
  if (slug !== null && !SLUG.test(slug))
    throw new UsageError(
      `“${slug}” is no name for an article; write small letters and digits, joined by hyphens, 100 at most.`,
    );
  if (chapter !== undefined && !/^[1-9]\d{0,4}$/.test(chapter))
    throw new UsageError(`“${chapter}” is no chapter; write its number, such as --chapter 3.`);
  const number = chapter === undefined ? null : Number(chapter);
  return { name: 'add', from, slug, chapter: number, allowPrivate, english: withEnglish(options) };
}

function withEnglish({ with: file, approve }: AddOptions): WithEnglish | null {
  if (file === undefined && approve !== undefined)
    throw new UsageError('“--approve” says which pairs are approved; name the English with --with FILE.');
  if (file === '-') throw new UsageError('“--with” takes a file; standard input is for the French.');
  if (approve !== undefined && !/^(?:0?\.\d+|0|1|1\.0+)$/.test(approve))
    throw new UsageError(`“${approve}” is no score; write a number from 0 to 1, such as --approve ${SURE}.`);
  return file === undefined ? null : { file, approve: approve === undefined ? null : Number(approve) };
}
