import type { Problem } from '../../core/checks/problem.ts';
import { createLines, type Lines } from '../../core/text/line-and-column.ts';
import type { SourceFile } from './read-source.ts';

/** Gives problems the line that each is about, as that stands in its file now. The lines of a file are counted once. */
export function excerptsFrom(files: readonly SourceFile[]): (problem: Problem) => Problem {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const known = new Map<string, Lines>();
  return (problem) => {
    const text = texts.get(problem.file) ?? null;
    if (text === null) return problem;
    const lines = known.get(problem.file) ?? createLines(text, problem.file);
    known.set(problem.file, lines);
    return { ...problem, excerpt: lines.line(problem.line) };
  };
}
