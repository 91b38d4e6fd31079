import { counted, grouped } from '../../core/text/counted.ts';
import { around, byId } from '../shared/elements.ts';
import { setUpRovingRows } from './roving-rows.ts';

/** The sheet with the terms of the article: open, close, filter. */
export interface Panel {
  open(): void;
  close(): void;
  /** Opens it with the cursor in the filter. */
  filter(): void;
  /** Filters what came in, and gives it its Tab stop. */
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
      void showFitting(terms, filter);
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

/**
 * What compares words is brought when somebody filters: few do, and it takes as long to make ready as all else here.
 */
async function showFitting(terms: HTMLElement, filter: HTMLInputElement): Promise<void> {
  const rows = [...terms.querySelectorAll<HTMLElement>('.concept')];
  const count = byId('filter-count', HTMLElement);
  const wanted = filter.value;
  if (wanted.trim() === '') {
    for (const row of rows) row.hidden = false;
    count.textContent = '';
    return;
  }
  const filtering = await import('../shared/filter-rows.ts').catch(() => null);
  if (filtering === null || filter.value !== wanted) return;
  count.textContent = `${grouped(filtering.filterRows(rows, wanted))} of ${counted(rows.length, 'term')} fit.`;
}
