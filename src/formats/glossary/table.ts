import { type CsvCursor, openCsv } from './csv-cursor.ts';
import { BY_POSITION, type Layout, readFirstRow } from './table-layout.ts';

/** A table of terms, opened at its first row of terms. */
export interface Table {
  readonly rows: CsvCursor;
  readonly delimiter: string;
  readonly layout: Layout;
  /** What its first row is: a title or a header are none of its rows. */
  readonly first: 'row' | 'header' | 'none';
  /** Rows before the one it stands at that hold one cell alone, and are no titles. */
  readonly lone: readonly { readonly line: number; readonly isFrench: boolean }[];
  /** The column whose name is known, or -1, where the first row is neither a header nor a row of terms; else null. */
  readonly unclear: number | null;
  /** Goes to the next row of terms. */
  readonly next: () => boolean;
}

/**
 * Opens a table, and reads its first lines: `sep=;` as Excel writes it, remarks, titles, the names of columns.
 *
 * @param onRemark called at each row that reads like OmegaT’s remarks and might be one of terms
 */
export function openTable(text: string, file: string, onRemark: (rows: CsvCursor) => void = () => {}): Table {
  const delimiter = delimiterOf(text, file);
  const rows = openCsv(text, delimiter, file);
  const next = () => {
    while (rows.next()) {
      if (!isRemark(rows, text, file)) return true;
      if (!isLone(rows) && /^#\S/.test(rows.text(0))) onRemark(rows);
    }
    return false;
  };
  const table = { rows, delimiter, layout: BY_POSITION, first: 'none', lone: [], unclear: null, next } as const;
  let found = next();
  if (found && /^sep=.?$/i.test(rows.text(0))) found = next();
  const lone: Table['lone'][number][] = [];
  for (; found && isLone(rows); found = next()) lone.push({ line: rows.place(0).line, isFrench: rows.text(0) !== '' });
  if (!found) return { ...table, lone };
  const read = readFirstRow(rows);
  if (read.kind === 'unclear') return { ...table, unclear: read.named };
  return { ...table, layout: read.layout, first: read.kind, lone: read.kind === 'header' ? [] : lone };
}

/** Lines by which the sign between two cells is found. */
const MOST_LINES = 20;

/** The sign between two cells: what Excel’s first line says, or the one that the most of the first lines have. */
export function delimiterOf(text: string, file: string): string {
  const said = /^\ufeff?"?sep=(.)"?\r?\n/i.exec(text)?.[1];
  if (said !== undefined) return said;
  if (!/\.csv$/i.test(file)) return '\t';
  const lines = text
    .slice(0, 4000)
    .split(/\r\n|\n|\r/)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(0, MOST_LINES);
  const first = lines.find((line) => /[,;\t|]/.test(line)) ?? '';
  const count = (sign: string) => first.split(sign).length;
  const having = (sign: string) => lines.filter((line) => line.includes(sign)).length;
  const isBetter = (one: string, other: string) => having(one) - having(other) || count(one) - count(other);
  const likeliest = [';', '\t'].reduce((best, sign) => (isBetter(sign, best) > 0 ? sign : best), ',');
  return [',', ';', '\t'].every((sign) => count(sign) === 1) && count('|') > 1 ? '|' : likeliest;
}

/** OmegaT’s remark is a line that begins with #; in a table with commas a term may, and behind a space everywhere. */
function isRemark(rows: CsvCursor, text: string, file: string): boolean {
  if (text.charAt(rows.span(0).start) !== '#') return false;
  return !/\.csv$/i.test(file) || rows.text(0).startsWith('# ') || isLone(rows);
}

/** Whether a line of a table is a remark, and no row of terms. */
export function isRemarkLine(line: string, delimiter: string, file: string): boolean {
  const rows = openCsv(line, delimiter, file);
  return rows.next() && isRemark(rows, line, file);
}

function isLone(rows: CsvCursor): boolean {
  let cells = 0;
  for (let column = 0; column < rows.count; column += 1) if (rows.text(column) !== '') cells += 1;
  return cells === 1;
}
