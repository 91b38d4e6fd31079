import { byId } from '../shared/elements.ts';
import { filterRows } from '../shared/filter-rows.ts';

// Filters the list while the reader types; the form itself works without this.
const search = byId('search', HTMLInputElement);
const rows = [...byId('entries', HTMLElement).querySelectorAll<HTMLElement>('li')];
search.addEventListener('input', () => {
  const found = filterRows(rows, search.value);
  byId('found', HTMLElement).textContent = search.value.trim() === '' ? '' : `${found} found`;
});
