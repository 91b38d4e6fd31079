import type { Slices } from '../model/slices.ts';
import { type AlignedPair, priorOf } from './bead-path.ts';
import type { BeadValue } from './bead-value.ts';
import type { Bead } from './word-share.ts';

/** Segments that say the same, or one that has no partner. */
export interface ScoredPair extends AlignedPair {
  /** How sure it is: 0 to 1; 0 without a partner. */
  readonly score: number;
}

export const T = { peel: 1.5, least: -3, move: 1.5, misfit: 0.6 };
/** What a merge must gain by each of its segments; what is peeled off may belong elsewhere. */
/** Value under which a pair is none. */
/** Value from which on two that stand elsewhere are a pair. */

/**
 * Puts right what a path in order cannot: takes from a merge what does not help it, parts two that have nothing in common,
 * crosses two pairs, and pairs what is left over on both sides.
 */
export function* settledSlices(path: readonly AlignedPair[], value: BeadValue): Slices<ScoredPair[]> {
  const kept = path.map(beadOf).flatMap((bead) => (isPair(bead) ? partsOf(bead, value) : [bead]));
  const alone = kept.filter((bead) => !isPair(bead)).flatMap(singles);
  yield;
  const moved = yield* movedSlices(
    alone.filter(({ sources }) => sources === 1),
    alone.filter(({ targets }) => targets === 1),
    value,
  );
  const taken = {
    source: new Set(moved.map(({ source }) => source)),
    target: new Set(moved.map(({ target }) => target)),
  };
  const left = alone.filter(({ source, target, sources }) =>
    sources === 1 ? !taken.source.has(source) : !taken.target.has(target),
  );
  return inOrder([...kept.filter(isPair), ...moved, ...left]).map((bead) => scored(bead, value));
}

function isPair({ sources, targets }: Bead): boolean {
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
function partsOf(bead: Bead, value: BeadValue): Bead[] {
  const crossed = crossedOf(bead, value);
  if (crossed !== null) return crossed;
  const peeled = peeledOf(bead, value);
  if (peeled.length > 1) return peeled.flatMap((part) => (isPair(part) ? partsOf(part, value) : [part]));
  return bead.sources + bead.targets === 2 && value.of(bead) < T.least ? apart(bead) : [bead];
}

function apart({ source, target, sources, targets }: Bead): Bead[] {
  return [
    { source, target, sources, targets: 0 },
    { source: source + sources, target, sources: 0, targets },
  ];
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
  const best = (sums[0] as number) >= (sums[1] as number) ? 0 : 1;
  return (sums[best] as number) > value.of(bead) - priorOf(2, 2) ? (ways[best] as Bead[]) : null;
}

/** What is left of a merge without a segment at its edge that does not help it, and that segment. */
function peeledOf(bead: Bead, value: BeadValue): Bead[] {
  const { source, target, sources, targets } = bead;
  const ways: (readonly [rest: Bead, segment: Bead])[] = [];
  if (sources > 1)
    ways.push(
      [
        { ...bead, source: source + 1, sources: sources - 1 },
        { source, target, sources: 1, targets: 0 },
      ],
      [
        { ...bead, sources: sources - 1 },
        { source: source + sources - 1, target: target + targets, sources: 1, targets: 0 },
      ],
    );
  if (targets > 1)
    ways.push(
      [
        { ...bead, target: target + 1, targets: targets - 1 },
        { source, target, sources: 0, targets: 1 },
      ],
      [
        { ...bead, targets: targets - 1 },
        { source: source + sources, target: target + targets - 1, sources: 0, targets: 1 },
      ],
    );
  const worth = (one: Bead) => value.of(one) - priorOf(one.sources, one.targets);
  const [best] = ways
    .map(([rest, segment]) => ({ rest, segment, gain: worth(rest) - T.peel - worth(bead) }))
    .sort((a, b) => b.gain - a.gain);
  return best === undefined || best.gain <= 0 ? [bead] : [best.rest, best.segment];
}

/** Pairs what stands elsewhere, the surest first. */
function* movedSlices(sources: readonly Bead[], targets: readonly Bead[], value: BeadValue): Slices<Bead[]> {
  const found: { readonly bead: Bead; readonly value: number }[] = [];
  for (const { source } of sources) {
    for (const { target } of targets) {
      const bead = { source, target, sources: 1, targets: 1 };
      const worth = value.of(bead);
      if (worth >= T.move) found.push({ bead, value: worth });
    }
    yield;
  }
  found.sort((a, b) => b.value - a.value);
  const taken = { source: new Set<number>(), target: new Set<number>() };
  return found
    .map(({ bead }) => bead)
    .filter(({ source, target }) => {
      if (taken.source.has(source) || taken.target.has(target)) return false;
      taken.source.add(source);
      taken.target.add(target);
      return true;
    });
}

/** By source; what only the target has stands behind the target before it. */
function inOrder(beads: readonly Bead[]): Bead[] {
  const places = new Map<number, number>();
  for (const { source, target, sources, targets } of beads)
    if (sources > 0) for (let k = 0; k < targets; k += 1) places.set(target + k, source);
  let last = -1;
  const lone = new Map<Bead, number>();
  for (const bead of beads.filter(({ sources }) => sources === 0).sort((a, b) => a.target - b.target)) {
    for (let at = bead.target - 1; at >= 0; at -= 1) {
      const place = places.get(at);
      if (place === undefined) continue;
      last = place;
      break;
    }
    lone.set(bead, last);
    places.set(bead.target, last);
  }
  const placeOf = (bead: Bead) => lone.get(bead) ?? bead.source;
  return [...beads].sort((a, b) => placeOf(a) - placeOf(b) || b.sources - a.sources || a.target - b.target);
}

function scored(bead: Bead, value: BeadValue): ScoredPair {
  const numbers = (from: number, count: number) => Array.from({ length: count }, (_, k) => from + k);
  const score = isPair(bead) ? Math.min(1, Math.max(0, value.share(bead) - T.misfit * value.misfit(bead))) : 0;
  return { source: numbers(bead.source, bead.sources), target: numbers(bead.target, bead.targets), score };
}

function beadOf({ source, target }: AlignedPair): Bead {
  return { source: source[0] ?? 0, target: target[0] ?? 0, sources: source.length, targets: target.length };
}
