import { atOnce, type Pacer, type Slices } from '../core/model/slices.ts';
import { type ArticleSource, parseArticle } from '../formats/article/markdown.ts';
import { editGlossarySlices, readGlossarySlices } from '../formats/glossary/kinds.ts';

/**
 * What is done with the text of a file in one go, or nearly: texts and plain data in, plain data out, so that another
 * thread can do it. The text comes first, the name of its file next. A further job is a line here.
 */
const JOBS = {
  readGlossary: readGlossarySlices,
  editGlossary: editGlossarySlices,
  readArticle: (text: string, file: string): Slices<ArticleSource> => atOnce(() => parseArticle(text, file)),
} as const;

type Jobs = typeof JOBS;
export type JobName = keyof Jobs;
type Made<Work> = Work extends Slices<infer T> ? T : never;

/** Does the jobs, here or in another thread. What a job throws is what its promise is rejected with. */
export type TextReader = {
  readonly [Name in JobName]: (...given: Parameters<Jobs[Name]>) => Promise<Made<ReturnType<Jobs[Name]>>>;
};

/** A job as plain data. */
export interface Order {
  readonly name: JobName;
  readonly given: readonly [text: string, file: string, ...others: unknown[]];
}

/** The work of an order; its result is an object. */
export function workOf({ name, given }: Order): Slices<object> {
  return (JOBS[name] as (...all: readonly unknown[]) => Slices<object>)(...given);
}

/** A reader by whatever carries out its orders. */
export function readerBy(carryOut: (order: Order) => Promise<object>): TextReader {
  const names = Object.keys(JOBS) as JobName[];
  const readers = names.map((name) => [name, (...given: Order['given']) => carryOut({ name, given })]);
  return Object.fromEntries(readers) as TextReader;
}

/** Does the jobs in this thread, in its turn. */
export function readHere(pacer: Pacer): TextReader {
  return readerBy((order) => pacer.finish(workOf(order)));
}
