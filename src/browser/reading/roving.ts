import { around } from '../shared/elements.ts';
import { hasModifier } from '../shared/form-keys.ts';
import { isOffered } from './marks.ts';
import { within } from './within.ts';

/** The Tab stops of an article: one a paragraph for its number and all its terms, which the arrow keys go through. */
export interface Roving {
  /** Puts the stops into a part of the page, or into one that is to come in. */
  prepare(part: HTMLElement): void;
  /** Puts them anew, after other terms came in or others are marked. */
  refresh(): void;
}

/** How far an arrow goes; Home and End as far as there is. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Home: -Infinity,
  End: Infinity,
};

/** The number of a paragraph, and the terms that are read; an editor in it has its own. */
const STOP = '.unit > .number, .unit > .side .term';

export function setUpRoving(edition: HTMLElement): Roving {
  edition.addEventListener('focusin', (event) => moveStop(around(event, STOP)));
  edition.addEventListener('keydown', (event) => {
    const stop = around(event, STOP);
    const by = STEPS[event.key];
    if (stop === null || by === undefined || hasModifier(event) || event.shiftKey) return;
    event.preventDefault();
    const stops = stopsOf(stop.closest('.unit') ?? edition).filter(isStop);
    within(stops, stops.indexOf(stop) + by)?.focus();
  });
  const prepare = (part: HTMLElement) => {
    for (const unit of part.querySelectorAll('.unit')) putStop(unit);
  };
  prepare(edition);
  return {
    prepare,
    refresh() {
      prepare(edition);
      const active = document.activeElement;
      if (active !== null && edition.contains(active)) moveStop(active.closest<HTMLElement>(STOP));
    },
  };
}

/** The first term that is offered is the stop, or the number where there is none. */
function putStop(unit: Element): void {
  const stops = stopsOf(unit);
  for (const stop of stops) {
    stop.tabIndex = -1;
    if (!isTerm(stop)) continue;
    if (isOffered(stop)) stop.setAttribute('role', 'button');
    else stop.removeAttribute('role');
  }
  const first = stops.find((stop) => isTerm(stop) && isOffered(stop)) ?? stops.find(isStop);
  if (first !== undefined) first.tabIndex = 0;
}

function moveStop(stop: HTMLElement | null): void {
  const unit = stop?.closest('.unit');
  if (!stop || !unit || stop.tabIndex === 0) return;
  for (const other of stopsOf(unit)) if (other.tabIndex === 0) other.tabIndex = -1;
  stop.tabIndex = 0;
}

function isStop(element: HTMLElement): boolean {
  return !isTerm(element) || isOffered(element);
}

function isTerm({ classList }: HTMLElement): boolean {
  return classList.contains('term');
}

function stopsOf(unit: Element): HTMLElement[] {
  return [...unit.querySelectorAll<HTMLElement>(STOP)];
}
