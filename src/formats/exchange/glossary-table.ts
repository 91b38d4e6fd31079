import type { Concept, Language, Term } from '../../core/model/concept.ts';
import { guarded, isFormula } from '../../core/text/formula.ts';
import { acceptedPairs, onePairEach } from './term-rows.ts';

const LANGUAGES: readonly Language[] = ['fr', 'en'];
/** A row for each term, as termbases are exported; our own reader knows every column again. */
const COLUMNS = 'concept id,language,term,status,part of speech,gender,definition,domain,note'.split(',');
const MARK = '\ufeff';

/** All that a table can say of the glossary, with commas; a mark in front tells Excel that it is UTF-8. */
export function* writeCsv(concepts: readonly Concept[]): Generator<string> {
  yield MARK + rowOf(COLUMNS, ',');
  for (const row of termRows(concepts)) yield rowOf(row, ',');
}

/** As {@link writeCsv}, with tabs. */
export function* writeTsv(concepts: readonly Concept[]): Generator<string> {
  yield rowOf(COLUMNS, '\t');
  for (const row of termRows(concepts)) yield rowOf(row, '\t');
}

/**
 * OmegaT’s glossary: French, English, a remark, with tabs and without quotation marks. What is ruled out is not in it.
 */
export function* writeOmegat(concepts: readonly Concept[]): Generator<string> {
  yield '# French\tEnglish\tRemark\n';
  for (const { concept, fr, en } of acceptedPairs(concepts))
    yield `${behindSharp([fr.text, en.text, concept.definition ?? ''].map(oneLine).join('\t'))}\n`;
}

/** A line that begins with # would be a remark, which OmegaT leaves out; a space before the sign makes a term of it. */
function behindSharp(line: string): string {
  return line.startsWith('#') ? ` ${line}` : line;
}

/**
 * DeepL’s table: French, English and their languages, no header, each French term once. DeepL would take the apostrophe
 * that keeps a formula from being carried out for a part of the term, so that such terms are left out.
 */
export function* writeDeepl(concepts: readonly Concept[]): Generator<string> {
  for (const { fr, en } of onePairEach(concepts))
    if (!isFormula(fr.text) && !isFormula(en.text)) yield rowOf([fr.text, en.text, 'fr', 'en'], ',');
}

function* termRows(concepts: readonly Concept[]): Generator<readonly string[]> {
  for (const concept of concepts)
    for (const language of LANGUAGES)
      for (const [i, term] of concept[language].entries()) yield termRow(concept, term, language === 'fr' && i === 0);
}

/** What is said of the whole entry stands in its first row. */
function termRow({ id, definition, domain, note }: Concept, term: Term, isFirst: boolean): string[] {
  const about = isFirst ? [definition ?? '', domain ?? '', note ?? ''] : ['', '', term.why ?? ''];
  return [id, term.language, term.text, term.status, term.partOfSpeech, term.gender ?? '', ...about];
}

function rowOf(cells: readonly string[], delimiter: string): string {
  return `${cells.map((cell) => cellOf(cell, delimiter)).join(delimiter)}\r\n`;
}

function cellOf(text: string, delimiter: string): string {
  const safe = guarded(text);
  return safe.includes(delimiter) || /["\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
