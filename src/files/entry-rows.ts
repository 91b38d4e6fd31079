import { type Concept, isSameEntry, type Language, type Term } from '../core/model/concept.ts';

/** What few entries have otherwise than {@link entryOf} takes it: by its name. */
type Odd<T> = Partial<T>;
type TermRow = readonly [text: string, line: number, column: number, odd?: Odd<Term>];
type Row = readonly [
  id: string,
  line: number,
  column: number,
  fr: readonly TermRow[],
  en: readonly TermRow[],
  odd: Odd<Concept>,
];
/** An entry in a fifth of what it is as JSON; as it is, where it has something that a row has no place for. */
export type EntryRow = Row | Concept;

/** For all that have none. */
const NONE: readonly never[] = [];
const NOTHING = {};

/** @param file where entries are expected to stand */
export function entryRow(concept: Concept, file: string): EntryRow {
  const row: Row = [
    concept.id,
    concept.place.line,
    concept.place.column,
    concept.fr.map(termRow),
    concept.en.map(termRow),
    oddOf(concept, conceptOf([concept.id, 0, 0, NONE, NONE, NOTHING], file), ['fr', 'en']),
  ];
  return isSameEntry(conceptOf(row, file), concept) ? row : concept;
}

/** What {@link entryRow} made a row of: the same file is the same text in all of them. */
export function entryOf(row: EntryRow, file: string): Concept {
  return isRow(row) ? conceptOf(row, file) : row;
}

function isRow(row: EntryRow): row is Row {
  return Array.isArray(row);
}

function termRow(term: Term): TermRow {
  const { text, language, place } = term;
  const odd = oddOf(term, termOf([text, 0, 0], language, ''), []);
  return Object.keys(odd).length === 0 ? [text, place.line, place.column] : [text, place.line, place.column, odd];
}

/** What is otherwise than usual, but for the place and some more. */
function oddOf<T extends object>(one: T, usual: T, but: readonly (keyof T)[]): Odd<T> {
  const keys = (Object.keys(one) as (keyof T)[]).filter((key) => key !== 'place' && !but.includes(key));
  const odd = keys.filter((key) => one[key] !== usual[key] && !isNone(one[key]));
  return Object.fromEntries(odd.map((key) => [key, one[key]])) as Odd<T>;
}

function isNone(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function conceptOf([id, line, column, fr, en, odd]: Row, file: string): Concept {
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

function termOf([text, line, column, odd = NOTHING]: TermRow, language: Language, file: string): Term {
  const { status = 'preferred', partOfSpeech = 'noun', inferred = true, gender = null } = odd;
  const { caseExact = false, plural = null, forms = NONE, why = null } = odd;
  return {
    text,
    language,
    status,
    partOfSpeech,
    inferred,
    gender,
    caseExact,
    plural,
    forms,
    why,
    place: { file, line, column },
  };
}
