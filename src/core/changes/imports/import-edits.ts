import { articleSlices } from '../../checks/article/check-article.ts';
import type { Finding } from '../../checks/finding.ts';
import type { Glossary } from '../../checks/glossary/check-glossary.ts';
import type { TermIndexes } from '../../matcher/term-index.ts';
import type { Article, Unit } from '../../model/article.ts';
import type { Slices } from '../../model/slices.ts';
import { importedBy } from '../../people/approvals.ts';
import { noteBroughtBy } from '../notes.ts';
import type { TargetEdit } from '../ports/translation-store.ts';
import { type EditTools, personalEdit, sameEdit } from '../unit-edit.ts';
import type { ReadLike } from './import-matches.ts';
import type { ImportRow } from './import-plan.ts';

/** What the edits of an import are made with. */
export interface ImportTools {
  readonly indexes: TermIndexes;
  readonly read: ReadLike;
  /** Name of the file. */
  readonly file: string;
  /** Today, ISO 8601. */
  readonly date: string;
  /** Name of who imports; absent where nobody knows it. */
  readonly writer?: string;
  /** Whether they may approve a text of that origin; absent where they may approve all. */
  readonly mayApprove?: (origin: string | null) => boolean;
}

/** The edits that write rows of a plan; each says which file its text came from. */
export function* importEditSlices(
  rows: readonly ImportRow[],
  { indexes, read, file, date, writer, mayApprove = () => true }: ImportTools,
): Slices<readonly TargetEdit[]> {
  const by = importedBy(file, writer);
  const edits: TargetEdit[] = [];
  for (const row of rows) {
    const { unit } = row;
    if (unit === null) continue;
    const named = writer === undefined ? {} : { writer };
    const tools = { indexes, date, by, ...named, read: (text: string) => read(text, unit.source) };
    const isApproved = mayApprove(row.target === unit.target?.text ? unit.origin : `${by} ${date}`);
    const edit = yield* editOf({ row, unit, isApproved }, tools);
    const notes = row.notes.map((note) => `note: ${noteBroughtBy(note, { writer, date })}`);
    const previous = row.kind === 'unknown' ? row.incoming.source : edit.previous;
    edits.push({ ...edit, previous, comments: [...edit.comments, ...notes] });
  }
  return edits;
}

interface Importing {
  readonly row: ImportRow;
  readonly unit: Unit;
  readonly isApproved: boolean;
}

/** What may not be approved comes in as a draft. */
function* editOf({ row, unit, isApproved }: Importing, tools: EditTools): Slices<TargetEdit> {
  if (isApproved) return yield* personalEdit(unit, stateOf(row, unit), tools);
  if (row.target === unit.target?.text) return sameEdit(unit);
  return yield* personalEdit(unit, { target: row.target, state: 'draft' }, tools);
}

/** A note alone changes no state. */
function stateOf({ target, state }: ImportRow, unit: Unit) {
  const isNote = target === unit.target?.text && unit.state === 'reviewed';
  return { target, state: isNote ? ('reviewed' as const) : state };
}

/** What the check finds in texts of a file, had they been written; each where it stands in that file. */
export function* importFindingSlices(
  article: Article,
  rows: readonly ImportRow[],
  { glossary, read }: { readonly glossary: Glossary; readonly read: ReadLike },
): Slices<readonly Finding[]> {
  const byId = new Map(rows.flatMap((row) => (row.unit === null ? [] : [[row.unit.id, row] as const])));
  const units = article.units.map((unit) => {
    const row = byId.get(unit.id);
    return row === undefined ? unit : unitWith(unit, row, read);
  });
  const { findings } = yield* articleSlices({ ...article, units }, glossary);
  return findings.filter(({ unit }) => byId.has(unit));
}

function unitWith(unit: Unit, { target, state, incoming, kind }: ImportRow, read: ReadLike): Unit {
  const previous = kind === 'unknown' ? { source: incoming.source, reviewed: false } : null;
  return {
    ...unit,
    target: read(target, unit.source),
    state: state === 'reviewed' ? 'reviewed' : 'translated',
    repairs: [],
    previous,
    targetPlace: () => incoming.place,
  };
}
