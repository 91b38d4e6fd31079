import { addToGroup } from '../model/groups.ts';
import type { Severity } from './rule.ts';

/**
 * Of one file, one folder or one paragraph, what is told one by one.
 *
 * @guard long-lists → Infinity
 */
export const MOST_TOLD = 100;

/** What a list has beyond. */
export type Several<Thing> = readonly [Thing, ...Thing[]];

/**
 * The first things of each group, and behind them one for the rest of each: nobody reads ten thousand lines, and no
 * page should be made of them.
 *
 * @param things in the order they are to be told
 */
export function fewTold<Thing>(
  things: readonly Thing[],
  groupOf: (thing: Thing) => string,
  restOf: (rest: Several<Thing>) => Thing,
): Thing[] {
  const counts = new Map<string, number>();
  const left = new Map<string, Thing[]>();
  const told = things.filter((thing) => {
    const group = groupOf(thing);
    const count = (counts.get(group) ?? 0) + 1;
    counts.set(group, count);
    if (count > MOST_TOLD) addToGroup(left, group, thing);
    return count <= MOST_TOLD;
  });
  return [...told, ...[...left.values()].map((rest) => restOf(rest as [Thing, ...Thing[]]))];
}

/** The severity of the worst of them. */
export function worstOf<Judged extends { readonly severity: Severity }>(
  all: Several<Judged>,
): Pick<Judged, 'severity'> {
  const { severity } = all.reduce((worst, one) => (BADNESS[one.severity] > BADNESS[worst.severity] ? one : worst));
  return { severity };
}

const BADNESS: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };
