import { partitionPoint } from '../model/partition-point.ts';
import { mapSlices, type Slices } from '../model/slices.ts';
import { sortSlices } from '../model/sort-slices.ts';
import { type AlignedPair, priorOf } from './bead-path.ts';
import type { BeadValue } from './bead-value.ts';
import { leastSure } from './least-sure.ts';
import type { Sureness } from './pair-sureness.ts';
import type { Bead } from './word-share.ts';

/** All segments of both sides, with their partners or without, in the order of the source. */
export interface SettledBeads {
  readonly beads: readonly Bead[];
  /** How sure two had to be to be a pair. */
  readonly bar: number;
  /** Pairs of segments that stand elsewhere on the other side. */
  readonly moved: ReadonlySet<Bead>;
}

/** What taking a segment from a merge must gain: what was taken may belong nowhere else. */
const LEAST_GAIN = 1.8;
/** Of what a segment of a merge says, the share that is mostly its own at most; weight where that tells little. */
const NEWS = { most: 0.5, little: 2 };
/** What it costs that two pairs stand crossed: paragraphs seldom change places. */
const CROSSED = 3;
/** Value from which on two that stand elsewhere are one. */
const LEAST_MOVED = 0;

/**
 * Puts right what a path in order cannot: takes from a merge what does not help it, parts two that have nothing in
 * common, crosses two pairs, and pairs what is left over on both sides.
 */
export function* settledSlices(
  path: readonly AlignedPair[],
  value: BeadValue,
  sureness: Sureness,
): Slices<SettledBeads> {
  const parts = (yield* mapSlices(path, (pair) => partsOf(beadOf(pair), value))).flat();
  const crossed = yield* crossSlices(parts, value);
  const judged = yield* mapSlices(crossed, (bead) => ({ bead, sure: isPair(bead) ? sureness(bead) : Infinity }));
  const bar = leastSure(judged);
  const kept = judged.flatMap(({ bead, sure }) => (sure >= bar ? [bead] : apart(bead)));
  const alone = kept.filter((bead) => !isPair(bead)).flatMap(singles);
  const moved = yield* movedSlices(
    alone.filter(({ sources }) => sources === 1),
    alone.filter(({ targets }) => targets === 1),
    { ...value, of: (bead) => (sureness(bead) >= bar ? value.of(bead) : -Infinity) },
  );
  const left = notIn(moved, alone);
  const all = yield* sortSlices(placed([...kept.filter(isPair), ...moved, ...left]), inOrder);
  return { beads: all.map(({ bead }) => bead), bar, moved: new Set(moved) };
}

/** Those of segments without a partner that found none. */
function notIn(moved: readonly Bead[], alone: readonly Bead[]): Bead[] {
  const taken = {
    source: new Set(moved.map(({ source }) => source)),
    target: new Set(moved.map(({ target }) => target)),
  };
  return alone.filter(({ source, target, sources }) =>
    sources === 1 ? !taken.source.has(source) : !taken.target.has(target),
  );
}

/** Whether both sides have a part in it. */
export function isPair({ sources, targets }: Bead): boolean {
  return sources > 0 && targets > 0;
}

/** Segments without a partner, each by itself. */
function singles({ source, target, sources, targets }: Bead): Bead[] {
  return [
    ...Array.from({ length: sources }, (_, k) => ({ source: source + k, target, sources: 1, targets: 0 })),
    ...Array.from({ length: targets }, (_, k) => ({ source, target: target + k, sources: 0, targets: 1 })),
  ];
}

/** A bead by itself, or what it falls into. */
function partsOf(bead: Bead, value: BeadValue): readonly Bead[] {
  if (!isPair(bead)) return [bead];
  const crossed = crossedOf(bead, value);
  if (crossed !== null) return crossed;
  const peeled = peeledOf(bead, value);
  if (peeled.length > 1) return peeled.flatMap((part) => partsOf(part, value));
  return [bead];
}

function apart({ source, target, sources, targets }: Bead): Bead[] {
  return [
    { source, target, sources, targets: 0 },
    { source: source + sources, target, sources: 0, targets },
  ];
}

/** Crosses two pairs that follow each other where that is better: a path in order pays for both as if lost. */
function* crossSlices(beads: readonly Bead[], value: BeadValue): Slices<readonly Bead[]> {
  const crossed: Bead[] = [];
  for (const bead of beads) {
    const before = crossed.at(-1);
    const isNext = before?.source === bead.source - 1 && before.target === bead.target - 1;
    if (before === undefined || !isNext || !isSingle(before) || !isSingle(bead)) crossed.push(bead);
    else {
      const [one, two] = [
        { ...bead, source: before.source },
        { ...before, source: bead.source },
      ];
      const gain = value.of(one) + value.of(two) - value.of(before) - value.of(bead);
      if (gain > CROSSED) crossed.splice(-1, 1, one, two);
      else crossed.push(bead);
    }
    yield;
  }
  return crossed;
}

function isSingle({ sources, targets }: Bead): boolean {
  return sources === 1 && targets === 1;
}

