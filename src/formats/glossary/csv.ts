import { type Problem, problemOf } from '../../core/checks/problem.ts';
import type { Language } from '../../core/model/concept.ts';
import { finish, type Slices } from '../../core/model/slices.ts';
import { counted } from '../../core/text/counted.ts';
import { quotedShort } from '../../core/text/cut-short.ts';
import { type ColumnLanguage, languageOfCell } from './column-names.ts';
import type { TermColumn } from './column-traits.ts';
import type { CsvCursor } from './csv-cursor.ts';
import { createRemarks, type Remarks } from './remarks.ts';
import { openTable } from './table.ts';
import type { Layout } from './table-layout.ts';
import { plainTerm, readGrammar, readTermCell } from './term-cell.ts';
import {
  readAllowed,
  readForbidden,
  readMarks,
  readRuling,
  readStatus,
  type SaidStatus,
  unknownStatus,
  worseStatus,
} from './term-status.ts';
import { createTermbase, type Termbase, type ToolTerm } from './termbase.ts';
import type { GlossaryFile } from './yaml.ts';

/** Names of columns in a sentence. */
const MOST_NAMES = 8;
/** Rows read between two pauses. */
const SLICE = 500;

/** Reads a table of terms at once; see {@link glossaryCsvSlices}. */
export function parseGlossaryCsv(text: string, file: string): GlossaryFile {
  return finish(glossaryCsvSlices(text, file));
}

/**
 * Reads a table of terms of any tool: DeepL’s two to five columns, OmegaT’s three, or any with a header that names its
 * columns. Rows with one French term are one entry; its first English term is preferred where nothing says otherwise.
 */
export function* glossaryCsvSlices(text: string, file: string): Slices<GlossaryFile> {
  const remarks = createRemarks();
  const table = openTable(text, file, (row) => remarkSharp(row, remarks));
  const { rows, layout } = table;
  if (table.unclear >= 0) return { concepts: [], problems: [unclearHeader(rows, table.unclear)] };
  if (table.first === 'header') remarkUnread(rows, layout, remarks);
  for (const { isFrench, line } of table.lone) remarkHalf(rows, remarks, isFrench ? 'English' : 'French', line);
  const entries = createTermbase(remarks);
  const reading = { rows, layout, entries, remarks };
  if (table.first === 'row') take(reading);
  for (let i = 1; table.next(); i += 1) {
    take(reading);
    if (i % SLICE === 0) yield;
  }
  const problems: Problem[] = [];
  if (rows.unclosed >= 0) {
    const message = 'this quotation mark is never closed; close it, or double it inside a field';
    problems.push({ ...problemOf('csv', rows.place(rows.unclosed), message), excerpt: rows.excerpt(rows.unclosed) });
  }
  const concepts = yield* entries.concepts();
  return { concepts, problems: [...problems, ...remarks.all], isOfPairs: !layout.isTermARow || layout.entry < 0 };
}

interface Reading {
  readonly rows: CsvCursor;
  readonly layout: Layout;
  readonly entries: Termbase;
  readonly remarks: Remarks;
}

/** Takes the row that the table stands at into its entry, or says why it is left out. */
function take(reading: Reading): void {
  const { rows, layout, entries, remarks } = reading;
  const said = layout.languageAt < 0 ? null : languageOfCell(rows.text(layout.languageAt));
  if (said === 'foreign') {
    remarkThird(rows, layout, remarks);
    return;
  }
  const { terms, isOther, isUnknown } = termsOfRow(reading, said);
  const about = { definition: rows.text(layout.definition), domain: rows.text(layout.domain), place: rows.place(0) };
  const entry = rows.text(layout.entry);
  if (layout.isTermARow && entry !== '') entries.addTo(entry, terms, about);
  else if (layout.isTermARow && layout.entry >= 0) remarkOther(rows, remarks);
  else if (terms.fr.length > 0 && terms.en.length > 0) entries.add(terms, about, entry);
  else if (terms.fr.length + terms.en.length > 0 && entries.goOn(entry, terms)) return;
  else if (isUnknown) return;
  else if (isOther) remarkOther(rows, remarks);
  else remarkHalf(rows, remarks, terms.fr.length === 0 ? 'French' : 'English', null);
}

interface RowTerms {
  readonly terms: Readonly<Record<Language, ToolTerm[]>>;
  /** Whether a cell of it is of another language. */
  isOther: boolean;
  /** Whether a term of it has a status that is not known. */
  isUnknown: boolean;
}

/** @param first the language that the row says its first term is of; null where it says none */
function termsOfRow(reading: Reading, first: Language | null): RowTerms {
  const { rows, layout } = reading;
  const found: RowTerms = { terms: { fr: [], en: [] }, isOther: false, isUnknown: false };
  const isReversed = first !== null && layout.terms.every(({ column, language }) => column > 0 || language !== first);
  for (const column of layout.terms)
    if (rows.text(column.column) !== '') addCell(found, column, languageOf(rows, column, isReversed), reading);
  for (const column of layout.ruledOut)
    if (holdsTerms(rows, column.column))
      for (const term of termsIn(rows, column, 'deprecated')) found.terms[column.language ?? 'en'].push(term);
  return found;
}

