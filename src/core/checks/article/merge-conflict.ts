import type { Unit } from '../../model/article.ts';
import type { Fault } from '../finding.ts';

/** Another English was written elsewhere at the same time. */
export const mergeConflict = {
  rule: 'merge-conflict',
  find({ conflict }: Pick<Unit, 'conflict'>): Fault[] {
    if (conflict === undefined) return [];
    const said = `somebody else wrote “${conflict}”; save what is right`;
    return [{ message: `${said}, which takes the “# conflict:” line away`, said, source: null, target: null }];
  },
} as const;
