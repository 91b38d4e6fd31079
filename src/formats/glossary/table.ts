import { type CsvCursor, openCsv } from './csv-cursor.ts';
import { BY_POSITION, type Layout, readFirstRow } from './table-layout.ts';

/** A table of terms, opened at its first row of terms. */
export interface Table {
  readonly rows: CsvCursor;
  readonly delimiter: string;
  readonly layout: Layout;
  /** What its first row is: a title or a header are none of its rows. */
  readonly first: 'row' | 'header' | 'none';
  /** A row before the one it stands at that holds one cell alone, and is no title. */
  readonly lone: { readonly line: number; readonly isFrench: boolean } | null;
  /** The column whose name alone is known, where the first row is neither a header nor a row of terms. */
  readonly unclear: number;
  /** Goes to the next row of terms. */
  readonly next: () => boolean;
}

/** Opens a table, and reads its first lines: `sep=;` as Excel writes it, remarks, a title, the names of columns. */
export function openTable(text: string, file: string): Table {
  const delimiter = delimiterOf(text, file);
  const rows = openCsv(text, delimiter, file);
  const next = () => {
    while (rows.next()) if (!isRemark(rows, file)) return true;
    return false;
  };
  const table = { rows, delimiter, layout: BY_POSITION, first: 'none', lone: null, unclear: -1, next } as const;
  let found = next();
  if (found && /^sep=.?$/i.test(rows.text(0))) found = next();
  if (!found) return table;
  const lone = isLone(rows) ? { line: rows.place(0).line, isFrench: rows.text(0) !== '' } : null;
  if (lone !== null && !next()) return { ...table, lone };
  const read = readFirstRow(rows);
  if (read.kind === 'unclear') return { ...table, unclear: read.named };
  return { ...table, layout: read.layout, first: read.kind, lone: read.kind === 'header' ? null : lone };
}

/** The sign between two cells: what Excel’s first line says, or the one that stands most often in the first line. */
function delimiterOf(text: string, file: string): string {
  const said = /^\ufeff?sep=(.)\r?\n/i.exec(text)?.[1];
  if (said !== undefined) return said;
  if (!/\.csv$/i.test(file)) return '\t';
  const first =
    text
      .slice(0, 2000)
      .split(/\r\n|\n|\r/)
      .find((line) => line !== '' && !line.startsWith('#')) ?? '';
  const count = (sign: string) => first.split(sign).length;
  const likeliest = [';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
  return count(likeliest) === 1 && count('|') > 1 ? '|' : likeliest;
}

/** OmegaT’s remark is a line that begins with #; in a table with commas a term may. */
function isRemark(rows: CsvCursor, file: string): boolean {
  const text = rows.text(0);
  return text.startsWith('#') && (!/\.csv$/i.test(file) || text.startsWith('# ') || isLone(rows));
}

function isLone(rows: CsvCursor): boolean {
  let cells = 0;
  for (let column = 0; column < rows.count; column += 1) if (rows.text(column) !== '') cells += 1;
  return cells === 1;
}
