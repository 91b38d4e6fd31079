import type { Unit } from '../model/article.ts';
import type { Fault } from './finding.ts';

/** Another English was written elsewhere at the same time. */
export const mergeConflict = {
  rule: 'merge-conflict',
  find({ conflict }: Pick<Unit, 'conflict'>): Fault[] {
    if (conflict === undefined) return [];
    const message = `somebody else wrote “${conflict}”; save what is right, which takes the “# conflict:” line away`;
    return [{ message, source: null, target: null }];
  },
} as const;
