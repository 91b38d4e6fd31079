import { type Problem, problemOf } from '../../core/checks/problem.ts';
import { counted } from '../../core/text/counted.ts';
import { quotedShort } from '../../core/text/cut-short.ts';
import type { CsvCursor } from './csv-cursor.ts';
import type { Remarks } from './remarks.ts';
import type { Layout } from './table-layout.ts';
import { unknownStatus } from './term-status.ts';

/** Names of columns in a sentence. */
const MOST_NAMES = 8;

function at(rows: CsvCursor, column: number) {
  return () => ({ place: rows.place(column), excerpt: rows.excerpt(column) });
}

/** @param named the column whose name is known; -1 for none */
export function unclearHeader(rows: CsvCursor, named: number): Problem {
  const names = [0, 1].map((column) => quotedShort(rows.text(column))).join(' and ');
  const message =
    named < 0
      ? `${names} read like the names of columns, and do not say which is French and which is English; name them fr and en, or write a line “fr,en” above where they are terms`
      : `${quotedShort(rows.text(named))} reads like the name of a column, and no column is named for the other language; name them fr and en, or write a line “fr,en” above`;
  const column = Math.max(0, named);
  return { ...problemOf('csv', rows.place(column), message), excerpt: rows.excerpt(column) };
}

export function remarkUnread(rows: CsvCursor, { unread }: Layout, remarks: Remarks): void {
  const [first] = unread;
  if (first === undefined) return;
  const names = unread
    .slice(0, MOST_NAMES)
    .map(({ name }) => quotedShort(name))
    .join(', ');
  const more = unread.length - MOST_NAMES;
  const all = more > 0 ? `${names} and ${counted(more, 'other')}` : names;
  const say = () => (unread.length === 1 ? `the column ${all} is not read` : `the columns ${all} are not read`);
  remarks.count('columns', at(rows, first.column), say);
}

/** @param column where it is said */
export function remarkStatus(rows: CsvCursor, said: string, column: number, remarks: Remarks): void {
  remarks.count(`status ${said}`, at(rows, column), (count) => unknownStatus(said, count));
}

export function remarkSharp(rows: CsvCursor, remarks: Remarks): void {
  const say = (count: number) =>
    `${counted(count, 'row begins', 'rows begin')} with “#”, as OmegaT’s remarks do, and ${count === 1 ? 'is' : 'are'} left out; write a space before the sign where it is part of a term`;
  remarks.count('sharp', at(rows, 0), say);
}

export function remarkOther(rows: CsvCursor, remarks: Remarks): void {
  const say = (count: number) =>
    `${counted(count, 'row is', 'rows are')} left out, for want of a French and an English term`;
  remarks.count('other', at(rows, 0), say);
}

export function remarkThird(rows: CsvCursor, { languageAt }: Layout, remarks: Remarks): void {
  const said = rows.text(languageAt);
  const say = (count: number) =>
    `${counted(count, 'row names', 'rows name')} another language, ${quotedShort(said)}, and ${count === 1 ? 'is' : 'are'} left out; write a line “fr,en,definition” above where that is no language`;
  remarks.count(`third ${said}`, at(rows, languageAt), say);
}

export function remarkHalf(rows: CsvCursor, remarks: Remarks, language: string, line: number | null): void {
  const where = () => {
    const { place, excerpt } = at(rows, 0)();
    return line === null ? { place, excerpt } : { place: { ...place, line, column: 1 }, excerpt: '' };
  };
  remarks.count(
    language,
    where,
    (count) =>
      `${counted(count, 'row has', 'rows have')} no ${language} term, and ${count === 1 ? 'is' : 'are'} left out`,
  );
}
