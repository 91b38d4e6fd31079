import { conceptVersion } from '../../core/changes/concept-version.ts';
import { type EntryKind, type EntryRow, placesOf } from '../../core/changes/glossary-import.ts';
import type { Snapshot } from '../../core/changes/library.ts';
import type { Problem } from '../../core/checks/problem.ts';
import { type Concept, isAccepted, type Language } from '../../core/model/concept.ts';
import { isEditable } from '../../formats/glossary/kinds.ts';
import { conceptAddress, IMPORT, importedAddress } from '../addresses.ts';
import { type Frame, frameOf } from './frame.ts';
import { fewRemarks, grouped } from './wording.ts';

/** views/import-terms.ejs: what a glossary of another tool would add, to be chosen from. */
export interface ImportTermsPage extends Frame {
  readonly action: string;
  readonly importAt: string;
  readonly from: string;
  /** The file that new entries go into. */
  readonly into: string;
  /** “3 new, 1 changed, 31 the same.” */
  readonly says: string;
  readonly remarks: readonly string[];
  /** Why nothing was written; null for none. */
  readonly wrong: string | null;
  /** Nothing was written of it yet, for all this page knows. */
  readonly isFresh: boolean;
  readonly canSave: boolean;
  readonly rows: readonly EntryRowView[];
  /** “and 1,200 more; …”; '' for none. */
  readonly more: string;
}

/** An entry that came in. */
export interface EntryRowView {
  /** Sent back with its tick: which row, and over which version. */
  readonly value: string;
  readonly id: string;
  readonly name: string;
  /** The entry that is there; null for a new one. */
  readonly href: string | null;
  readonly kind: string;
  readonly isOpen: boolean;
  readonly canTake: boolean;
  readonly isTicked: boolean;
  readonly french: string;
  readonly english: string;
  /** “Not: …”; '' for none. */
  readonly not: string;
  readonly definition: string;
  /** What differs from the entry that is there. */
  readonly says: readonly string[];
  readonly findings: readonly string[];
}

/** A glossary that was brought. */
export interface ImportedTerms {
  readonly name: string;
  readonly from: string;
  readonly into: string;
  readonly rows: readonly EntryRow[];
  readonly remarks: readonly string[];
  /** What the entries have wrong. */
  readonly problems: readonly Problem[];
  /** Values of the rows that are ticked; null as long as nobody chose. */
  readonly ticked: ReadonlySet<string> | null;
  readonly wrong: string | null;
}

/** Rows that a page shows. */
const MOST_ROWS = 500;

const KINDS: Readonly<Record<EntryKind, string>> = {
  new: 'new',
  changed: 'says more than the entry that is there',
  same: 'the same',
  conflict: 'contradicts the entry that is there',
};

export function importTermsPage(imported: ImportedTerms, files: Snapshot): ImportTermsPage {
  const { name, from, into, rows: all, remarks, wrong } = imported;
  const shown = shownEntries(all);
  const more = all.filter(({ kind }) => kind !== 'same').length - shown.length;
  const rows = shown.map(([index, row]) => rowView(row, index, imported));
  return {
    ...frameOf(files, 'What this file would add'),
    ...{ action: importedAddress(name), importAt: IMPORT, from, into, wrong, rows, isFresh: wrong === null },
    says: countsOf(all),
    remarks: fewRemarks(remarks),
    canSave: rows.some((row) => row.canTake),
    more: more > 0 ? `and ${grouped(more)} more; save these, and give the file again for them` : '',
  };
}

/** Those that are not the same, with their places in the list. */
export function shownEntries(rows: readonly EntryRow[]): (readonly [index: number, row: EntryRow])[] {
  return [...rows.entries()].filter(([, { kind }]) => kind !== 'same').slice(0, MOST_ROWS);
}

/** Says of a row over which entry it was chosen. */
export function valueOfEntry({ ours }: EntryRow, index: number): string {
  return `${index} ${ours === null ? '' : conceptVersion(ours)}`;
}

function rowView(row: EntryRow, index: number, { ticked, problems }: ImportedTerms): EntryRowView {
  const { kind, ours, entry, theirs, says } = row;
  const value = valueOfEntry(row, index);
  const isFixed = ours !== null && !isEditable(ours.place.file);
  const lines = new Set(placesOf(row).map(({ line }) => line));
  return {
    ...{ value, id: `row-${index}`, name: entry.id, says },
    href: ours === null ? null : conceptAddress(ours.id),
    kind: isFixed ? `${KINDS[kind]}, which comes from another tool and stays` : KINDS[kind],
    isOpen: kind === 'conflict',
    canTake: !isFixed,
    isTicked: !isFixed && (ticked === null ? kind === 'new' : ticked.has(value)),
    french: termsIn(theirs, 'fr'),
    english: termsIn(theirs, 'en'),
    not: theirs.en.flatMap((term) => (isAccepted(term) ? [] : [term.text])).join(', '),
    definition: theirs.definition ?? '',
    findings: problems.filter(({ line }) => ours === null && lines.has(line)).map(({ message }) => message),
  };
}

function termsIn(concept: Concept, language: Language): string {
  const accepted = concept[language].filter(isAccepted);
  return (accepted.length > 0 ? accepted : concept[language]).map(({ text }) => text).join(', ');
}

const COUNTED: readonly (readonly [EntryKind, string])[] = [
  ['new', 'new'],
  ['changed', 'changed'],
  ['same', 'the same'],
  ['conflict', 'against ours'],
];

function countsOf(rows: readonly EntryRow[]): string {
  const parts = COUNTED.flatMap(([kind, says]) => {
    const count = rows.filter((row) => row.kind === kind).length;
    return count === 0 && kind !== 'new' ? [] : [`${grouped(count)} ${says}`];
  });
  return `${parts.join(', ')}.`;
}
