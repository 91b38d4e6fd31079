import {
  canTake,
  type ImportKind,
  type ImportPlan,
  type ImportRow,
} from '../../../core/changes/imports/import-plan.ts';
import type { Snapshot } from '../../../core/changes/ports/library.ts';
import { unitVersion } from '../../../core/changes/unit-edit.ts';
import type { Finding } from '../../../core/checks/finding.ts';
import { findingsOnce } from '../../../core/checks/findings-once.ts';
import { isGrave } from '../../../core/checks/rule.ts';
import { mapSlices, type Slices } from '../../../core/model/slices.ts';
import { counted } from '../../../core/text/counted.ts';
import { withHeldSpaces } from '../../../core/text/unbreakable.ts';
import { articleAddress, importedAddress, unitAddress } from '../../addresses.ts';
import { type MarkedPiece, markedPieces } from '../frame/marked-pieces.ts';
import { pilcrow, shownTitle } from '../frame/wording.ts';
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
import { type ArticleOption, articleOptions } from './import-page.ts';

/** views/import-texts.ejs: what a translation of another tool would change, to be chosen from. */
export interface ImportTextsPage extends ImportAnswer {
  readonly articleAt: string;
  readonly articleTitle: string;
  /** Other articles it could be of, this one among them; null where there is none. */
  readonly articles: readonly ArticleOption[] | null;
  readonly rows: readonly ImportRowView[];
}

/** A text that came in, beside the one that stands there. */
export interface ImportRowView extends BroughtRow {
  /** Another French that the text was made from; null where it is the same. */
  readonly theirFrench: string | null;
  /** Both English texts in one: what goes and what comes is marked. */
  readonly pieces: readonly MarkedPiece[];
  /** “reviewed”, “draft” */
  readonly state: string;
  readonly notes: readonly string[];
}

/** A translation that was brought, beside its article. */
export interface ImportedTexts extends Imported {
  readonly plan: ImportPlan;
  readonly findings: readonly Finding[];
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
  const { name, plan } = imported;
  const { slug } = plan;
  const shown = shownRows(plan);
  const rows = yield* mapSlices(shown, ([index, row]) => rowView(row, index, imported));
  const left = leftOf(plan.rows, shown);
  const [title, action] = ['What this file would change', importedAddress(name, slug)];
  const options = articleOptions(files, slug);
  return {
    ...importAnswer(imported, { title, action, says: saysOf(plan), rows, left }, files),
    articleAt: articleAddress(slug),
    articleTitle: withHeldSpaces(shownTitle(files.articles.get(slug)?.article.citation.title ?? slug)),
    articles: options.length > 1 ? options : null,
    rows,
  };
}

export function shownRows({ rows }: ImportPlan): (readonly [index: number, row: ImportRow])[] {
  return shownOf(rows, MOST_ROWS);
}

/** Says of a row over which text it was chosen. */
export function valueOfRow({ unit }: ImportRow, index: number): string {
  return tickValue(index, unit && unitVersion(unit));
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
    pieces: markedPieces(before, target).map((piece) => ({ ...piece, isIn: piece.isIn && before !== '' })),
    findings: findingsOnce(findings.filter((one) => one.unit === unit?.id && isGrave(one))).map(({ said }) => said),
  };
}

function kindOf({ kind, unit }: ImportRow, why: string): string {
  const because = why === '' ? '' : `: ${why}`;
  if (kind === 'kept') return `${KINDS[kind]}${because}, so it stays`;
  if (kind !== 'unknown') return `${KINDS[kind]}${because}`;
  return unit === null ? why : `${why}; ${pilcrow(unit.id)} is the most like it`;
}

const COUNTED: CountedKinds<ImportKind> = [
  [['changed'], 'changed'],
  [['new'], 'new'],
  [['same'], 'the same'],
  [['conflict', 'kept'], 'changed on both sides'],
  [['unknown'], 'unknown'],
];

function saysOf({ rows }: ImportPlan): string {
  return `${counted(rows.length, 'text')}: ${countsOf(rows, COUNTED)}.`;
}
