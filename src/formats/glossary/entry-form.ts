import { isEmptyList } from '../../core/model/empty-list.ts';
import type { ValueProblem } from '../schema-problems.ts';
import type { PlainEntry } from './plain-entry.ts';
import { ENTRY_KEY_NAMES, ENTRY_KEYS, type EntryKey, type KeyField } from './schema.ts';

/** One term as the fields of a form hold it; '' for what is not said. */
export interface TermFields {
  readonly term: string;
  readonly why: string;
  readonly pos: string;
  readonly gender: string;
  readonly status: string;
  readonly case: string;
  readonly plural: string;
  /** Separated by semicolons. */
  readonly forms: string;
}

/** An entry as the fields of a form hold it; lists of texts are one a line, ids one a word. */
export type EntryFields = { readonly [K in EntryKey]: string } & {
  readonly id: string;
  readonly keep: boolean;
  readonly fr: readonly TermFields[];
  readonly en: readonly TermFields[];
  readonly not: readonly TermFields[];
};

const NO_TERM: TermFields = { term: '', why: '', pos: '', gender: '', status: '', case: '', plural: '', forms: '' };
const TERM_PARTS = Object.keys(NO_TERM) as readonly (keyof TermFields)[];
/** Terms of one kind that a form may hold. */
const MOST_TERMS = 100;

/** The fields of an entry, with one empty row behind each list of terms. */
export function fieldsOf(entry: Partial<PlainEntry>): EntryFields {
  const rows = (terms: readonly unknown[] | undefined) => [...(terms ?? []).map(termFields), NO_TERM];
  const texts = ENTRY_KEY_NAMES.map((key) => [key, fieldText(entry[key], ENTRY_KEYS[key].separator)]);
  return {
    ...(Object.fromEntries(texts) as { [K in EntryKey]: string }),
    id: entry.id ?? '',
    keep: entry.keep !== undefined,
    fr: rows(entry.keep === undefined ? entry.fr : [entry.keep]),
    en: rows(entry.en),
    not: rows(entry.not),
  };
}

/** A list with what its separator finds between its items. */
function fieldText(value: string | readonly string[] | undefined, separator: RegExp | null): string {
  if (value === undefined || typeof value === 'string') return value ?? '';
  return value.join(separator?.test(',') === true ? ', ' : '\n');
}

function termFields(term: unknown): TermFields {
  if (typeof term === 'string') return { ...NO_TERM, term };
  const { forms, ...others } = term as Partial<Record<keyof TermFields, string>> & { forms?: readonly string[] };
  return { ...NO_TERM, ...others, forms: (forms ?? []).join('; ') };
}

/** The entry that a sent form describes, as one would write it; not checked yet. Rows without a term do not count. */
export function entryOfForm(sent: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const field = (name: string) => textOf(sent[name]);
  const terms = (kind: string) =>
    Array.from({ length: MOST_TERMS }, (_, i) => termOfForm(sent, `${kind}.${i}.`)).filter((term) => term !== null);
  const [french, english, ruledOut] = [terms('fr'), terms('en'), terms('not')];
  const entry: Record<string, unknown> = { id: field('id'), not: ruledOut };
  if (field('keep') === '') Object.assign(entry, { fr: french, en: english });
  // Terms beside a name are kept, so that the check can say that there must be none.
  else Object.assign(entry, { keep: french[0] ?? '', fr: french.slice(1), en: english });
  for (const key of ENTRY_KEY_NAMES) entry[key] = partsOf(field(key), ENTRY_KEYS[key].separator);
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== '' && !isEmptyList(value)));
}

function partsOf(text: string, separator: RegExp | null): string | string[] {
  if (separator === null) return text;
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '';
}

/** A term that says nothing of its forms is its text alone. */
function termOfForm(sent: Readonly<Record<string, unknown>>, prefix: string): unknown {
  const parts = TERM_PARTS.map((part) => [part, textOf(sent[prefix + part])] as const).filter(
    ([, text]) => text !== '',
  );
  const term = Object.fromEntries(parts) as Partial<Record<keyof TermFields, unknown>>;
  if (term.term === undefined) return null;
  if (typeof term.forms === 'string') term.forms = term.forms.split(';').flatMap((form) => form.trim() || []);
  return parts.length === 1 ? term.term : term;
}

/** Which field each problem of an entry belongs to: `fr.0.pos`; '' for the entry as a whole. One problem a field. */
export function problemsByField(problems: readonly ValueProblem[]): Record<string, string> {
  const found: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const { path, message } of problems) found[fieldAt(path, message)] ??= message;
  return found;
}

function fieldAt(path: readonly PropertyKey[], message: string): string {
  const [key, row, part] = path.map(String);
  if (key === undefined) return /^(fr|en):/.exec(message)?.[1]?.concat('.0.term') ?? '';
  if (key === 'keep') return 'fr.0.term';
  if (key !== 'fr' && key !== 'en' && key !== 'not') return key;
  return `${key}.${row ?? 0}.${part === undefined || part === '0' ? 'term' : part}`;
}

/** A key of an entry as a form shows it. */
export interface FormField extends KeyField {
  readonly name: string;
}

const FIELDS: readonly FormField[] = ENTRY_KEY_NAMES.map((name) => ({ name, ...ENTRY_KEYS[name] }))
  .filter(({ name }) => name !== 'count')
  .map(({ name, label, rows, lang }) => ({ name, label, rows, lang }));
/** Keys with several lines of text, and those with one. How to count is chosen from a list of its own. */
export const AREAS = FIELDS.filter(({ rows }) => rows > 1);
export const LINES = FIELDS.filter(({ rows }) => rows === 1);
