import { conceptVersion } from '../../core/changes/concept-version.ts';
import { describeImpact, type Impact } from '../../core/changes/impact.ts';
import type { Snapshot } from '../../core/changes/library.ts';
import type { Concept } from '../../core/model/concept.ts';
import type { FieldConflict } from '../../core/text/merge-records.ts';
import { AREAS, type EntryFields, type FormField, fieldsOf, LINES } from '../../formats/glossary/entry-form.ts';
import { isEditable } from '../../formats/glossary/kinds.ts';
import { type PlainEntry, plainEntry } from '../../formats/glossary/plain-entry.ts';
import type { Frame } from './frame.ts';

/** views/partials/entry-form.ejs: one entry of the glossary, to be written. */
export interface EntryForm {
  /** Where it is sent. */
  readonly action: string;
  readonly fields: EntryFields;
  /** Keys of several lines and of one. */
  readonly areas: readonly FormField[];
  readonly lines: readonly FormField[];
  /** Version that the form was made over; null for a new entry. */
  readonly version: string | null;
  /** That version, as JSON, for a merge when it is no longer the newest. */
  readonly base: string;
  /** Files that take entries; only for a new one. */
  readonly files: readonly string[];
  readonly file: string;
  /** Where to go after a new entry is saved; '' for its own page. */
  readonly back: string;
  /** Sentences by field, `fr.0.term`; '' for the entry as a whole. */
  readonly errors: Readonly<Record<string, string>>;
  readonly impact: ImpactView | null;
  /** What somebody else changed meanwhile; null when nothing was refused. */
  readonly conflicts: readonly ConflictView[] | null;
  /** Why it was not saved. */
  readonly failure: string | null;
  /** Whether somebody is at work on it. */
  readonly isSent: boolean;
}

/** What a change would touch. */
export interface ImpactView {
  readonly summary: string;
  readonly units: readonly {
    readonly href: string;
    readonly label: string;
    readonly becomesStale: boolean;
    readonly terms: readonly { readonly text: string; readonly before: string; readonly after: string }[];
  }[];
  /** Units that are not listed. */
  readonly more: number;
  readonly findings: readonly string[];
}

/** A field that two people changed; each value as one would write it. */
export interface ConflictView {
  readonly key: string;
  readonly base: string;
  readonly yours: string;
  readonly theirs: string;
}

/** views/add-term.ejs */
export interface AddTermPage extends Frame {
  readonly form: EntryForm;
}

const NO_STATE = {
  ...{ areas: AREAS, lines: LINES },
  ...{ errors: {}, impact: null, conflicts: null, failure: null, isSent: false },
  ...{ files: [], back: '' },
} as const;

/** The form of an entry that is there. */
export function formOf(concept: Concept): EntryForm {
  const entry = plainEntry(concept);
  return {
    ...NO_STATE,
    action: `/glossary/${concept.id}`,
    fields: fieldsOf(entry),
    version: conceptVersion(concept),
    base: JSON.stringify(entry),
    file: concept.place.file,
  };
}

/** The form of an entry to come. */
export function newForm(
  entry: Partial<PlainEntry>,
  { glossaryFiles }: Snapshot,
  file: string,
  back: string,
): EntryForm {
  const files = glossaryFiles.filter(isEditable);
  return {
    ...NO_STATE,
    action: '/add-term',
    fields: fieldsOf(entry),
    version: null,
    base: '{}',
    files: files.length > 0 ? files : [FIRST_FILE],
    file: files.includes(file) ? file : (files[0] ?? FIRST_FILE),
    back,
  };
}

/** Where entries go while there is no glossary. */
export const FIRST_FILE = 'glossary/terms.yaml';

/** Units of an impact that are listed. */
const MOST_UNITS = 50;

export function impactView(impact: Impact): ImpactView {
  return {
    summary: describeImpact(impact),
    findings: impact.findings,
    more: Math.max(0, impact.units.length - MOST_UNITS),
    units: impact.units.slice(0, MOST_UNITS).map(({ slug, unit, terms, becomesStale }) => ({
      href: `/articles/${slug}#${unit}`,
      label: `${slug} ¶${unit.slice(1)}`,
      becomesStale,
      terms: terms.map(({ text, before, after }) => ({ text, before: before ?? 'no term', after: after ?? 'no term' })),
    })),
  };
}

export function conflictViews(conflicts: readonly FieldConflict[]): ConflictView[] {
  const written = (value: unknown) =>
    value === undefined ? '(nothing)' : typeof value === 'string' ? value : listed(value);
  return conflicts.map(({ key, base, yours, theirs }) => ({
    key,
    base: written(base),
    yours: written(yours),
    theirs: written(theirs),
  }));
}

/** Terms as words, with their rules in brackets. */
function listed(value: unknown): string {
  if (!Array.isArray(value)) return termText(value);
  return value.map(termText).join(', ');
}

function termText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { term, ...rules } = value as Record<string, unknown>;
  return `${String(term)} (${Object.values(rules).flat().map(String).join(', ')})`;
}
