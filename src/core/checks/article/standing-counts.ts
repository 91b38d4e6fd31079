import type { LedgerEntry } from '../../ledger/ledger-entry.ts';
import { STANDINGS, type Standing, type Standings, standingOf } from '../../ledger/standing.ts';
import { counted, grouped } from '../../text/counted.ts';

/** How often terms stand each way. */
export function countStandings(entries: readonly LedgerEntry[]): Standings {
  const standings = Object.fromEntries(STANDINGS.map((standing) => [standing, 0])) as Record<Standing, number>;
  for (const entry of entries) standings[standingOf(entry)] += 1;
  return standings;
}

/** “61 terms: 58 preferred, 3 admitted”: how an article stands, in one line; “no terms” for none. */
export function summarize(standings: Standings): string {
  const total = STANDINGS.reduce((sum, standing) => sum + standings[standing], 0);
  if (total === 0) return 'no terms';
  const given = STANDINGS.filter((standing) => standings[standing] > 0);
  const parts = given.map((standing) => `${grouped(standings[standing])} ${standing}`);
  return `${counted(total, 'term')}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}
