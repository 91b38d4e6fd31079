import { counted } from './counted.ts';

/** One of several things of which the same is told. */
export interface ToldOnce<Thing> {
  readonly one: Thing;
  /** How many of them there are, with this one. */
  readonly times: number;
}

/**
 * Things of which the same is told, once: the first of them, where it stands.
 *
 * @param saying what is told of a thing
 */
export function toldOnce<Thing>(things: readonly Thing[], saying: (thing: Thing) => string): ToldOnce<Thing>[] {
  const first = new Map<string, { readonly one: Thing; times: number }>();
  for (const one of things) {
    const says = saying(one);
    const same = first.get(says);
    if (same === undefined) first.set(says, { one, times: 1 });
    else same.times += 1;
  }
  return [...first.values()];
}

/** ` (2 times)`, to follow what is told; '' for what is so once. */
export function howOften(times: number): string {
  return times === 1 ? '' : ` (${counted(times, 'time')})`;
}