function addCell(
  found: RowTerms,
  column: TermColumn,
  language: ColumnLanguage | null,
  { rows, layout, remarks }: Reading,
): void {
  const status = statusOf(rows, column, layout);
  if (language === null || language === 'foreign') found.isOther = true;
  else if (status === 'unknown') {
    found.isUnknown = true;
    remarkStatus(rows, column, remarks);
  } else {
    // The gender of a row is that of its French.
    for (const term of termsIn(rows, column, status))
      found.terms[language].push(language === 'en' ? { ...term, gender: null } : term);
  }
}

function languageOf(rows: CsvCursor, { language, languageAt }: TermColumn, isReversed: boolean): ColumnLanguage | null {
  if (language === null) return languageOfCell(rows.text(languageAt));
  if (isReversed) return language === 'fr' ? 'en' : 'fr';
  return language;
}

function termsIn(rows: CsvCursor, column: TermColumn, status: ToolTerm['status']): ToolTerm[] {
  const traits = traitsOf(rows, column);
  // A row that names the grammar of its one term in a cell of its own has nothing but the term in the other.
  const isTermAlone = column.language === null && rows.text(column.grammar) !== '';
  const text = rows.text(column.column);
  const terms = isTermAlone ? [plainTerm(text)] : readTermCell(text);
  return terms.map(({ text, partOfSpeech, gender, ruledOut }) => ({
    text,
    status: ruledOut ?? status,
    partOfSpeech: partOfSpeech ?? traits?.partOfSpeech ?? null,
    gender: gender ?? traits?.gender ?? null,
    place: rows.place(column.column),
  }));
}

/** What the cells beside a term say of its status; what rules it out goes first. */
function statusOf(rows: CsvCursor, term: TermColumn, layout: Layout): SaidStatus {
  const read = (columns: readonly number[], reader: (said: string) => SaidStatus) =>
    columns.map((column) => reader(rows.text(column)));
  const isOfTerms = (at: number) => layout.ruledOut.some(({ column }) => column === at) && holdsTerms(rows, at);
  const said = [
    ...read(
      term.forbidden.filter((column) => !isOfTerms(column)),
      readForbidden,
    ),
    ...read(term.allowed, readAllowed),
    ...read(term.marks, readMarks),
    ...read(term.statuses, readStatus),
    ...read(term.others, readRuling),
  ];
  return said.reduce(worseStatus, null);
}

/** A cell of a column of terms that nobody may use: what is no yes and no status is such a term. */
function holdsTerms(rows: CsvCursor, column: number): boolean {
  return readForbidden(rows.text(column)) === 'unknown';
}

function traitsOf(rows: CsvCursor, { grammar, gender }: TermColumn) {
  if (grammar < 0 && gender < 0) return null;
  const said = readGrammar(rows.text(grammar));
  return {
    partOfSpeech: said?.partOfSpeech ?? null,
    gender: readGrammar(rows.text(gender))?.gender ?? said?.gender ?? null,
  };
}

function at(rows: CsvCursor, column: number) {
  return () => ({ place: rows.place(column), excerpt: rows.excerpt(column) });
}

function unclearHeader(rows: CsvCursor, named: number): Problem {
  const message = `${quotedShort(rows.text(named))} reads like the name of a column, and no column is named for the other language; name them fr and en, or write a line “fr,en” above`;
  return { ...problemOf('csv', rows.place(named), message), excerpt: rows.excerpt(named) };
}

function remarkUnread(rows: CsvCursor, { unread }: Layout, remarks: Remarks): void {
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

function remarkStatus(rows: CsvCursor, column: TermColumn, remarks: Remarks): void {
  const where =
    [...column.forbidden, ...column.allowed, ...column.statuses].find(
      (one) => readStatus(rows.text(one)) === 'unknown',
    ) ?? 0;
  const said = rows.text(where);
  remarks.count(`status ${said}`, at(rows, where), (count) => unknownStatus(said, count));
}

function remarkSharp(rows: CsvCursor, remarks: Remarks): void {
  const say = (count: number) =>
    `${counted(count, 'row begins', 'rows begin')} with “#”, as OmegaT’s remarks do, and ${count === 1 ? 'is' : 'are'} left out; write a space before the sign where it is part of a term`;
  remarks.count('sharp', at(rows, 0), say);
}

function remarkOther(rows: CsvCursor, remarks: Remarks): void {
  const say = (count: number) =>
    `${counted(count, 'row is', 'rows are')} left out, for want of a French and an English term`;
  remarks.count('other', at(rows, 0), say);
}

function remarkThird(rows: CsvCursor, { languageAt }: Layout, remarks: Remarks): void {
  const said = rows.text(languageAt);
  const say = (count: number) =>
    `${counted(count, 'row names', 'rows name')} another language, ${quotedShort(said)}, and ${count === 1 ? 'is' : 'are'} left out; write a line “fr,en,definition” above where that is no language`;
  remarks.count(`third ${said}`, at(rows, languageAt), say);
}

function remarkHalf(rows: CsvCursor, remarks: Remarks, language: string, line: number | null): void {
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
