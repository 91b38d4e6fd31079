import { conceptVersion } from '../../../core/changes/concept-version.ts';
import { type EntryKind, type EntryRow, placesOf } from '../../../core/changes/imports/glossary-import.ts';
import { describeImportImpact, type ImportImpact } from '../../../core/changes/imports/import-impact.ts';
import type { Snapshot } from '../../../core/changes/ports/library.ts';
import type { Problem } from '../../../core/checks/problem.ts';
import { type Concept, isAccepted, type Language } from '../../../core/model/concept.ts';
import type { ToldPiece } from '../../../core/text/told-words.ts';
import { canReplace } from '../../../formats/glossary/kinds.ts';
import { conceptAddress, importedAddress } from '../../addresses.ts';
import { type Named, namingArticles } from '../frame/names.ts';
import { fewRemarks } from '../frame/wording.ts';
import {
  type BroughtRow,
  type CountedKinds,
  countsOf,
  type ImportAnswer,
  type Imported,
  importAnswer,
  leftOf,
  shownOf,
  tickValue,
} from './import-answer.ts';

/** views/import-terms.ejs: what a glossary of another tool would add, to be chosen from. */
export interface ImportTermsPage extends ImportAnswer {
  /** The file that new entries go into. */
  readonly into: string;
  readonly rows: readonly EntryRowView[];
  /** “With what is ticked, 3 paragraphs become problems, 1 is mended.”; empty where nothing is. */
  readonly impact: readonly ToldPiece[];
}

/** An entry that came in. */
export interface EntryRowView extends BroughtRow {
  readonly english: string;
  /** “Not: …”; '' for none. */
  readonly not: string;
  readonly definition: string;
  /** What differs from the entry that is there. */
  readonly says: readonly string[];
}

/** A glossary that was brought. */
export interface ImportedTerms extends Imported {
  readonly into: string;
  readonly rows: readonly EntryRow[];
  /** What the entries have wrong. */
  readonly problems: readonly Problem[];
  /** What the ticked entries do to the articles. */
  readonly impact: ImportImpact;
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
  const { name, into, rows: all } = imported;
  const shown = shownEntries(all);
  const rows = shown.map(([index, row]) => rowView(row, index, imported));
  const left = leftOf(all, shown);
  const [title, action] = ['What this file would add', importedAddress(name)];
  return {
    ...importAnswer(imported, { title, action, says: `${countsOf(all, COUNTED)}.`, rows, left }, files),
    into,
    rows,
    impact: saysOf(imported, files),
  };
}

function saysOf({ rows, ticked, impact }: ImportedTerms, files: Named): ToldPiece[] {
  if (tickedRows(rows, ticked).length === 0) return [];
  return namingArticles(files, (nameOf) => `With what is ticked here, ${describeImportImpact(impact, nameOf)}.`);
}

/** The shown ones that are ticked: the new ones, as long as nobody chose. */
export function tickedRows(rows: readonly EntryRow[], ticked: ReadonlySet<string> | null): readonly EntryRow[] {
  return shownEntries(rows).flatMap(([index, row]) => (isTickedRow(row, index, ticked) ? [row] : []));
}

function isTickedRow(row: EntryRow, index: number, ticked: ReadonlySet<string> | null): boolean {
  return canReplace(row.ours) && (ticked === null ? row.kind === 'new' : ticked.has(valueOfEntry(row, index)));
}

export function shownEntries(rows: readonly EntryRow[]): (readonly [index: number, row: EntryRow])[] {
  return shownOf(rows, MOST_ROWS);
}

/** Says of a row over which entry it was chosen. */
export function valueOfEntry({ ours }: EntryRow, index: number): string {
  return tickValue(index, ours && conceptVersion(ours));
}

function rowView(row: EntryRow, index: number, { ticked, problems }: ImportedTerms): EntryRowView {
  const { kind, ours, entry, theirs, says } = row;
  const value = valueOfEntry(row, index);
  const canTake = canReplace(ours);
  const lines = new Set(placesOf(row).map(({ line }) => line));
  return {
    ...{ value, id: `row-${index}`, name: entry.id, says },
    href: ours === null ? null : conceptAddress(ours.id),
    kind: canTake ? KINDS[kind] : `${KINDS[kind]}, which comes from another tool and stays`,
    isOpen: kind === 'conflict',
    canTake,
    isTicked: isTickedRow(row, index, ticked),
    french: termsIn(theirs, 'fr'),
    english: termsIn(theirs, 'en'),
    not: theirs.en.flatMap((term) => (isAccepted(term) ? [] : [term.text])).join(', '),
    definition: theirs.definition ?? '',
    findings: fewRemarks(problems.filter(({ line }) => ours === null && lines.has(line)).map(({ message }) => message)),
  };
}

function termsIn(concept: Concept, language: Language): string {
  const accepted = concept[language].filter(isAccepted);
  return (accepted.length > 0 ? accepted : concept[language]).map(({ text }) => text).join(', ');
}

const COUNTED: CountedKinds<EntryKind> = [
  [['new'], 'new'],
  [['changed'], 'changed'],
  [['same'], 'the same'],
  [['conflict'], 'against ours'],
];
