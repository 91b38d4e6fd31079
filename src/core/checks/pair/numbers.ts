import type { LedgerEntry } from '../../ledger/ledger-entry.ts';
import { addToGroup } from '../../model/groups.ts';
import { partitionPoint } from '../../model/partition-point.ts';
import type { RichText, Span } from '../../model/rich-text.ts';
import { finish, type Slices } from '../../model/slices.ts';
import { someSlices } from '../../model/some-slices.ts';
import { writtenSpan } from '../../text/reading.ts';
import { ENGLISH_NUMBERS } from '../../words/english-numbers.ts';
import type { NumberWords } from '../../words/number-words.ts';
import { findQuantities } from '../../words/quantities.ts';
import type { Quantity } from '../../words/quantity.ts';
import { ALIKE, type AnswerKeys, EXACT, MEASURED, SAME } from './number-answers.ts';

/** A number that one side has and the other has not; both when it was changed. */
export interface QuantityDifference {
  readonly source: Quantity | null;
  readonly target: Quantity | null;
}

/** A term of the French, and where a rendering that its entry lists stands for it, if that may have a number. */
export interface AnsweredTerm extends Span {
  readonly rendered: Span | null;
  /** It is told from others by a figure: article 12. */
  readonly isNumbered: boolean;
}

/** A figure, or how an ordinal ends. */
const MAY_COUNT = /\d|(?:st|nd|rd|th)(?!\p{L})/u;

/** The terms of a ledger, for those who compare what stands beside them. */
export function answeredTerms(entries: readonly LedgerEntry[], source: RichText, target: RichText): AnsweredTerm[] {
  return entries.map(({ source: { start, end }, rendering }) => {
    const span = rendering?.reading ? rendering.spans[0] : undefined;
    const counts = span !== undefined && MAY_COUNT.test(target.text.slice(span.start, span.end));
    const isNumbered = /\d|(?<!\p{L})[IVX]+(?!\p{L})/u.test(source.text.slice(start, end));
    return { start, end, rendered: counts ? span : null, isNumbered };
  });
}

/**
 * Compares the numbers of a unit with those of its translation. Each answers once, those that nobody would miss last; a
 * number left over on one side and one on the other are one change.
 *
 * @param sources those of the French, with their places in the text as written
 * @param terms those of the French: what English counts another way, its entry says
 */
export function compareQuantities(
  sources: readonly Quantity[],
  target: RichText,
  terms: readonly AnsweredTerm[] = [],
): QuantityDifference[] {
  return finish(differenceSlices(sources, target, terms));
}

/** The same in pieces: a paragraph may be all numbers. */
export function* differenceSlices(
  sources: readonly Quantity[],
  target: RichText,
  terms: readonly AnsweredTerm[],
): Slices<QuantityDifference[]> {
  const targets = quantitiesIn(target, ENGLISH_NUMBERS);
  yield;
  const [lost, added] = withoutThoseOfTerms(yield* unanswered(sources, targets), terms);
  const count = Math.max(lost.length, added.length);
  const changed = Array.from({ length: count }, (_, i) => ({ source: lost[i] ?? null, target: added[i] ?? null }));
  return [...changed, ...turnedAround(sources, targets)];
}

/** Takes away what a term and its rendering count by: classe de troisième, Year 10; not Article 8 for article 6. */
function withoutThoseOfTerms([lost, added]: Sides, terms: readonly AnsweredTerm[]): Sides {
  if (added.length === 0) return [lost, added];
  const [lostIn, addedIn] = [createWithin(lost), createWithin(added)];
  const taken = new Set<Quantity>();
  for (const term of terms) {
    const { rendered } = term;
    if (rendered === null) continue;
    const [said, written] = [lostIn(term), addedIn(rendered)];
    if (written.length === 0 || (term.isNumbered && said.length > 0)) continue;
    for (const one of [...said, ...written]) taken.add(one);
  }
  return [lost.filter((one) => !taken.has(one)), added.filter((one) => !taken.has(one))];
}

/** Finds those of some numbers that lie in a stretch. */
function createWithin(all: readonly Quantity[]): (span: Span) => Quantity[] {
  const inOrder = [...all].sort((a, b) => a.start - b.start);
  return ({ start, end }) => {
    const from = partitionPoint(inOrder, (one) => one.start < start);
    const to = partitionPoint(inOrder, (one) => one.start < end);
    return inOrder.slice(from, to).filter((one) => one.end <= end);
  };
}

/** From 15 to 26, where the French goes from 26 to 15; not where either side goes both ways. */
function turnedAround(sources: readonly Quantity[], targets: readonly Quantity[]): QuantityDifference[] {
  const keyOf = (from: number, to: number) => `${from} ${to}`;
  const wayOf = ({ value, until }: Quantity) => (until === undefined ? null : keyOf(value, until));
  const [said, written] = [sources, targets].map((all) => new Set(all.map(wayOf))) as [Set<unknown>, Set<unknown>];
  const turned = new Map<string, Quantity>();
  for (const one of targets) {
    const way = wayOf(one);
    if (way !== null && !said.has(way) && !turned.has(way)) turned.set(way, one);
  }
  return sources.flatMap((source) => {
    const { value, until } = source;
    if (until === undefined || written.has(keyOf(value, until))) return [];
    const target = turned.get(keyOf(until, value));
    return target === undefined ? [] : [{ source, target }];
  });
}

/** The numbers of a text with their places in it as written. */
export function quantitiesIn(text: RichText, words: NumberWords): Quantity[] {
  return findQuantities(text.words, words).map((quantity) => ({ ...quantity, ...writtenSpan(text, quantity) }));
}

type Sides = readonly [source: readonly Quantity[], target: readonly Quantity[]];

/** Strict numbers are matched before loose ones, the very same before what only says the same. */
function* unanswered(sources: readonly Quantity[], targets: readonly Quantity[]): Slices<Sides> {
  const isLoose = ({ loose }: Quantity) => loose;
  const same = yield* without([EXACT, MEASURED, SAME], [sources.filter(isStrict), targets.filter(isStrict)]);
  const strict = yield* withoutAlike(same);
  const [lost, spareTargets] = yield* without([SAME, ALIKE], [strict[0], targets.filter(isLoose)]);
  const [spareSources, added] = yield* without([SAME, ALIKE], [sources.filter(isLoose), strict[1]]);
  const fromSource = withoutParts(lost, [added, spareTargets]);
  const fromTarget = withoutParts(fromSource.rest, [lost, spareSources]);
  return [fromSource.left.filter((one) => !fromTarget.taken.has(one)), fromTarget.left];
}

/** Months that both sides name, and name otherwise, answer no day: the 8 of 8 January is no August. */
function* withoutAlike(sides: Sides): Slices<Sides> {
  const isNamed = ({ kind, inFigures }: Quantity) => kind === 'month' && inFigures !== true;
  if (!sides.every((side) => side.some(isNamed))) return yield* withoutAnswers(sides, ALIKE);
  const [lost, added] = sides.map((side) => side.filter((one) => !isNamed(one))) as [Quantity[], Quantity[]];
  const left = new Set((yield* withoutAnswers([lost, added], ALIKE)).flat());
  const [from, to] = sides.map((side) => side.filter((one) => isNamed(one) || left.has(one))) as [
    Quantity[],
    Quantity[],
  ];
  return [from, to];
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
