import { type Concept, type Language, PARTS_OF_SPEECH, TERM_STATUSES, type Term } from './concept.ts';
import { isEmptyList } from './empty-list.ts';
import type { Place } from './place.ts';

type TermRow = readonly [text: string, line: number, column: number, odd?: Partial<Term>];
type Row = readonly [
  id: string,
  line: number,
  column: number,
  fr: readonly TermRow[],
  en: readonly TermRow[],
  odd?: Partial<Concept>,
];
/**
 * An entry in a quarter of what it is as JSON: what few entries have otherwise stands at its end, by its name. As it
 * is, where it has something that a row has no place for.
 */
export type EntryRow = Row | Concept;

/** For all that have none. */
const NONE: readonly never[] = [];
const NOTHING = {};
/** What has a place of its own in a row, or follows from it. */
const PLACED: ReadonlySet<string> = new Set(['id', 'fr', 'en', 'text', 'language', 'place']);
const USUAL_TERM = usualOf(termOf(['', 0, 0], 'fr', ''));
const USUAL = usualOf(conceptOf(['', 0, 0, NONE, NONE], ''));

/** @param file where entries are expected to stand */
export function entryRow(concept: Concept, file: string): EntryRow {
  const { id, place, fr, en } = concept;
  const odd = oddOf(concept, USUAL);
  const [french, english] = [termRows(fr, 'fr', file), termRows(en, 'en', file)];
  if (odd === null || french === null || english === null || !isPlain(place, file)) return concept;
  const row = [id, place.line, place.column, french, english] as const;
  return odd === NOTHING ? row : [...row, odd];
}

/** What {@link entryRow} made a row of. */
export function entryOf(row: EntryRow, file: string): Concept {
  return isRow(row) ? conceptOf(row, file) : row;
}

function isRow(row: EntryRow): row is Row {
  return Array.isArray(row);
}

function termRows(terms: readonly Term[], language: Language, file: string): readonly TermRow[] | null {
  const rows: TermRow[] = [];
  for (const term of terms) {
    const { text, place } = term;
    const odd = oddOf(term, USUAL_TERM);
    if (odd === null || term.language !== language || !isPlain(place, file)) return null;
    rows.push(odd === NOTHING ? [text, place.line, place.column] : [text, place.line, place.column, odd]);
  }
  return rows;
}

function isPlain(place: Place, file: string): boolean {
  return place.file === file && Object.keys(place).length === 3;
}

/** How an entry or a term is otherwise than by its row. */
interface Usual<T> {
  /** How many properties it has. */
  readonly size: number;
  /** Those without a place in a row. */
  readonly values: readonly (readonly [key: keyof T, value: T[keyof T]])[];
}

function usualOf<T extends object>(one: T): Usual<T> {
  const keys = Object.keys(one) as (keyof T & string)[];
  return { size: keys.length, values: keys.filter((key) => !PLACED.has(key)).map((key) => [key, one[key]]) };
}

/** What is otherwise than usual; null where it has other properties. */
function oddOf<T extends object>(one: T, { size, values }: Usual<T>): Partial<T> | null {
  if (Object.keys(one).length !== size) return null;
  let odd: Partial<T> | null = null;
  for (const [key, usual] of values) {
    const value = one[key];
    if (value === usual || isEmptyList(value)) continue;
    if (value === undefined) return null;
    odd ??= {};
    odd[key] = value;
  }
  return odd ?? NOTHING;
}

function conceptOf([id, line, column, fr, en, odd = NOTHING]: Row, file: string): Concept {
  const { definition = null, citation = null, domain = null, note = null, keep = false, count = 'each' } = odd;
  const { see = NONE, except = NONE, unless = NONE, examples = NONE } = odd;
  return {
    id,
    fr: fr.map((term) => termOf(term, 'fr', file)),
    en: en.map((term) => termOf(term, 'en', file)),
    keep,
    definition,
    citation,
    domain,
    note,
    see,
    except,
    unless,
    count,
    examples,
    place: { file, line, column },
  };
}

/** The string of a list that equals another: those that are read from bytes are a copy each. */
function ownOf<T extends string>(list: readonly T[], read: T): T {
  return list.find((own) => own === read) ?? read;
}

function termOf([text, line, column, odd = NOTHING]: TermRow, language: Language, file: string): Term {
  const { status = 'preferred', partOfSpeech = 'noun', inferred = true, gender = null } = odd;
  const { caseExact = false, plural = null, forms = NONE, why = null } = odd;
  return {
    text,
    language,
    status: ownOf(TERM_STATUSES, status),
    partOfSpeech: ownOf(PARTS_OF_SPEECH, partOfSpeech),
    inferred,
    gender,
    caseExact,
    plural,
    forms,
    why,
    place: { file, line, column },
  };
}
