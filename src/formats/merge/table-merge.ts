import type { BothChanged } from '../../core/changes/undo/merge-parts.ts';
import type { Versions } from '../../core/model/versions.ts';
import { changedOne } from '../../core/text/three-way.ts';
import { CONFLICT, withoutRepeated } from '../conflict-lines.ts';
import { CSV_PARTS } from '../glossary/csv-parts.ts';
import { delimiterOf, isRemarkLine } from '../glossary/table.ts';
import { mergeText } from './merge-text.ts';
import { cellsOf, headOf, inOneLayout } from './table-layouts.ts';

const MARK = '\ufeff';

/**
 * Puts two versions of a table together, row by row, and within a row cell by cell. Where both changed one cell
 * differently ours stays, and theirs stands above the row in a comment `# conflict: …`, which the check finds.
 *
 * @returns null where a row goes on over several lines, both changed the names of the columns, or one took a column
 *   away
 */
export function mergeTables(file: string): (versions: Versions<string>) => string | null {
  return (versions) => {
    const all = Object.values(versions);
    if (all.some(hasLongRows)) return null;
    const mark = versions.ours.startsWith(MARK) ? MARK : '';
    const plain = (text: string) => (text.startsWith(MARK) ? text.slice(1) : text);
    const { base, ours, theirs } = versions;
    const alike = inOneLayout({ base: plain(base), ours: plain(ours), theirs: plain(theirs) }, file);
    if (alike === null) return null;
    const delimiter = delimiterOf(alike.ours, file);
    const heads = new Set(Object.values(alike).map((text) => headOf(text, file)));
    const join = (both: BothChanged) => joinRows(both, { delimiter, file, heads });
    const merged = mergeText(alike, { reader: CSV_PARTS, join, separator: '\n' });
    if (merged === null) return null;
    const text = withoutRepeated(merged);
    return mark + (startsEmpty(alike.ours) ? text : text.replace(/^\r?\n/, ''));
  };
}

/** Whether a quotation mark is open at the end of a line. */
function hasLongRows(text: string): boolean {
  return text.split(/\r\n|\n|\r/).some((line) => line.split('"').length % 2 === 0);
}

function startsEmpty(text: string): boolean {
  return /^\r?\n/.test(text);
}

interface Table {
  readonly delimiter: string;
  readonly file: string;
  readonly heads: ReadonlySet<string | null>;
}

/** Null for lines that say how the others are read. */
function joinRows({ base, ours, theirs }: BothChanged, { delimiter, file, heads }: Table): string | null {
  const cells = (row: string) => cellsOf(row, delimiter, file);
  const merged = base === null ? null : joinCells(cells(base), cells(ours), cells(theirs));
  if (merged !== null) return merged.join(delimiter);
  if (heads.has(ours) || heads.has(theirs) || /^"?sep=/i.test(ours)) return null;
  const isRemark = [ours, theirs].every((line) => isRemarkLine(line, delimiter, file));
  return isRemark ? `${ours}\n${theirs}` : `${CONFLICT}${theirs}\n${ours}`;
}

/** Null where both changed one differently. A cell that a shorter row does not have is empty. */
function joinCells(base: readonly string[], ours: readonly string[], theirs: readonly string[]): string[] | null {
  const longest = Math.max(base.length, ours.length, theirs.length);
  const joined = Array.from({ length: longest }, (_, i) => changedOne(base[i] ?? '', ours[i] ?? '', theirs[i] ?? ''));
  return joined.every((cell) => cell !== null) ? joined : null;
}
