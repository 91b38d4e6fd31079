import { type Problem, problemOf } from '../../core/checks/problem.ts';
import type { Language, TermStatus } from '../../core/model/concept.ts';
import { finish, type Slices } from '../../core/model/slices.ts';
import { type ColumnLanguage, languageOfCell } from './column-names.ts';
import type { TermColumn } from './column-traits.ts';
import type { CsvCursor } from './csv-cursor.ts';
import {
  remarkHalf,
  remarkOther,
  remarkSharp,
  remarkStatus,
  remarkThird,
  remarkUnread,
  unclearHeader,
} from './csv-remarks.ts';
import { holdsPreferred, holdsRuledOut, saidOfTerm } from './csv-status.ts';
import { createRemarks, type Remarks } from './remarks.ts';
import { openTable } from './table.ts';
import type { Layout } from './table-layout.ts';
import { plainTerm, readGrammar, readTermCell } from './term-cell.ts';
import { staysAsItIs, worseStatus } from './term-status.ts';
import { createTermbase, type Termbase, type ToolTerm } from './termbase.ts';
import type { GlossaryFile } from './yaml.ts';

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
  if (table.unclear !== null) return { concepts: [], problems: [unclearHeader(rows, table.unclear)] };
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

/** A row, and what is found in it. */
interface Row extends Reading {
  readonly found: RowTerms;
}

/** @param first the language that the row says its first term is of; null where it says none */
function termsOfRow(reading: Reading, first: Language | null): RowTerms {
  const { rows, layout } = reading;
  const found: RowTerms = { terms: { fr: [], en: [] }, isOther: false, isUnknown: false };
  const row = { ...reading, found };
  const isReversed = first !== null && layout.terms.every(({ column, language }) => column > 0 || language !== first);
  for (const column of layout.preferred) if (holdsPreferred(rows, column.column)) addTerms(row, column, 'preferred');
  for (const column of layout.terms)
    if (rows.text(column.column) !== '') addCell(row, column, languageOf(rows, column, isReversed));
  for (const column of layout.ruledOut) if (holdsRuledOut(rows, column.column)) addTerms(row, column, 'deprecated');
  const { fr, en } = found.terms;
  if (en.length === 0) for (const term of keptTerms(fr, reading)) en.push(term);
  return found;
}

/** Terms of a column whose name says their status. */
function addTerms(row: Row, column: TermColumn, status: TermStatus): void {
  const language = column.language ?? 'en';
  for (const term of termsIn(row, column, { status, language, isNamed: true })) row.found.terms[language].push(term);
}

/** The French terms once more, where the row says that they stay as they are. */
function keptTerms(fr: readonly ToolTerm[], { rows, layout }: Reading): ToolTerm[] {
  const target = layout.terms.find(({ marks }) => marks.some((column) => staysAsItIs(rows.text(column))));
  if (target === undefined) return [];
  const { status } = saidOfTerm(rows, target, layout);
  return status === 'unknown' ? [] : fr.map((term) => ({ ...term, status, gender: null }));
}

function addCell(row: Row, column: TermColumn, language: ColumnLanguage | null): void {
  const { rows, layout, remarks, found } = row;
  const { status, said, column: where } = saidOfTerm(rows, column, layout);
  if (language === null || language === 'foreign') found.isOther = true;
  else if (status === 'unknown') {
    found.isUnknown = true;
    remarkStatus(rows, said, where, remarks);
  } else {
    // The gender of a row is that of its French.
    for (const term of termsIn(row, column, { status, language, isNamed: false }))
      found.terms[language].push(language === 'en' ? { ...term, gender: null } : term);
  }
}

function languageOf(rows: CsvCursor, { language, languageAt }: TermColumn, isReversed: boolean): ColumnLanguage | null {
  if (language === null) return languageOfCell(rows.text(languageAt));
  if (isReversed) return language === 'fr' ? 'en' : 'fr';
  return language;
}

/** What is known of the terms of a cell before it is read. */
interface Known {
  readonly status: ToolTerm['status'];
  readonly language: Language;
  /** By the name of its column: such a cell is a list more often than one term with a comma. */
  readonly isNamed: boolean;
}

/** The terms of a cell, but those of which it says itself what nobody knows. */
function termsIn({ rows, remarks, found }: Row, column: TermColumn, { status, language, isNamed }: Known): ToolTerm[] {
  const traits = traitsOf(rows, column);
  // A row that names the grammar of its one term in a cell of its own has nothing but the term in the other.
  const isTermAlone = column.language === null && rows.text(column.grammar) !== '';
  const text = rows.text(column.column);
  const terms = isTermAlone ? [plainTerm(text)] : readTermCell(isNamed ? text.replaceAll(', ', ';') : text, language);
  return terms.flatMap(({ text, partOfSpeech, gender, said, words }) => {
    const worst = worseStatus(status, said);
    if (worst === 'unknown') {
      found.isUnknown = true;
      remarkStatus(rows, words, column.column, remarks);
      return [];
    }
    const grammar = {
      partOfSpeech: partOfSpeech ?? traits?.partOfSpeech ?? null,
      gender: gender ?? traits?.gender ?? null,
    };
    return [{ text, status: worst, ...grammar, place: rows.place(column.column) }];
  });
}

function traitsOf(rows: CsvCursor, { grammar, gender }: TermColumn) {
  if (grammar < 0 && gender < 0) return null;
  const said = readGrammar(rows.text(grammar));
  return {
    partOfSpeech: said?.partOfSpeech ?? null,
    gender: readGrammar(rows.text(gender))?.gender ?? said?.gender ?? null,
  };
}
