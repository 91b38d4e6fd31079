import { bare } from '../reading/panel.ts';
import { byId } from '../shared/elements.ts';

// Filters the list while the reader types; the form itself works without this.
const search = byId('search', HTMLInputElement);
const rows = [...byId('entries', HTMLElement).querySelectorAll<HTMLElement>('li')];
search.addEventListener('input', () => {
  const wanted = bare(search.value);
  const found = rows.filter((row) => {
    row.hidden = !bare(row.dataset['search'] ?? '').includes(wanted);
    return !row.hidden;
  });
  byId('found', HTMLElement).textContent = wanted === '' ? '' : `${found.length} found`;
});
