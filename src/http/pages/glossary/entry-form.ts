import { AREAS, type EntryFields, LINES, type TermFields } from '../../../formats/glossary/entry-form.ts';
import type { Option } from '../frame/option.ts';
import { joined, pilcrow } from '../frame/wording.ts';
import type { ConflictView } from './entry-conflicts.ts';
import type { ImpactView } from './impact-view.ts';
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
  /** French and English. */
  readonly groups: readonly TermGroup[];
  /** What must not stand for it. */
  readonly ruledOut: TermGroup;
  /** Whether all that is not needed is shown too. */
  readonly isMoreOpen: boolean;
  /** “¶7”, of whose English words are proposed. */
  readonly proposedFrom: string;
  /** Whether it is a name that stays as it is. */
  readonly keep: boolean;
  /** Fields of several lines. */
  readonly areas: readonly (Field & { readonly rows: number; readonly lang: string | null })[];
  /** Fields of one line. */
  readonly lines: readonly (Field & { readonly placeholder: string | null })[];
  readonly counts: readonly Option[];
  /** Files that take a new entry. */
  readonly files: readonly Option[];
  readonly impact: ImpactView & { readonly isShown: boolean };
}

/** A field of the form; `wrong` says what to write instead, or null. */
interface Field {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly wrong: string | null;
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
  /** The cursor stands here first. */
  readonly isFirstEmpty: boolean;
  /** What it may be: words of a text. */
  readonly proposals: readonly { readonly text: string; readonly action: string }[];
}

type RuleField = Omit<Field, 'value'> & { readonly choices: readonly Option[] };

const FRENCH = {
  kind: 'fr',
  title: 'French',
  language: 'fr',
  advice: 'The preferred term first; further terms are found too.',
} as const;
const ENGLISH = {
  kind: 'en',
  title: 'English',
  language: 'en',
  advice: 'The preferred term first; further terms are accepted.',
} as const;
const RULED_OUT = {
  kind: 'not',
  title: 'Ruled out',
  language: 'en',
  advice: 'English that must not stand for it, and why.',
} as const;
const RULES = [
  { key: 'pos', label: 'Part of speech', values: ['noun', 'verb', 'adjective', 'adverb', 'properNoun', 'other'] },
  { key: 'gender', label: 'Gender', values: ['m', 'f'] },
  { key: 'status', label: 'Status', values: ['preferred', 'admitted', 'deprecated', 'superseded'] },
  { key: 'case', label: 'Capitals', values: ['exact', 'any'] },
  { key: 'plural', label: 'Plural', values: ['none'] },
] as const;
const ID = { name: 'id', label: 'Id', placeholder: 'follows from the English' } as const;
const COUNTS = { each: 'each time', unit: 'once a paragraph', free: 'as English has it' };
const NO_IMPACT: ImpactView = { summary: [], units: [], more: 0, findings: [] };

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
    groups: [FRENCH, ENGLISH].map((group) => termGroup(group, written)),
    ruledOut: termGroup(RULED_OUT, written),
    isMoreOpen: isMoreOpen(written),
    proposedFrom: pilcrow(back.split('#')[1] ?? ''),
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

/** Where something is written that is seldom needed, or is wrong there. */
function isMoreOpen({ fields, errors }: WrittenEntry): boolean {
  const written: Readonly<Record<string, unknown>> = { ...fields };
  const names = [...AREAS, ...LINES, { name: 'count' }].map(({ name }) => name);
  const isWritten = names.some((name) => written[name] !== '');
  const isWrong = [...names, 'id'].some((name) => wrongIn(errors, name) !== null);
  const isRuledOut = fields.not.length > 1 || Object.keys(errors).some((name) => name.startsWith('not.'));
  return isWritten || isWrong || isRuledOut;
}

type Group = typeof FRENCH | typeof ENGLISH | typeof RULED_OUT;

function termGroup(group: Group, written: WrittenEntry): TermGroup {
  const { fields, errors, proposals } = written;
  const rules = RULES.filter(({ key }) => isAsked(key, group, fields));
  const terms: readonly TermFields[] = fields[group.kind];
  const first = written.id === null && (['fr', 'en'] as const).find((kind) => fields[kind][0]?.term === '');
  return {
    ...group,
    isRuledOut: group.kind === 'not',
    asksForName: group.kind === 'fr',
    // Of a new entry the rows that are filled, until somebody asks for more.
    rows: (written.isBrief ? terms.slice(0, Math.max(1, terms.length - 1)) : terms).map((term, i) => ({
      ...termRow(group, term, i, errors),
      rules: rules.map((rule) => ruleField(rule, `${group.kind}.${i}.`, term, errors)),
      isFirstEmpty: i === 0 && group.kind === first,
      proposals: i === 0 && group.kind === 'en' ? proposals.map((text) => ({ text, action: `take:${text}` })) : [],
    })),
  };
}

/** Only English has words without a plural, and names, which are the same; what is ruled out has no standing. */
function isAsked(rule: Rule['key'], { kind }: Group, { keep }: EntryFields): boolean {
  if (kind === 'not') return rule !== 'gender' && rule !== 'status';
  return rule !== 'plural' || kind === 'en' || keep;
}

type TermOfRow = Omit<TermRow, 'rules' | 'isFirstEmpty' | 'proposals'>;

function termRow({ kind, title }: Group, fields: TermFields, row: number, errors: Errors): TermOfRow {
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
