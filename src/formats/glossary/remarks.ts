import { type Problem, problemOf } from '../../core/checks/problem.ts';
import type { Place } from '../../core/model/place.ts';

/** Things of one kind that a file of another tool holds and that are left out: said once, with their number. */
export interface Remarks {
  /** @param say the sentence for so many */
  count(
    key: string,
    at: () => { readonly place: Place; readonly excerpt: string },
    say: (count: number) => string,
  ): void;
  readonly all: readonly Problem[];
}

export function createRemarks(): Remarks {
  const found = new Map<
    string,
    { count: number; readonly problem: Problem; readonly say: (count: number) => string }
  >();
  return {
    count(key, at, say) {
      const known = found.get(key);
      if (known !== undefined) {
        known.count += 1;
        return;
      }
      const { place, excerpt } = at();
      found.set(key, { count: 1, problem: { ...problemOf('not-read', place, ''), excerpt }, say });
    },
    get all() {
      return [...found.values()].map(({ count, problem, say }) => ({ ...problem, message: say(count) }));
    },
  };
}
