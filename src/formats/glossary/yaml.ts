import type { Problem } from '../../core/checks/problem.ts';
import type { Concept } from '../../core/model/concept.ts';
import { createLines, type Lines } from '../../core/text/line-and-column.ts';
import { problemAt } from '../problem-at.ts';
import { readYamlEntries } from '../yaml/entries.ts';
import { cutItems } from '../yaml/items.ts';
import { readEntry } from './entry.ts';
import { type KnownItems, readItem, standingAt } from './yaml-item.ts';

/** What a glossary file gives: its sound entries, and every problem of the others. */
export interface GlossaryFile {
  readonly concepts: readonly Concept[];
  readonly problems: readonly Problem[];
  /** Its rows name no entries: what stands together is what has one French term, and may be several entries. */
  readonly isOfPairs?: boolean;
}

/**
 * Reads a YAML glossary, design section 4. Never throws for anything a person can write.
 *
 * @param known is asked what an item says, and told of those it does not know
 */
export function parseGlossaryYaml(text: string, file: string, known: KnownItems = new Map()): GlossaryFile {
  const lines = createLines(text, file);
  const { concepts, problems } = readByItems(text, lines, known) ?? readWhole(text, file, lines);
  return { concepts, problems: [...problems].sort((a, b) => a.line - b.line || a.column - b.column) };
}

/** Null where an item cannot be read alone: what is wrong with it only the whole text tells. */
function readByItems(text: string, lines: Lines, known: KnownItems): GlossaryFile | null {
  const items = cutItems(text);
  if (items === null) return null;
  const problems: Problem[] = [];
  const concepts: Concept[] = [];
  for (const { start, end } of items) {
    const body = text.slice(start, end);
    const item = known.get(body) ?? readItem(body);
    if (item === null) return null;
    known.set(body, item);
    if (item.concept !== null) concepts.push(standingAt(lines.place(start), item.concept));
    for (const { offset, message } of item.problems)
      problems.push(problemAt(lines, start + offset, 'glossary-entry', message));
  }
  return { concepts, problems };
}

function readWhole(text: string, file: string, lines: Lines): GlossaryFile {
  const read = readYamlEntries(text, file);
  const problems: Problem[] = [...read.problems];
  const concepts: Concept[] = [];
  for (const { value, offsetOf } of read.entries) {
    const entry = readEntry(value, (path) => lines.place(offsetOf(path)));
    if (entry.concept !== null) concepts.push(entry.concept);
    for (const { path, message } of entry.problems)
      problems.push(problemAt(lines, offsetOf(path), 'glossary-entry', message));
  }
  return { concepts, problems };
}
