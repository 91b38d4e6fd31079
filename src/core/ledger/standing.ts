import type { LedgerEntry } from './ledger-entry.ts';

/**
 * How people are told of a term: by its verdict, but `free` where nothing renders a general word that its entry lets
 * English render as the sentence asks.
 */
export const STANDINGS = ['preferred', 'admitted', 'deprecated', 'missing', 'free', 'waived'] as const;
export type Standing = (typeof STANDINGS)[number];

/** How many terms stand each way. */
export type Standings = Readonly<Record<Standing, number>>;

export function standingOf({ verdict, reading }: Pick<LedgerEntry, 'verdict' | 'reading'>): Standing {
  return verdict === 'missing' && reading.concept.count === 'free' ? 'free' : verdict;
}

/** Whether it is not what its entry asks for. */
export function isWrong(standing: Standing): boolean {
  return standing === 'missing' || standing === 'deprecated';
}

/** Whether a person may accept it with a reason: what is wrong, and what is worth a remark. */
export function isAcceptable(standing: Standing): boolean {
  return isWrong(standing) || standing === 'free';
}
