import { bare } from '../../core/text/characters.ts';
/**
 * Shows the rows whose `data-search` holds every word that is wanted, whatever its capitals, accents and commas.
 *
 * @returns how many are shown
 */
export function filterRows(rows: readonly HTMLElement[], wanted: string): number {
  const words = bare(wanted)
    .split(/[\s,;]+/)
    .filter((word) => word !== '');
  for (const row of rows) {
    const search = bare(row.dataset['search'] ?? '');
    row.hidden = !words.every((word) => search.includes(word));
  }
  return rows.filter((row) => !row.hidden).length;
}
