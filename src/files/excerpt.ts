import type { Problem } from '../core/checks/problem.ts';
import { createLines } from '../core/text/line-and-column.ts';
import type { SourceFile } from './read-source.ts';

/** A problem with the line that it is about, as that stands in its file now. */
export function withExcerpt(problem: Problem, files: readonly SourceFile[]): Problem {
  const text = files.find(({ path }) => path === problem.file)?.text;
  return text === undefined || text === null
    ? problem
    : { ...problem, excerpt: createLines(text, problem.file).line(problem.line) };
}
