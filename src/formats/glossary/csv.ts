import { type Problem, problemOf } from '../../core/checks/problem.ts';
import type { Concept, Language, Term, TermStatus } from '../../core/model/concept.ts';
import type { Place } from '../../core/model/place.ts';
import { finish, type Slices } from '../../core/model/slices.ts';
import { fold } from '../../core/text/characters.ts';
import { numberedSlug, slugOf } from '../../core/text/slug.ts';
import { hasInnerCapitals } from '../../core/words/acronyms.ts';
import { type CsvCursor, openCsv } from './csv-cursor.ts';
import type { GlossaryFile } from './yaml.ts';

/** Which column holds what; -1 for one that is not there. */
export interface Columns {
  readonly source: number;
  readonly target: number;
  readonly definition: number;
  readonly domain: number;
}

/** Column names of the tools whose tables are read: ours, Weblate’s, and plain words. */
const NAMES: Readonly<Record<keyof Columns, readonly string[]>> = {
  source: ['source', 'fr', 'french', 'français', 'source_term'],
  target: ['target', 'en', 'english', 'anglais', 'target_term'],
  definition: ['definition', 'explanation', 'comment', 'note', 'developer_comments', 'translator_comments'],
  domain: ['domain', 'subject', 'subjectfield', 'category'],
};
/** One empty list for all that a table cannot say. */
const NONE: readonly never[] = [];
/** Without a header: DeepL’s two columns, OmegaT’s three with a comment. */
export const BY_POSITION: Columns = { source: 0, target: 1, definition: 2, domain: -1 };

/** Rows read between two pauses. */
const SLICE = 2000;

/** Reads a table of terms at once; see {@link glossaryCsvSlices}. */
export function parseGlossaryCsv(text: string, file: string): GlossaryFile {
  return finish(glossaryCsvSlices(text, file));
}

/**
 * Reads a table of terms: DeepL’s two columns, OmegaT’s three, or any table with a header that names source and
 * target, Weblate’s among them. Rows with one French term are one entry; its first English term is preferred.
 */
export function* glossaryCsvSlices(text: string, file: string): Slices<GlossaryFile> {
  const rows = openCsv(text, delimiterOf(text, file), file);
  const problems: Problem[] = [];
  const entries = createEntries();
  const first = rows.next();
  const header = first ? columnsOf(rows) : null;
  if (first && header === null) take(rows, BY_POSITION, entries, problems);
  while (takeSlice(rows, header ?? BY_POSITION, entries, problems)) yield;
  if (rows.unclosed >= 0) {
    const message = 'this quotation mark is never closed; close it, or double it inside a field';
    problems.push(badCell(rows, rows.unclosed, message));
  }
  return { concepts: entries.concepts, problems };
}

/** Takes some rows; false when there are no more. */
function takeSlice(...[rows, ...others]: Parameters<typeof take>): boolean {
  for (let i = 0; i < SLICE; i += 1) {
    if (!rows.next()) return false;
    take(rows, ...others);
  }
  return true;
}

function take(
  rows: CsvCursor,
  { source, target, definition, domain }: Columns,
  entries: Entries,
  problems: Problem[],
): void {
  const [french, english] = [rows.text(source), rows.text(target)];
  if (french !== '' && english !== '') {
    entries.add(rows, {
      french,
      english,
      source,
      target,
      definition: rows.text(definition),
      domain: rows.text(domain),
    });
    return;
  }
  const message = `the ${french === '' ? 'French' : 'English'} of this row is empty; write it, or delete the row`;
  problems.push(badCell(rows, 0, message));
}

function badCell(rows: CsvCursor, column: number, message: string): Problem {
  return { ...problemOf('csv', rows.place(column), message), excerpt: rows.excerpt(column) };
}

interface Row {
  readonly french: string;
  readonly english: string;
  readonly source: number;
  readonly target: number;
  readonly definition: string;
  readonly domain: string;
}

interface Entries {
  readonly concepts: readonly Concept[];
  add(rows: CsvCursor, row: Row): void;
}

/** Makes an entry of each French term, and adds further renderings to it. */
function createEntries(): Entries {
  const byTerm = new Map<string, Term[]>();
  const ids = new Set<string>();
  const concepts: Concept[] = [];
  return {
    concepts,
    add(rows, { french, english, source, target, definition, domain }) {
      const key = fold(french);
      const others = byTerm.get(key);
      if (others !== undefined) {
        others.push(termOf(english, 'en', 'admitted', rows.place(target)));
        return;
      }
      const at = rows.place(source);
      const en = [termOf(english, 'en', 'preferred', rows.place(target))];
      byTerm.set(key, en);
      concepts.push(
        conceptOf(freeId(ids, english, french), [termOf(french, 'fr', 'preferred', at)], en, definition, domain, at),
      );
    },
  };
}

export function delimiterOf(text: string, file: string): string {
  if (!file.endsWith('.csv')) return '\t';
  const first = text.slice(0, 2000).split(/\r\n|\n|\r/, 1)[0] ?? '';
  const count = (sign: string) => first.split(sign).length;
  return count(';') > count(',') ? ';' : count('\t') > count(',') ? '\t' : ',';
}

/** The columns a first row names, or null when it is a row like the others. */
export function columnsOf(row: CsvCursor): Columns | null {
  const names = Array.from({ length: row.count }, (_, column) => row.text(column).toLowerCase());
  const find = (column: keyof Columns) => names.findIndex((name) => NAMES[column].includes(name));
  const columns = {
    source: find('source'),
    target: find('target'),
    definition: find('definition'),
    domain: find('domain'),
  };
  return columns.source < 0 || columns.target < 0 ? null : columns;
}

/** The English term’s slug; with the French one’s behind it when that is taken. */
function freeId(taken: Set<string>, target: string, source: string): string {
  const plain = slugOf(target) || 'term';
  let id = taken.has(plain) ? slugOf(`${plain} ${slugOf(source)}`) : plain;
  for (let count = 2; taken.has(id); count += 1) id = numberedSlug(plain, count);
  taken.add(id);
  return id;
}

/** A term of a tool’s file, which says no more than its words. */
export function termOf(text: string, language: Language, status: TermStatus, place: Place): Term {
  return {
    text,
    language,
    status,
    partOfSpeech: 'noun',
    gender: null,
    caseExact: hasInnerCapitals(text),
    plural: null,
    forms: NONE,
    why: null,
    place,
  };
}

function conceptOf(id: string, fr: Term[], en: Term[], definition: string, domain: string, place: Place): Concept {
  return {
    id,
    fr,
    en,
    place,
    keep: false,
    definition: definition === '' ? null : definition,
    citation: null,
    domain: domain === '' ? null : domain,
    note: null,
    see: NONE,
    count: 'each',
    except: NONE,
    unless: NONE,
    examples: NONE,
    isExport: true,
  };
}
