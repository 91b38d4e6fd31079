import { mapSlices, type Slices } from '../model/slices.ts';
import type { AlignedPair } from './bead-path.ts';
import { type Doubt, FEW_WORDS, STANDS_ELSEWHERE } from './pair-doubts.ts';
import type { Sureness } from './pair-sureness.ts';
import { isPair, type SettledBeads } from './settled-pairs.ts';
import type { Bead } from './word-share.ts';

/** Segments that say the same, or one that has no partner. */
export interface ScoredPair extends AlignedPair {
  /** How sure it is: 0 to 1; 0 without a partner. */
  readonly score: number;
  /** What speaks against it, in words: the most telling first. */
  readonly doubts: readonly string[];
}

/** Who judges a pair that stands. */
export interface Judges {
  /** As it was when the pair was made. */
  readonly sureness: Sureness;
  /** By what was known of words before this text taught any: a wrong pair teaches the words that then prove it. */
  readonly unlearnt: Sureness;
  readonly doubtsOf: (pair: Bead) => readonly Doubt[];
}

/** Under this score somebody should look at a pair. */
export const WEAK = 0.3;
/** From this on it is sure: it may be approved without being read. */
export const SURE = 0.8;
/**
 * By how much surer than it must be a pair scores half, and how steeply that changes. Fitted on pairs of texts in
 * which paragraphs were left out: of what is no pair and yet stands as one, four of five score less than 0.3, and of
 * true pairs one in eighteen.
 */
const SCORE = { half: 3.75, steepness: 1.2 };

/**
 * Says of each pair how sure it is. That is asked more strictly than whether it is one: to part two that belong
 * together loses them, to have them looked at costs a glance.
 */
export function* scoredSlices(
  { beads, bar, moved }: SettledBeads,
  { sureness, unlearnt, doubtsOf }: Judges,
): Slices<ScoredPair[]> {
  return yield* mapSlices(beads, (bead) => {
    if (!isPair(bead)) return { ...numbersOf(bead), score: 0, doubts: [] };
    const byWords = (sureness(bead) + unlearnt(bead)) / 2 - bar;
    const doubts = [...(moved.has(bead) ? [STANDS_ELSEWHERE] : []), ...doubtsOf(bead)];
    const against = doubts.reduce((sum, { weight }) => sum + weight, 0);
    if (scoreOf(byWords) < WEAK) doubts.push(FEW_WORDS);
    return { ...numbersOf(bead), score: scoreOf(byWords - against), doubts: inOrder(doubts) };
  });
}

/** @param sure by how much surer it is than it must be */
function scoreOf(sure: number): number {
  return 1 / (1 + Math.exp(SCORE.steepness * (SCORE.half - sure)));
}

function numbersOf({ source, target, sources, targets }: Bead): AlignedPair {
  const numbers = (from: number, count: number) => Array.from({ length: count }, (_, k) => from + k);
  return { source: numbers(source, sources), target: numbers(target, targets) };
}

/** The most telling first. */
function inOrder(doubts: readonly Doubt[]): string[] {
  return [...doubts].sort((a, b) => b.weight - a.weight).map(({ says }) => says);
}
