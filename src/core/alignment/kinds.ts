import type { SourceUnit, UnitKind } from '../model/article.ts';
import type { BeadValue } from './bead-value.ts';
import type { Bead } from './word-share.ts';

/** What a paragraph is, and of a cell where it stands. */
export type BlockKind = Pick<SourceUnit, 'kind' | 'cell'>;

/** What the paragraphs of both sides are, in order. */
export interface Kinds {
  readonly source: readonly BlockKind[];
  readonly target: readonly BlockKind[];
}

/** What it costs that the two of a pair are of different kinds. */
const UNLIKE = 2;
/** What it costs that cells stand in different columns of tables that have as many: a cell says too little to tell. */
const OTHER_COLUMN = 8;

/**
 * A value that knows what paragraphs are: those of unlike kinds on one side are never merged, and seldom pair. A kind
 * that one side does not have tells nothing; the first paragraph may be a title for no other reason than being first.
 * Each column of a table is a kind of its own where both sides have one of so many columns, so that an empty cell does
 * not move the next ones to its place.
 */
export function withKinds(value: BeadValue, kinds: Kinds): BeadValue {
  const [widths, others] = [widthsIn(kinds.source), widthsIn(kinds.target)];
  const named = (block: BlockKind) => nameOf(block, (width) => widths.has(width) && others.has(width));
  const sides = { source: kinds.source.map(named), target: kinds.target.map(named) };
  const beyondFirst = new Set(sides.target.slice(1));
  const known = new Set(sides.source.slice(1).filter((kind) => beyondFirst.has(kind)));
  const cost = (bead: Bead): number => {
    const [kind, other] = [
      kindOf(sides.source, bead.source, bead.sources),
      kindOf(sides.target, bead.target, bead.targets),
    ];
    if (kind === null || other === null) return Infinity;
    if (kind === other || !known.has(kind) || !known.has(other)) return 0;
    return isColumn(kind) && isColumn(other) ? OTHER_COLUMN : UNLIKE;
  };
  return { ...value, of: (bead) => value.of(bead) - cost(bead), atMost: (bead) => value.atMost(bead) - cost(bead) };
}

/** A kind, or a column of a table: `2 of 3`. */
type KindName = UnitKind | `${number} of ${number}`;

/** The numbers of columns of the tables of a side. */
function widthsIn(blocks: readonly BlockKind[]): ReadonlySet<number> {
  return new Set(blocks.flatMap(({ cell }) => cell?.columns ?? []));
}

/** A title is a heading. */
function nameOf({ kind, cell }: BlockKind, isShared: (columns: number) => boolean): KindName {
  if (cell !== undefined && isShared(cell.columns)) return `${cell.column} of ${cell.columns}`;
  return kind === 'title' ? 'heading' : kind;
}

function isColumn(name: KindName): boolean {
  return /^\d/.test(name);
}

/** The kind of a stretch; null where it has several. */
function kindOf(kinds: readonly KindName[], from: number, count: number): KindName | null {
  const kind = kinds[from] ?? null;
  for (let at = from + 1; at < from + count; at += 1) if (kinds[at] !== kind) return null;
  return kind;
}
