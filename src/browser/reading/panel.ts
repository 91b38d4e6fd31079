import { around, byId } from '../shared/elements.ts';
import { filterRows } from '../shared/filter-rows.ts';
import { setUpRovingRows } from './roving-rows.ts';

/** The sheet with the terms of the article: open, close, filter. */
export interface Panel {
  open(): void;
  close(): void;
  /** Opens it with the cursor in the filter. */
  filter(): void;
  /** Filters what came in. */
  refresh(): void;
}

export function setUpPanel(): Panel {
  const terms = byId('terms', HTMLElement);
  const filter = byId('filter', HTMLInputElement);
  const opener = byId('open-terms', HTMLElement);
  const list = terms.querySelector<HTMLElement>('.concepts');
  const putStop = list === null ? () => {} : setUpRovingRows(list);
  const isOpen = () => document.body.classList.contains('terms-open');
  const panel: Panel = {
    open() {
      document.body.classList.add('terms-open');
      terms.focus({ preventScroll: isSheet(terms) });
    },
    close() {
      if (!isOpen()) return;
      const held = terms.contains(document.activeElement);
      document.body.classList.remove('terms-open');
      if (held) opener.focus({ preventScroll: true });
    },
    filter() {
      panel.open();
      filter.focus();
    },
    refresh() {
      showFitting(terms, filter.value);
      putStop();
    },
  };
  opener.addEventListener('click', (event) => {
    if (!isSheet(terms)) return;
    event.preventDefault();
    if (isOpen()) panel.close();
    else panel.open();
  });
  byId('close-terms', HTMLElement).addEventListener('click', panel.close);
  filter.addEventListener('input', panel.refresh);
  terms.addEventListener('click', goToOccurrence);
  return panel;
}

/** A link to an occurrence leads to the term itself, not only to its paragraph. */
function goToOccurrence(event: MouseEvent): void {
  const key = around(event, '.occurrences a')?.dataset['mention'];
  const marked =
    key === undefined ? [] : document.querySelectorAll<HTMLElement>(`.term[data-mention="${CSS.escape(key)}"]`);
  const term = [...marked].find((element) => element.getClientRects().length > 0);
  if (term === undefined) return;
  event.preventDefault();
  term.focus();
  term.scrollIntoView({ block: 'center' });
}

/** On a phone the terms stand at the end of the page instead. */
function isSheet(terms: HTMLElement): boolean {
  return getComputedStyle(terms).position === 'fixed';
}

function showFitting(terms: HTMLElement, wanted: string): void {
  const rows = [...terms.querySelectorAll<HTMLElement>('.concept')];
  const found = filterRows(rows, wanted);
  byId('filter-count', HTMLElement).textContent = wanted.trim() === '' ? '' : `${found} of ${rows.length} terms fit.`;
}
