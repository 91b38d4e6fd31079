import { around } from '../shared/elements.ts';
import { hasModifier } from '../shared/form-keys.ts';
import { within } from './within.ts';

/** How far an arrow goes: links for those of the line, rows for the others; Home and End as far as there is. */
const STEPS: Readonly<Record<string, { readonly of: 'link' | 'row'; readonly by: number }>> = {
  ArrowRight: { of: 'link', by: 1 },
  ArrowLeft: { of: 'link', by: -1 },
  ArrowDown: { of: 'row', by: 1 },
  ArrowUp: { of: 'row', by: -1 },
  Home: { of: 'row', by: -Infinity },
  End: { of: 'row', by: Infinity },
};

/**
 * Makes the links of a list one Tab stop, which the arrow keys go through.
 *
 * @returns puts the stop: at first, and after rows came, went or were hidden
 */
export function setUpRovingRows(list: HTMLElement): () => void {
  const shownRows = () => [...list.children].filter((row) => !(row as HTMLElement).hidden);
  const moveStop = (link: HTMLElement | undefined) => {
    for (const other of linksOf(list)) other.tabIndex = other === link ? 0 : -1;
  };
  const refresh = () => {
    const links = shownRows().flatMap(linksOf);
    const active = document.activeElement;
    moveStop(links.find((link) => link === active) ?? links[0]);
  };
  list.addEventListener('focusin', (event) => moveStop(around(event, 'a') ?? undefined));
  list.addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    const link = around(event, 'a');
    if (step === undefined || link === null || hasModifier(event) || event.shiftKey) return;
    event.preventDefault();
    const rows = shownRows();
    const stops = step.of === 'link' ? rows.flatMap(linksOf) : rows.map((row) => linksOf(row)[0]);
    const at = stops.indexOf(step.of === 'link' ? link : linksOf(link.closest('li') ?? list)[0]);
    within(stops, at + step.by)?.focus();
  });
  return refresh;
}

function linksOf(row: Element): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>('a[href]')];
}
