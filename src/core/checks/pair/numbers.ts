import { addToGroup } from '../../model/groups.ts';
import type { RichText } from '../../model/rich-text.ts';
import { finish, type Slices } from '../../model/slices.ts';
import { someSlices } from '../../model/some-slices.ts';
import { writtenSpan } from '../../text/reading.ts';
import { ENGLISH_NUMBERS } from '../../words/english-numbers.ts';
import type { NumberWords } from '../../words/number-words.ts';
import { findQuantities } from '../../words/quantities.ts';
import type { Quantity } from '../../words/quantity.ts';
import { ALIKE, type AnswerKeys, EXACT, SAME } from './number-answers.ts';

/** A number that one side has and the other has not; both when it was changed. */
export interface QuantityDifference {
  readonly source: Quantity | null;
  readonly target: Quantity | null;
}

/**
 * Compares the numbers of a unit with those of its translation. Each answers once, those that nobody would miss last; a
 * number left over on one side and one on the other are one change.
 *
 * @param sources those of the French, with their places in the text as written
 */
export function compareQuantities(sources: readonly Quantity[], target: RichText): QuantityDifference[] {
  return finish(differenceSlices(sources, target));
}

/** The same in pieces: a paragraph may be all numbers. */
export function* differenceSlices(sources: readonly Quantity[], target: RichText): Slices<QuantityDifference[]> {
  const targets = quantitiesIn(target, ENGLISH_NUMBERS);
  yield;
  const [lost, added] = yield* unanswered(sources, targets);
  const count = Math.max(lost.length, added.length);
  return Array.from({ length: count }, (_, i) => ({ source: lost[i] ?? null, target: added[i] ?? null }));
}

/** The numbers of a text with their places in it as written. */
export function quantitiesIn(text: RichText, words: NumberWords): Quantity[] {
  return findQuantities(text.words, words).map((quantity) => ({ ...quantity, ...writtenSpan(text, quantity) }));
}

type Sides = readonly [source: readonly Quantity[], target: readonly Quantity[]];

/** Strict numbers are matched before loose ones, the very same before what only says the same. */
function* unanswered(sources: readonly Quantity[], targets: readonly Quantity[]): Slices<Sides> {
  const isLoose = ({ loose }: Quantity) => loose;
  const strict = yield* without([EXACT, SAME, ALIKE], [sources.filter(isStrict), targets.filter(isStrict)]);
  const [lost, spareTargets] = yield* without([SAME, ALIKE], [strict[0], targets.filter(isLoose)]);
  const [spareSources, added] = yield* without([SAME, ALIKE], [sources.filter(isLoose), strict[1]]);
  const fromSource = withoutParts(lost, [added, spareTargets]);
  const fromTarget = withoutParts(fromSource.rest, [lost, spareSources]);
  return [fromSource.left.filter((one) => !fromTarget.taken.has(one)), fromTarget.left];
}

function isStrict({ loose }: Quantity): boolean {
  return !loose;
}

/** What no key tells to answer each other, one after the other. */
function* without(keys: readonly AnswerKeys[], sides: Sides): Slices<Sides> {
  let left = sides;
  for (const one of keys) left = yield* withoutAnswers(left, one);
  return left;
}

/** What is left of both sides when each number has taken the first that answers it. */
function* withoutAnswers([sources, targets]: Sides, { seek, stand }: AnswerKeys): Slices<Sides> {
  if (sources.length === 0 || targets.length === 0) return [sources, targets];
  const standing = new Map<string, Quantity[]>();
  yield* someSlices([...targets].reverse(), (target) => {
    for (const key of stand(target)) addToGroup(standing, key, target);
  });
  const taken = new Set<Quantity>();
  const left: Quantity[] = [];
  yield* someSlices(sources, (source) => {
    const answer = firstFree(standing, seek(source), taken);
    if (answer === null) left.push(source);
    else taken.add(answer);
  });
  return [left, targets.filter((target) => !taken.has(target))];
}

function firstFree(
  standing: ReadonlyMap<string, Quantity[]>,
  keys: readonly string[],
  taken: ReadonlySet<Quantity>,
): Quantity | null {
  for (const key of keys) {
    const group = standing.get(key) ?? [];
    while (group.length > 0 && taken.has(group.at(-1) as Quantity)) group.pop();
    const first = group.at(-1);
    if (first !== undefined) return first;
  }
  return null;
}

/** Takes away what the other side says part by part: two thirds as 2 out of 3, 14h30 as 14 hours 30. */
function withoutParts(
  whole: readonly Quantity[],
  [strict, loose]: readonly [readonly Quantity[], readonly Quantity[]],
) {
  const byValue = new Map<string, Quantity[]>();
  for (const one of [...strict, ...loose].reverse())
    if (one.kind === 'number') addToGroup(byValue, String(one.value), one);
  const hasTimes = strict.some(({ kind }) => kind === 'time');
  const taken = new Set<Quantity>();
  const left = whole.filter(({ kind, parts = [] }) => {
    if (parts.length < 2 || (kind === 'time' && hasTimes)) return true;
    const found = parts.map((part) => (part === 1 ? null : firstFree(byValue, [String(part)], taken)));
    if (found.some((one, i) => one === null && parts[i] !== 1)) return true;
    for (const one of found) if (one !== null) taken.add(one);
    return false;
  });
  return { left, taken, rest: strict.filter((one) => !taken.has(one)) };
}
