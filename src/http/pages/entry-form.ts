import { AREAS, type EntryFields, LINES, type TermFields } from '../../formats/glossary/entry-form.ts';
import type { ConflictView } from './entry-conflicts.ts';
import type { ImpactView } from './impact-view.ts';
import { joined } from './wording.ts';
import type { WrittenEntry } from './written-entry.ts';

/** views/partials/entry-form.ejs: one entry of the glossary, to be written. */
export interface EntryForm {
  readonly action: string;
  /** Id of the entry; '' for a new one. */
  readonly entry: string;
  readonly isNew: boolean;
  readonly version: string | null;
  readonly base: string;
  readonly back: string;
  readonly failure: string | null;
  readonly conflicts: readonly ConflictView[] | null;
  /** What is wrong with the entry as a whole; null when nothing is. */
  readonly wrong: string | null;
  readonly groups: readonly TermGroup[];
  /** Whether it is a name that stays as it is. */
  readonly keep: boolean;
  /** Fields of several lines. */
  readonly areas: readonly (Field & { readonly rows: number; readonly lang: string | null })[];
  /** Fields of one line. */
  readonly lines: readonly (Field & { readonly placeholder: string | null })[];
  readonly counts: readonly Choice[];
  /** Files that take a new entry. */
  readonly files: readonly Choice[];
  readonly impact: ImpactView & { readonly isShown: boolean };
}

/** A field of the form; `wrong` says what to write instead, or null. */
interface Field {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly wrong: string | null;
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly isChosen: boolean;
}

/** The terms of one kind: French, English, ruled out. */
interface TermGroup {
  readonly kind: string;
  readonly title: string;
  readonly language: string;
  readonly advice: string;
  /** Says why not, and has no further forms. */
  readonly isRuledOut: boolean;
  /** Whether the question for a name stands under it. */
  readonly asksForName: boolean;
  readonly rows: readonly TermRow[];
}

interface TermRow {
  /** What the names of its fields begin with: `fr.0.` */
  readonly name: string;
  /** “French 1” */
  readonly label: string;
  readonly term: string;
  readonly why: string;
  readonly forms: string;
  readonly wrong: string | null;
  /** Ids of what explains the field, separated by spaces. */
  readonly describedBy: string;
  /** Whether a rule has to be corrected. */
  readonly isOpen: boolean;
  /** The rules that are set, in one line; '' for none. */
  readonly set: string;
  readonly rules: readonly RuleField[];
}

type RuleField = Omit<Field, 'value'> & { readonly choices: readonly Choice[] };

const GROUPS = [
  { kind: 'fr', title: 'French', language: 'fr', advice: 'The preferred term first; further terms are found too.' },
  { kind: 'en', title: 'English', language: 'en', advice: 'The preferred term first; further terms are accepted.' },
  { kind: 'not', title: 'Ruled out', language: 'en', advice: 'English that must not stand for it, and why.' },
] as const;
const RULES = [
  { key: 'pos', label: 'Part of speech', values: ['noun', 'verb', 'adjective', 'adverb', 'properNoun', 'other'] },
  { key: 'gender', label: 'Gender', values: ['m', 'f'] },
  { key: 'status', label: 'Status', values: ['preferred', 'admitted', 'deprecated', 'superseded'] },
  { key: 'case', label: 'Capitals', values: ['exact', 'any'] },
  { key: 'plural', label: 'Plural', values: ['none'] },
] as const;
const ID = { name: 'id', label: 'Id', placeholder: 'follows from the English' } as const;
const COUNTS = { each: 'each time', unit: 'once a paragraph' };
const NO_IMPACT: ImpactView = { summary: '', units: [], more: 0, findings: [] };

type Errors = WrittenEntry['errors'];

export function entryForm(written: WrittenEntry): EntryForm {
  const { id, action, version, base, back, failure, conflicts, fields, errors, impact } = written;
  const field = <F extends { readonly name: string }>(one: F) => ({
    ...one,
    value: String(fields[one.name as keyof EntryFields]),
    wrong: wrongIn(errors, one.name),
  });
  return {
    ...{ action, version, base, back, failure, conflicts },
    entry: id ?? '',
    isNew: id === null,
    wrong: wrongIn(errors, ''),
    groups: GROUPS.map((group) => termGroup(group, fields, errors)),
    keep: fields.keep,
    areas: AREAS.map(field),
    lines: [...LINES.map((line) => ({ ...line, placeholder: null })), ID].map(field),
    counts: Object.entries(COUNTS).map(([value, label]) => ({ value, label, isChosen: fields.count === value })),
    files: written.files.map((file) => ({ value: file, label: file, isChosen: file === written.file })),
    impact: { ...(impact ?? NO_IMPACT), isShown: impact !== null },
  };
}

function wrongIn(errors: Errors, name: string): string | null {
  return Object.hasOwn(errors, name) ? (errors[name] ?? null) : null;
}

type Group = (typeof GROUPS)[number];

function termGroup(group: Group, fields: EntryFields, errors: Errors): TermGroup {
  const rules = RULES.filter(({ key }) => isAsked(key, group, fields));
  return {
    ...group,
    isRuledOut: group.kind === 'not',
    asksForName: group.kind === 'fr',
    rows: fields[group.kind].map((term, i) => ({
      ...termRow(group, term, i, errors),
      rules: rules.map((rule) => ruleField(rule, `${group.kind}.${i}.`, term, errors)),
    })),
  };
}

/** Only English has words without a plural, and names, which are the same; what is ruled out has no standing. */
function isAsked(rule: Rule['key'], { kind }: Group, { keep }: EntryFields): boolean {
  if (kind === 'not') return rule !== 'gender' && rule !== 'status';
  return rule !== 'plural' || kind === 'en' || keep;
}

function termRow({ kind, title }: Group, fields: TermFields, row: number, errors: Errors): Omit<TermRow, 'rules'> {
  const name = `${kind}.${row}.`;
  const { term, why, forms, pos, gender, status, plural } = fields;
  const wrong = wrongIn(errors, `${name}term`);
  return {
    ...{ name, term, why, forms, wrong },
    label: `${title} ${row + 1}`,
    describedBy: joined([`${kind}-advice`, wrong === null ? null : `${name}term-wrong`], ' '),
    isOpen: [...RULES.map(({ key }) => key), 'forms'].some((key) => wrongIn(errors, name + key) !== null),
    set: joined([pos, gender, status, fields.case, plural === '' ? null : 'no plural', forms], ', '),
  };
}

type Rule = (typeof RULES)[number];

function ruleField({ key, label, values }: Rule, row: string, fields: TermFields, errors: Errors): RuleField {
  return {
    name: row + key,
    label,
    wrong: wrongIn(errors, row + key),
    choices: values.map((value) => ({ value, label: nameOf(value), isChosen: fields[key] === value })),
  };
}

function nameOf(value: string): string {
  return value === 'properNoun' ? 'name' : value;
}
