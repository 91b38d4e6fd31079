import type { PoMessage } from '../po/po.ts';

interface Named {
  readonly message: PoMessage;
  readonly number: number;
  readonly again: number;
}

/** Comparisons of two lists of equal paragraphs at most, so that nothing grows with their product. */
const MOST_COMPARED = 250_000;

/**
 * Which of the messages of one text goes to which of the paragraphs that read so. A `msgctxt` names its paragraph;
 * since numbers shift where a paragraph is put in or taken out, the messages that have one keep their order and go as
 * near to it as can be. The others take what is left: first those without a msgctxt, then those with a name of another
 * kind, each in the order of the file.
 *
 * @param numbers of the paragraphs, ascending: 7 for `p7`
 * @returns a message or nothing for each of them
 */
export function placeTwins(numbers: readonly number[], messages: readonly PoMessage[]): (PoMessage | undefined)[] {
  const named: Named[] = [];
  const unnamed: PoMessage[] = [];
  const foreign: PoMessage[] = [];
  for (const message of messages) {
    const name = nameIn(message.context);
    if (message.context === null) unnamed.push(message);
    else if (name === null) foreign.push(message);
    else named.push({ message, ...name });
  }
  named.sort((a, b) => a.number - b.number || a.again - b.again);
  const wanted = named.map(({ number }) => number);
  const placed: (PoMessage | undefined)[] = numbers.map(() => undefined);
  for (const [unit, at] of nearestPairs(numbers, wanted)) placed[unit] = named[at]?.message;
  const others = [...unnamed, ...foreign];
  let next = 0;
  return placed.map((message) => {
    if (message !== undefined) return message;
    next += 1;
    return others[next - 1];
  });
}

/** The paragraph that a `msgctxt` of ours names: 7 in `p7`, and in `p7-2`, which a taken name is evaded to. */
function nameIn(context: string | null): Pick<Named, 'number' | 'again'> | null {
  const [, digits, again] = /^p(\d{1,9})(?:-(\d{1,9}))?$/.exec(context ?? '') ?? [];
  return digits === undefined ? null : { number: Number(digits), again: Number(again ?? 1) };
}

type Pair = readonly [first: number, second: number];

/** Pairs of places in two ascending lists: as many as the shorter has, in order, and together as near as can be. */
function nearestPairs(first: readonly number[], second: readonly number[]): readonly Pair[] {
  if (first.length > second.length) return nearestPairs(second, first).map(([a, b]) => [b, a] as const);
  if (first.length === second.length) return first.map((_, i) => [i, i] as const);
  return first.length * second.length > MOST_COMPARED ? equalPairs(first, second) : closestPairs(first, second);
}

/** Only those that are the same. */
function equalPairs(first: readonly number[], second: readonly number[]): Pair[] {
  const places = new Map(second.map((number, i) => [number, i]));
  return first.flatMap((number, i) => {
    const at = places.get(number);
    return at === undefined ? [] : [[i, at] as const];
  });
}

/**
 * Each of the shorter list with one of the longer. `rows[i][j]` is the least distance of the first `i` of the one
 * among the first `j` of the other.
 */
function closestPairs(short: readonly number[], long: readonly number[]): Pair[] {
  const rows = [new Array<number>(long.length + 1).fill(0)];
  short.forEach((number, i) => {
    const row = new Array<number>(long.length + 1).fill(Number.POSITIVE_INFINITY);
    long.forEach((other, j) => {
      const paired = (rows[i]?.[j] ?? 0) + Math.abs(number - other);
      row[j + 1] = Math.min(row[j] ?? 0, paired);
    });
    rows.push(row);
  });
  const pairs: Pair[] = [];
  for (let i = short.length, j = long.length; i > 0; j -= 1) {
    if (rows[i]?.[j] === rows[i]?.[j - 1]) continue;
    i -= 1;
    pairs.push([i, j - 1]);
  }
  return pairs;
}
