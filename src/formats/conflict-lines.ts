import type { Problem } from '../core/checks/problem.ts';
import { createLines } from '../core/text/line-and-column.ts';
import { problemAt } from './problem-at.ts';

/**
 * The comment above an entry, a row or the head of a catalogue that says what of another side could not stay: `#
 * conflict: en: chip`.
 */
const LINE = /^[ \t]*# conflict: (.+)$/gm;

const TAKEN_AWAY = '(taken away)';

export function writeConflictLine(key: string, theirs: unknown): string {
  return `# conflict: ${key}: ${theirs === undefined ? TAKEN_AWAY : JSON.stringify(theirs)}`;
}

/** @param theirs the value of that field as it is written; null where they took it away */
export function writeFieldConflict(name: string, theirs: string | null): string {
  return `# conflict: ${name}: ${theirs ?? TAKEN_AWAY}`;
}

/** Entries, rows and heads that two sides changed differently, and of which nobody has decided yet. */
export function openConflicts(text: string, file: string): Problem[] {
  if (!text.includes('# conflict: ')) return [];
  const lines = createLines(text, file);
  return [...text.matchAll(LINE)].map(({ 0: line, 1: said = '', index }) => {
    const at = index + line.indexOf('#');
    const message = `somebody else wrote ${said.trim()}; keep what is right, and delete this line`;
    return problemAt(lines, at, 'entry-conflict', message);
  });
}
