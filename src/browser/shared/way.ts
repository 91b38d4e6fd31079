import { around } from './elements.ts';
import { tabStorage } from './storage.ts';

/** In this tab: the kind of paragraph through which somebody works. */
const KEPT = 'way';

/** The kind of paragraph to which a save leads on. */
export function wayNow(): string {
  return tabStorage.recall(KEPT) ?? 'unreviewed';
}

/** The buttons that lead to what is left to do. */
export function setUpWay(step: (want: string, by: 1 | -1) => void): void {
  document.querySelector('.bar')?.addEventListener('click', (event) => {
    const { want, by } = around(event, '.way a')?.dataset ?? {};
    if (want === undefined) return;
    event.preventDefault();
    step(want, by === '-1' ? -1 : 1);
  });
}

/**
 * The next or previous paragraph of those in order that wants something, from the other end again where none is left.
 *
 * @param at index of the current one, or of the one before the first in view
 */
export function wanting(
  units: readonly HTMLElement[],
  { want, by, at }: { readonly want: string; readonly by: 1 | -1; readonly at: number },
): HTMLElement | undefined {
  tabStorage.remember(KEPT, want);
  const order =
    by > 0
      ? [...units.slice(at + 1), ...units.slice(0, at + 1)]
      : [...units.slice(0, Math.max(0, at)).reverse(), ...units.slice(Math.max(0, at)).reverse()];
  return order.find((unit) => unit.dataset['wants']?.split(' ').includes(want));
}
