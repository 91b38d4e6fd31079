import type { Problem } from '../../core/checks/problem.ts';
import { createLines } from '../../core/text/line-and-column.ts';
import { problemAt } from '../problem-at.ts';

/** The comment above an entry or a row that says what of another side could not stay: `# conflict: en: chip`. */
const LINE = /^[ \t]*# conflict: (.+)$/gm;

export function writeConflictLine(key: string, theirs: unknown): string {
  return `# conflict: ${key}: ${theirs === undefined ? '(taken away)' : JSON.stringify(theirs)}`;
}

/** Entries that two sides changed differently, and of which nobody has decided yet. */
export function openConflicts(text: string, file: string): Problem[] {
  if (!text.includes('# conflict: ')) return [];
  const lines = createLines(text, file);
  return [...text.matchAll(LINE)].map(({ 0: line, 1: said = '', index }) => {
    const at = index + line.indexOf('#');
    const message = `somebody else wrote ${said.trim()}; keep what is right, and delete this line`;
    return problemAt(lines, at, 'entry-conflict', message);
  });
}
