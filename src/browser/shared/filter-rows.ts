/**
 * Shows the rows whose `data-search` holds what is wanted, whatever its capitals and accents.
 *
 * @returns how many are shown
 */
export function filterRows(rows: readonly HTMLElement[], wanted: string): number {
  const bareWanted = bare(wanted);
  for (const row of rows) row.hidden = !bare(row.dataset['search'] ?? '').includes(bareWanted);
  return rows.filter((row) => !row.hidden).length;
}

/** Small letters without accents. */
function bare(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').trim();
}
