import { meanOf } from './mean.ts';
import type { Bead } from './word-share.ts';

/** A bead, and how sure it is; Infinity where that is not asked. */
export interface JudgedBead {
  readonly bead: Bead;
  readonly sure: number;
}

/**
 * Where the bar lies of a text in which everything lacked a partner, and how much it rises with the share that does.
 */
const BAR = { highest: 3.4, steepness: 1.3 };
/**
 * How sure half of the pairs of a text are mostly; how many that weighs; and how far less sure ones take the bar along.
 */
const HALF = { sure: 6, weight: 8, taken: 0.7 };
/** Segments without a partner before any were seen, and of how many: a short text shows little of what it lacks. */
const LOST = { assumed: 0.5, weight: 20 };
/** Times that the bar is set by what the last bar parted. */
const TURNS = 3;

/**
 * How sure two must be to be a pair. Where nothing lacks a partner, what stands where a pair would is mostly one; the
 * more was left out on both sides, the more often two that were left over face each other. A free translation is less
 * sure everywhere.
 */
export function leastSure(judged: readonly JudgedBead[]): number {
  const sum = (count: (bead: Bead) => number) => judged.reduce((all, { bead }) => all + count(bead), 0);
  const source = { all: sum(({ sources }) => sources), lost: sum((bead) => (bead.targets === 0 ? bead.sources : 0)) };
  const target = { all: sum(({ targets }) => targets), lost: sum((bead) => (bead.sources === 0 ? bead.targets : 0)) };
  const highest = BAR.highest + HALF.taken * Math.min(0, halfOf(judged) - HALF.sure);
  let bar = -Infinity;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const parted = judged.filter(({ sure }) => sure < bar).length;
    const lost = [source, target].map((side) => (side.lost + parted + LOST.assumed) / (side.all + LOST.weight));
    bar = highest + BAR.steepness * meanOf(lost.map(Math.log));
  }
  return bar;
}

/** How sure half of the pairs are, at least. */
function halfOf(judged: readonly JudgedBead[]): number {
  const sure = judged.map((one) => one.sure).filter(Number.isFinite);
  const half = sure.sort((a, b) => a - b)[sure.length >> 1] ?? 0;
  return (half * sure.length + HALF.sure * HALF.weight) / (sure.length + HALF.weight);
}
