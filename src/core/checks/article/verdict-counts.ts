import { type LedgerEntry, VERDICTS, type Verdict } from '../../ledger/ledger-entry.ts';

/** How often each verdict was given. */
export function countVerdicts(entries: readonly LedgerEntry[]): Record<Verdict, number> {
  const verdicts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict } of entries) verdicts[verdict] += 1;
  return verdicts;
}

/** “61 terms: 58 preferred, 3 admitted”: how an article stands, in one line; “no terms” for none. */
export function summarize(verdicts: Readonly<Record<Verdict, number>>): string {
  const total = VERDICTS.reduce((sum, verdict) => sum + verdicts[verdict], 0);
  if (total === 0) return 'no terms';
  const parts = VERDICTS.filter((verdict) => verdicts[verdict] > 0).map((verdict) => `${verdicts[verdict]} ${verdict}`);
  return `${total} ${total === 1 ? 'term' : 'terms'}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}
