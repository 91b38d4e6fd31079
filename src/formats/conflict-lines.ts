import type { Problem } from '../core/checks/problem.ts';
import { createLines } from '../core/text/line-and-column.ts';
import { problemAt } from './problem-at.ts';

/**
 * The comment above an entry, a row or the head of a catalogue that says what of another side could not stay: `#
 * conflict: en: chip`.
 */
const LINE = /^[ \t]*# conflict: (.+)$/gm;

/** How it begins. */
export const CONFLICT = '# conflict: ';
const TAKEN_AWAY = '(taken away)';

export function writeConflictLine(key: string, theirs: unknown): string {
  return `${CONFLICT}${key}: ${theirs === undefined ? TAKEN_AWAY : JSON.stringify(theirs)}`;
}

/**
 * Without lines that say twice the same of one thing, or what the row under them says itself: each of two sides may
 * have merged the other before.
 */
export function withoutRepeated(text: string): string {
  if (!text.includes(CONFLICT)) return text;
  let told = new Set<string>();
  const kept = text
    .split('\n')
    .toReversed()
    .filter((line) => {
      const said = line.trim();
      if (!said.startsWith(CONFLICT)) told = new Set([CONFLICT + said]);
      else if (told.has(said)) return false;
      else told.add(said);
      return true;
    });
  return kept.toReversed().join('\n');
}

/** @param theirs the value of that field as it is written; null where they took it away */
export function writeFieldConflict(name: string, theirs: string | null): string {
  return `${CONFLICT}${name}: ${theirs ?? TAKEN_AWAY}`;
}

/** Entries, rows and heads that two sides changed differently, and of which nobody has decided yet. */
export function openConflicts(text: string, file: string): Problem[] {
  if (!text.includes(CONFLICT)) return [];
  const lines = createLines(text, file);
  return [...text.matchAll(LINE)].map(({ 0: line, 1: said = '', index }) => {
    const at = index + line.indexOf('#');
    const message = `somebody else wrote ${said.trim()}; keep what is right, and delete this line`;
    return problemAt(lines, at, 'entry-conflict', message);
  });
}
