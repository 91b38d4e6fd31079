import type { Unit } from '../../model/article.ts';
import type { Fault } from '../finding.ts';

/** The English was made from another French than there is by now. */
export const sourceChanged = {
  rule: 'source-changed',
  find({ previous }: Pick<Unit, 'previous'>): Fault[] {
    if (previous === null) return [];
    const message = 'the French changed since this was translated; bring the English up to it';
    return [{ message, source: null, target: null }];
  },
} as const;
