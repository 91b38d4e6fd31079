import { canTake, type ImportKind, type ImportPlan, type ImportRow } from '../../core/changes/import-plan.ts';
import type { Snapshot } from '../../core/changes/library.ts';
import { unitVersion } from '../../core/changes/unit-edit.ts';
import type { Finding } from '../../core/checks/finding.ts';
import { mapSlices, type Slices } from '../../core/model/slices.ts';
import { diffTexts } from '../../core/text/text-diff.ts';
import { articleAddress, IMPORT, importedAddress, unitAddress } from '../addresses.ts';
import { type Frame, frameOf } from './frame.ts';
import { type ArticleOption, articleOptions } from './import-page.ts';
import { counted, fewRemarks, grouped, pilcrow } from './wording.ts';

/** views/import-texts.ejs: what a translation of another tool would change, to be chosen from. */
export interface ImportTextsPage extends Frame {
  readonly action: string;
  /** Where another file is given. */
  readonly importAt: string;
  readonly from: string;
  readonly articleAt: string;
  readonly articleTitle: string;
  /** Other articles it could be of, this one among them; null where there is none. */
  readonly articles: readonly ArticleOption[] | null;
  /** “3 changed, 1 new, 31 the same” */
  readonly says: string;
  /** What could not be read of the file. */
  readonly remarks: readonly string[];
  /** Why nothing was written; null for none. */
  readonly wrong: string | null;
  /** Nothing was written of it yet, for all this page knows. */
  readonly isFresh: boolean;
  /** Whether anything can be written. */
  readonly canSave: boolean;
  readonly rows: readonly ImportRowView[];
  /** “and 1,200 more; …”; '' for none. */
  readonly more: string;
}

/** A text that came in, beside the one that stands there. */
export interface ImportRowView {
  /** Sent back with its tick: which row, and over which version. */
  readonly value: string;
  readonly id: string;
  /** “¶7”; “unknown” */
  readonly name: string;
  readonly href: string | null;
  /** “changed”, “reviewed on both sides” */
  readonly kind: string;
  readonly isOpen: boolean;
  readonly canTake: boolean;
  readonly isTicked: boolean;
  readonly french: string;
  /** Another French that the text was made from; null where it is the same. */
  readonly theirFrench: string | null;
  /** Both English texts in one: what goes and what comes is marked. */
  readonly pieces: readonly { readonly text: string; readonly isOut: boolean; readonly isIn: boolean }[];
  /** “reviewed”, “draft” */
  readonly state: string;
  readonly notes: readonly string[];
  readonly findings: readonly string[];
}

/** A translation that was brought, beside its article. */
export interface ImportedTexts {
  readonly name: string;
  readonly from: string;
  readonly plan: ImportPlan;
  readonly remarks: readonly string[];
  readonly findings: readonly Finding[];
  /** Values of the rows that are ticked; null as long as nobody chose. */
  readonly ticked: ReadonlySet<string> | null;
  readonly wrong: string | null;
}

/** Rows that a page shows. */
const MOST_ROWS = 300;

const KINDS: Readonly<Record<ImportKind, string>> = {
  new: 'new',
  changed: 'changed',
  same: 'the same',
  conflict: 'changed on both sides',
  kept: 'changed on both sides',
  unknown: 'unknown',
};

export function* importTextsPage(imported: ImportedTexts, files: Snapshot): Slices<ImportTextsPage> {
  const { name, from, plan, remarks, wrong } = imported;
  const shown = shownRows(plan);
  const more = plan.rows.filter(({ kind }) => kind !== 'same').length - shown.length;
  const options = articleOptions(files, plan.slug);
  const rows = yield* mapSlices(shown, ([index, row]) => rowView(row, index, imported));
  return {
    ...frameOf(files, 'What this file would change'),
    ...{ action: importedAddress(name, plan.slug), importAt: IMPORT, from, wrong, rows, isFresh: wrong === null },
    articleAt: articleAddress(plan.slug),
    articleTitle: files.articles.get(plan.slug)?.article.citation.title ?? plan.slug,
    articles: options.length > 1 ? options : null,
    says: countsOf(plan),
    remarks: fewRemarks(remarks),
    canSave: rows.some((row) => row.canTake),
    more: more > 0 ? `and ${grouped(more)} more; save these, and give the file again for them` : '',
  };
}

/** Those that are not the same, with their places in the plan. */
export function shownRows({ rows }: ImportPlan): (readonly [index: number, row: ImportRow])[] {
  return [...rows.entries()].filter(([, { kind }]) => kind !== 'same').slice(0, MOST_ROWS);
}

/** Says of a row over which text it was chosen. */
export function valueOfRow({ unit }: ImportRow, index: number): string {
  return `${index} ${unit === null ? '' : unitVersion(unit)}`;
}

function rowView(row: ImportRow, index: number, { plan, ticked, findings }: ImportedTexts): ImportRowView {
  const { kind, unit, incoming, target, state, notes, why } = row;
  const value = valueOfRow(row, index);
  const isUnknown = kind === 'unknown';
  const before = unit?.target?.text ?? '';
  return {
    ...{ value, id: `row-${index}`, canTake: canTake(row), notes, state },
    name: unit === null || isUnknown ? 'unknown' : pilcrow(unit.id),
    href: unit === null ? null : unitAddress(plan.slug, unit.id),
    kind: kindOf(row, why),
    isOpen: isUnknown || kind === 'conflict' || kind === 'kept',
    isTicked: canTake(row) && (ticked === null ? kind === 'new' || kind === 'changed' : ticked.has(value)),
    french: unit?.source.text ?? incoming.source,
    theirFrench: isUnknown && unit !== null ? incoming.source : null,
    pieces: diffTexts(before, target).map(({ kind: what, text }) => {
      return { text, isOut: what === 'out', isIn: what === 'in' && before !== '' };
    }),
    findings: findings.filter((one) => one.unit === unit?.id && one.severity !== 'info').map(({ said }) => said),
  };
}

function kindOf({ kind, unit }: ImportRow, why: string): string {
  const because = why === '' ? '' : `: ${why}`;
  if (kind === 'kept') return `${KINDS[kind]}${because}, so it stays`;
  if (kind !== 'unknown') return `${KINDS[kind]}${because}`;
  return unit === null ? why : `${why}; ${pilcrow(unit.id)} is the most like it`;
}

const COUNTED: readonly (readonly [readonly ImportKind[], string])[] = [
  [['changed'], 'changed'],
  [['new'], 'new'],
  [['same'], 'the same'],
  [['conflict', 'kept'], 'changed on both sides'],
  [['unknown'], 'unknown'],
];

function countsOf({ rows }: ImportPlan): string {
  const parts = COUNTED.flatMap(([kinds, says]) => {
    const count = rows.filter(({ kind }) => kinds.includes(kind)).length;
    return count === 0 && says !== 'changed' ? [] : [`${grouped(count)} ${says}`];
  });
  return `${counted(rows.length, 'text')}: ${parts.join(', ')}.`;
}
