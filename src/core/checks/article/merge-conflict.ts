import type { Unit } from '../../model/article.ts';
import type { Fault } from '../finding.ts';

/** Another English was written elsewhere at the same time. */
export const mergeConflict = {
  rule: 'merge-conflict',
  find({ conflicts = [] }: Pick<Unit, 'conflicts'>): Fault[] {
    if (conflicts.length === 0) return [];
    const texts = conflicts.map(({ text }) => `“${text}”`).join(' and ');
    const said = `somebody else wrote ${texts}; save what is right`;
    const lines = `the “# conflict:” ${conflicts.length === 1 ? 'line' : 'lines'}`;
    return [{ message: `${said}, which takes ${lines} away`, said, source: null, target: null }];
  },
} as const;
