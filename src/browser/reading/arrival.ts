import type { ReadingPlace } from './place.ts';

/** With the first of these the page is there, or somebody does more than look before it is. */
const BEGINNINGS = ['load', 'keydown', 'pointermove', 'pointerdown', 'focusin'] as const;
/** With these somebody may be led to a place, which must stand by then where it will stay. */
const LEADINGS = ['keydown', 'click', 'focusin'] as const;

/**
 * The style leaves out of the layout what never came near the view. What did is from then on as any other part; so is all
 * the rest before somebody is led somewhere.
 *
 * @param makeReady gives the page what pointers and keys need, behind the first look or with the first of them
 */
export function setUpArrival(place: ReadingPlace, makeReady: () => void): void {
  const waiting = new AbortController();
  const begin = () => {
    waiting.abort();
    makeReady();
  };
  for (const kind of BEGINNINGS) window.addEventListener(kind, begin, { capture: true, signal: waiting.signal });
  if (document.readyState === 'complete') begin();
  document.addEventListener('contentvisibilityautostatechange', letStand as EventListener, { capture: true });
  const standAll = ({ target }: Event) => {
    if (!document.documentElement.classList.replace('from-top', 'stands')) return;
    place.keep();
    const led = target as Element;
    // A focus that keys gave is told of once it was scrolled to, where it was.
    if (led.matches(':focus-visible')) led.scrollIntoView({ block: 'nearest' });
  };
  for (const kind of LEADINGS) window.addEventListener(kind, standAll, { capture: true, once: true });
}

function letStand({ target, skipped }: ContentVisibilityAutoStateChangeEvent): void {
  if (!skipped) (target as Element).classList.add('stands');
}
