import type { Problem } from '../../core/checks/problem.ts';
import type { Concept } from '../../core/model/concept.ts';
import { createLines } from '../../core/text/line-and-column.ts';
import { problemAt } from '../problem-at.ts';
import { readYamlEntries } from '../yaml/entries.ts';
import { readEntry } from './entry.ts';

/** What a glossary file gives: its sound entries, and every problem of the others. */
export interface GlossaryFile {
  readonly concepts: readonly Concept[];
  readonly problems: readonly Problem[];
  /** Its rows name no entries: what stands together is what has one French term, and may be several entries. */
  readonly isOfPairs?: boolean;
}

/** Reads a YAML glossary, design section 4. Never throws for anything a person can write. */
export function parseGlossaryYaml(text: string, file: string): GlossaryFile {
  const lines = createLines(text, file);
  const read = readYamlEntries(text, file);
  const problems: Problem[] = [...read.problems];
  const concepts: Concept[] = [];
  for (const { value, offsetOf } of read.entries) {
    const entry = readEntry(value, (path) => lines.place(offsetOf(path)));
    if (entry.concept !== null) concepts.push(entry.concept);
    for (const { path, message } of entry.problems)
      problems.push(problemAt(lines, offsetOf(path), 'glossary-entry', message));
  }
  return { concepts, problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) };
}
