import type { TermColumn } from './column-traits.ts';
import type { CsvCursor } from './csv-cursor.ts';
import { readRemarkOn } from './remark-status.ts';
import type { Layout } from './table-layout.ts';
import {
  isAnswer,
  readAllowed,
  readForbidden,
  readMarks,
  readPreferred,
  readProgress,
  readReplaced,
  readRuling,
  readSettled,
  readStatus,
  type SaidStatus,
  saysNo,
  worseStatus,
} from './term-status.ts';

/** What a row says of a term, and in which column. */
export interface SaidInRow {
  readonly status: SaidStatus;
  /** Its words; behind the name of its column where they are no more than a yes or a no. */
  readonly said: string;
  readonly column: number;
}

const NOTHING: SaidInRow = { status: null, said: '', column: 0 };

/** What the cells beside a term say of its status; what rules it out goes first. */
export function saidOfTerm(rows: CsvCursor, term: TermColumn, layout: Layout): SaidInRow {
  let worst = NOTHING;
  const take = (columns: readonly number[], read: (said: string) => SaidStatus, name = '') => {
    for (const column of columns) {
      const text = rows.text(column);
      const status = read(text);
      if (status === null || worseStatus(worst.status, status) === worst.status) continue;
      worst = { status, said: name !== '' && isAnswer(text) ? `${name}: ${text}` : text, column };
    }
  };
  const isRuledElsewhere = term.forbidden.length + term.allowed.length + term.statuses.length > 0;
  const readOfPreferred = (said: string) => (isRuledElsewhere && saysNo(said) ? null : readPreferred(said));
  for (const column of term.forbidden) if (!isOfTerms(rows, column, layout)) take([column], readForbidden, 'forbidden');
  take(term.allowed, readAllowed, 'allowed');
  for (const column of term.preferred)
    if (!goesFirst(rows, column, layout)) take([column], readOfPreferred, 'preferred');
  take(term.replaced, readReplaced);
  take(term.progress, readProgress, 'to be checked');
  take(term.settled, readSettled, 'settled');
  take(term.marks, readMarks);
  take(term.statuses, readStatus);
  take(term.others, readRuling);
  const terms = () => layout.terms.map(({ column }) => rows.text(column));
  take(term.remarks, (said) => readRemarkOn(terms(), said));
  return worst;
}

/** A cell of a column of terms that nobody may use: what is no yes and no status is such a term. */
export function holdsRuledOut(rows: CsvCursor, column: number): boolean {
  return readForbidden(rows.text(column)) === 'unknown';
}

/** A cell of a column of terms that go first, which is more than a yes or a no. */
export function holdsPreferred(rows: CsvCursor, column: number): boolean {
  const said = rows.text(column);
  return !saysNo(said) && readPreferred(said) === 'unknown';
}

function isOfTerms(rows: CsvCursor, at: number, { ruledOut }: Layout): boolean {
  return ruledOut.some(({ column }) => column === at) && holdsRuledOut(rows, at);
}

function goesFirst(rows: CsvCursor, at: number, { preferred }: Layout): boolean {
  return preferred.some(({ column }) => column === at) && holdsPreferred(rows, at);
}
