import { fold } from '../core/characters.ts';
import { type Concept, hasInnerCapitals, type Language, type Term, type TermStatus } from '../core/concept.ts';
import { createLines, type Lines } from '../core/lines.ts';
import type { Place, Problem } from '../core/problem.ts';
import { slugOf } from '../core/slug.ts';
import { type CsvRow, type Field, parseCsv } from './csv.ts';
import type { GlossaryFile } from './glossary-yaml.ts';
import { problemAt } from './problems.ts';

/** Which column holds what; -1 for one that is not there. */
interface Columns {
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
const BY_POSITION: Columns = { source: 0, target: 1, definition: 2, domain: -1 };

/**
 * Reads a table of terms: DeepL’s two columns, OmegaT’s three, or any table with a header that names source and
 * target, Weblate’s among them. Rows with one French term are one entry; its first English term is preferred.
 */
export function parseGlossaryCsv(text: string, file: string): GlossaryFile {
  const lines = createLines(text, file);
  const { rows, unclosed } = parseCsv(text, delimiterOf(text, file));
  const problems: Problem[] = [];
  if (unclosed >= 0)
    problems.push(
      problemAt(lines, unclosed, 'csv', 'this quotation mark is never closed; close it, or double it inside a field'),
    );
  const header = columnsOf(rows[0]);
  const entries = new Map<string, { source: Field; definition: string; domain: string; targets: Field[] }>();
  for (const { fields } of header === null ? rows : rows.slice(1)) {
    const columns = header ?? BY_POSITION;
    const source = fields[columns.source];
    const target = fields[columns.target];
    if (!source?.text || !target?.text) {
      problems.push(missingCell(lines, fields, source));
      continue;
    }
    const key = fold(source.text);
    const entry = entries.get(key);
    if (entry !== undefined) entry.targets.push(target);
    else {
      const [definition, domain] = [fields[columns.definition]?.text ?? '', fields[columns.domain]?.text ?? ''];
      entries.set(key, { source, definition, domain, targets: [target] });
    }
  }
  const ids = new Set<string>();
  const concepts = [...entries.values()].map(({ source, targets, definition, domain }) => {
    const place = (field: Field) => lines.place(field.offset);
    const fr = [termOf(source.text, 'fr', 'preferred', place(source))];
    const en = targets.map((target, i) => termOf(target.text, 'en', i === 0 ? 'preferred' : 'admitted', place(target)));
    return conceptOf(freeId(ids, targets[0]?.text ?? '', source.text), fr, en, definition, domain, place(source));
  });
  return { concepts, problems };
}

function delimiterOf(text: string, file: string): string {
  if (!file.endsWith('.csv')) return '\t';
  const first = text.slice(0, 2000).split(/\r\n|\n|\r/, 1)[0] ?? '';
  const count = (sign: string) => first.split(sign).length;
  return count(';') > count(',') ? ';' : count('\t') > count(',') ? '\t' : ',';
}

/** The columns a first row names, or null when it is a row like the others. */
function columnsOf(row: CsvRow | undefined): Columns | null {
  const names = (row?.fields ?? []).map(({ text }) => text.toLowerCase());
  const find = (column: keyof Columns) => names.findIndex((name) => NAMES[column].includes(name));
  const columns = {
    source: find('source'),
    target: find('target'),
    definition: find('definition'),
    domain: find('domain'),
  };
  return columns.source < 0 || columns.target < 0 ? null : columns;
}

function missingCell(lines: Lines, fields: readonly Field[], source: Field | undefined): Problem {
  const [first] = fields;
  const message = source?.text
    ? 'the English of this row is empty; write it, or delete the row'
    : 'the French of this row is empty; write it, or delete the row';
  return problemAt(lines, first?.offset ?? 0, 'csv', message);
}

/** The English term’s slug; with the French one’s behind it when that is taken. */
function freeId(taken: Set<string>, target: string, source: string): string {
  const plain = slugOf(target) || 'term';
  let id = taken.has(plain) ? `${plain}-${slugOf(source)}` : plain;
  for (let count = 2; taken.has(id); count += 1) id = `${plain}-${count}`;
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
    examples: NONE,
  };
}
