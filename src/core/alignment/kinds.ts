import type { UnitKind } from '../model/article.ts';
import type { BeadValue } from './bead-value.ts';
import type { Bead } from './word-share.ts';

/** What the paragraphs of both sides are, in order. */
export interface Kinds {
  readonly source: readonly UnitKind[];
  readonly target: readonly UnitKind[];
}

/** What it costs that the two of a pair are of different kinds. */
const UNLIKE = 2;

/**
 * A value that knows what paragraphs are: those of unlike kinds on one side are never merged, and seldom pair. A kind
 * that one side does not have tells nothing; the first paragraph may be a title for no other reason than being first.
 */
export function withKinds(value: BeadValue, kinds: Kinds): BeadValue {
  const sides = { source: kinds.source.map(asHeading), target: kinds.target.map(asHeading) };
  const beyondFirst = new Set(sides.target.slice(1));
  const known = new Set(sides.source.slice(1).filter((kind) => beyondFirst.has(kind)));
  const cost = (bead: Bead): number => {
    const [kind, other] = [
      kindOf(sides.source, bead.source, bead.sources),
      kindOf(sides.target, bead.target, bead.targets),
    ];
    if (kind === null || other === null) return Infinity;
    return kind === other || !known.has(kind) || !known.has(other) ? 0 : UNLIKE;
  };
  return { ...value, of: (bead) => value.of(bead) - cost(bead), atMost: (bead) => value.atMost(bead) - cost(bead) };
}

/** A title is a heading. */
function asHeading(kind: UnitKind): UnitKind {
  return kind === 'title' ? 'heading' : kind;
}

/** The kind of a stretch; null where it has several. */
function kindOf(kinds: readonly UnitKind[], from: number, count: number): UnitKind | null {
  const kind = kinds[from] ?? null;
  for (let at = from + 1; at < from + count; at += 1) if (kinds[at] !== kind) return null;
  return kind;
}
