import { atOnce, type Pacer, type Slices } from '../../core/model/slices.ts';
import type { Versions } from '../../core/model/versions.ts';
import { type ArticleSource, parseArticle } from '../../formats/article/markdown.ts';
import type { ReadingOptions } from '../../formats/document/blocks/document-reader.ts';
import { type DocumentOutcome, outcomeOf } from '../../formats/document/blocks/outcome.ts';
import { glossaryJobs } from '../../formats/glossary/kinds.ts';
import { createKnownItems, type KnownItems } from '../../formats/glossary/yaml-item.ts';
import type { ImportOutcome } from '../../formats/import/read-import.ts';
import { mergeVersions } from '../../formats/merge/merge-versions.ts';

/** Characters of glossaries whose items are remembered. */
const MOST_KNOWN = 8_000_000;

/**
 * What is done with the text of a file in one go, or nearly: texts and plain data in, plain data out, so that another
 * thread can do it. The text comes first, or the bytes of a document, the name of its file next. A further job is a
 * line here. They remember the entries of the glossaries that they read.
 */
export const createTextJobs = (known: KnownItems = createKnownItems(MOST_KNOWN)) => ({
  ...glossaryJobs(known),
  readImport: (bytes: Uint8Array, file: string): Slices<Promise<ImportOutcome>> =>
    atOnce(() => importOutcome(bytes, file)),
  mergeVersions: (
    ours: string,
    file: string,
    others: Omit<Versions<string>, 'ours'>,
  ): Slices<{ readonly text: string | null }> => atOnce(() => ({ text: mergeVersions(file, { ...others, ours }) })),
  readArticle: (text: string, file: string): Slices<ArticleSource> => atOnce(() => parseArticle(text, file)),
  readDocument: (bytes: Uint8Array, name: string, options: ReadingOptions): Slices<Promise<DocumentOutcome>> =>
    atOnce(() => documentOutcome(bytes, name, options)),
});

/** The names of the jobs, for which no text is read. */
const NAMES = Object.keys(createTextJobs(new Map())) as JobName[];

/** Loaded where something is imported. */
async function importOutcome(bytes: Uint8Array, file: string): Promise<ImportOutcome> {
  const { importOutcomeOf } = await import('../../formats/import/read-import.ts');
  return importOutcomeOf(bytes, file);
}

export type TextJobs = ReturnType<typeof createTextJobs>;
export type JobName = keyof TextJobs;
type Made<Work> = Work extends Slices<infer T> ? Awaited<T> : never;

/** What reads documents is large, and loaded where the first of them is read. */
async function documentOutcome(bytes: Uint8Array, name: string, options: ReadingOptions): Promise<DocumentOutcome> {
  const { readDocument } = await import('../../formats/document/read-document.ts');
  return outcomeOf(() => readDocument(bytes, name, options));
}

/** The jobs, done here or in another thread. What a job throws is what its promise is rejected with. */
type Done = {
  readonly [Name in JobName]: (...given: Parameters<TextJobs[Name]>) => Promise<Made<ReturnType<TextJobs[Name]>>>;
};

/** How long somebody waits for a job; what is not there is not bounded by it. */
export interface Wait {
  /** Tells that nobody waits any more. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds of work, from when the job begins. */
  readonly limit?: number | undefined;
}

/** Does the jobs. */
export type TextReader = Done & {
  /** The same for somebody who waits no longer: a job that another thread does ends then, or never begins. */
  within(wait: Wait): Done;
};

/** A job as plain data. */
export interface Order {
  readonly name: JobName;
  readonly given: readonly [text: string | Uint8Array, file: string, ...others: unknown[]];
}

/** The work of an order; its result is an object, or the promise of one. */
export function workOf({ name, given }: Order, jobs: TextJobs): Slices<object | Promise<object>> {
  return (jobs[name] as (...all: readonly unknown[]) => Slices<object | Promise<object>>)(...given);
}

/** A reader by whatever carries out its orders. */
export function readerBy(carryOut: (order: Order, wait: Wait) => Promise<object>): TextReader {
  const within = (wait: Wait): Done => {
    const readers = NAMES.map((name) => [name, (...given: Order['given']) => carryOut({ name, given }, wait)]);
    return Object.fromEntries(readers) as Done;
  };
  return { ...within({}), within };
}

/** Does the jobs in this thread, in its turn. */
export function readHere(pacer: Pacer): TextReader {
  const jobs = createTextJobs();
  return readerBy((order) => pacer.finish(workOf(order, jobs)));
}