/** Two with two as two pairs, straight or crossed, where that is better. */
function crossedOf(bead: Bead, value: BeadValue): Bead[] | null {
  if (bead.sources !== 2 || bead.targets !== 2) return null;
  const { source, target } = bead;
  const one = (i: number, j: number): Bead => ({ source: source + i, target: target + j, sources: 1, targets: 1 });
  const ways = [
    [one(0, 0), one(1, 1)],
    [one(0, 1), one(1, 0)],
  ];
  const sums = ways.map((way) => way.reduce((sum, pair) => sum + value.of(pair), 0));
  const best = (sums[0] as number) + CROSSED >= (sums[1] as number) ? 0 : 1;
  return (sums[best] as number) > value.of(bead) - priorOf(2, 2) ? (ways[best] as Bead[]) : null;
}

/** A bead without a segment at its edge, and that segment. */
type Peeled = readonly [rest: Bead, segment: Bead];

/** What is left of a merge without a segment at its edge that does not help it, and that segment. */
function peeledOf(bead: Bead, value: BeadValue): readonly Bead[] {
  const worth = (one: Bead) => value.of(one) - priorOf(one.sources, one.targets);
  const gain = ([rest, segment]: Peeled) => worth(rest) - LEAST_GAIN * newsOf(bead, [rest, segment], value);
  const ways = [...withoutSource(bead), ...withoutTarget(bead)];
  const best = ways.reduce<Peeled | null>(
    (found, way) => (found === null || gain(way) > gain(found) ? way : found),
    null,
  );
  return best === null || gain(best) <= worth(bead) ? [bead] : best;
}

/**
 * How much of what a segment of a merge says the rest does not say already: it finds partners that nothing else does.
 * The title of a part mostly finds all its words in the paragraph below, also where that answers it alone. 0 to 1.
 */
function newsOf(bead: Bead, [rest, { source, target, sources }]: Peeled, value: BeadValue): number {
  const [own, other] = sources === 1 ? (['source', 'target'] as const) : (['target', 'source'] as const);
  const alone = sources === 1 ? { ...bead, source, sources } : { ...bead, target, targets: 1 };
  const news = value.answered(bead, other) - value.answered(rest, other);
  return Math.min(1, (news + NEWS.little) / (NEWS.most * value.answered(alone, own) + NEWS.little));
}

function withoutSource(bead: Bead): Peeled[] {
  const { source, target, sources, targets } = bead;
  if (sources === 1) return [];
  const rest = { ...bead, sources: sources - 1 };
  const last = source + sources - 1;
  return [
    [
      { ...rest, source: source + 1 },
      { source, target, sources: 1, targets: 0 },
    ],
    [rest, { source: last, target: target + targets, sources: 1, targets: 0 }],
  ];
}

function withoutTarget(bead: Bead): Peeled[] {
  const { source, target, sources, targets } = bead;
  if (targets === 1) return [];
  const rest = { ...bead, targets: targets - 1 };
  const last = target + targets - 1;
  return [
    [
      { ...rest, target: target + 1 },
      { source, target, sources: 0, targets: 1 },
    ],
    [rest, { source: source + sources, target: last, sources: 0, targets: 1 }],
  ];
}

/** Pairs what stands elsewhere, the surest first. */
function* movedSlices(sources: readonly Bead[], targets: readonly Bead[], value: BeadValue): Slices<Bead[]> {
  const found: { readonly bead: Bead; readonly value: number }[] = [];
  for (const { source } of sources) {
    const [from, to] = value.near(source);
    for (let at = partitionPoint(targets, (one) => one.target < from); at < targets.length; at += 1) {
      const target = targets[at]?.target ?? to + 1;
      if (target > to) break;
      const bead = { source, target, sources: 1, targets: 1 };
      const worth = value.of(bead);
      if (worth >= LEAST_MOVED) found.push({ bead, value: worth });
    }
    yield;
  }
  const taken = { source: new Set<number>(), target: new Set<number>() };
  return (yield* sortSlices(found, (a, b) => b.value - a.value))
    .map(({ bead }) => bead)
    .filter(({ source, target }) => {
      if (taken.source.has(source) || taken.target.has(target)) return false;
      taken.source.add(source);
      taken.target.add(target);
      return true;
    });
}

/** A bead, and the source segment that it stands with. */
interface PlacedBead {
  readonly bead: Bead;
  readonly place: number;
}

/** What only the target has stands with the segment before it there. */
function placed(beads: readonly Bead[]): PlacedBead[] {
  const byTarget = beads.filter(({ targets }) => targets > 0).sort((a, b) => a.target - b.target);
  let place = -1;
  const places = new Map<Bead, number>();
  for (const bead of byTarget) {
    if (bead.sources > 0) place = bead.source + bead.sources - 1;
    else places.set(bead, place);
  }
  return beads.map((bead) => ({ bead, place: places.get(bead) ?? bead.source }));
}

/** By source, then by target. */
function inOrder(a: PlacedBead, b: PlacedBead): number {
  return a.place - b.place || b.bead.sources - a.bead.sources || a.bead.target - b.bead.target;
}

function beadOf({ source, target }: AlignedPair): Bead {
  return { source: source[0] ?? 0, target: target[0] ?? 0, sources: source.length, targets: target.length };
}
