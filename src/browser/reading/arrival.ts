import { oncePageIsThere, whenAtRest } from '../shared/at-rest.ts';
import type { ReadingPlace } from './place.ts';

/** With these somebody may be led to a place, which must stand by then where it will stay. */
const LEADINGS = ['keydown', 'click', 'focusin'] as const;
/** Keys that only scroll, which a browser forgets over a long layout. */
const SCROLLS = /^( |Page|Arrow|End)/;
/** Paragraphs that one turn lays out: one alone takes half the time of eight, and thirty could be felt. */
const A_TURN = 8;

/**
 * The style leaves out of the first layout what is not near the view. Behind the first look it comes in, from the top
 * on and in turns while the browser is at rest; what is left of it comes before somebody is led somewhere.
 *
 * @param makeReady gives the page what pointers and keys need, once it is there or with the first of them
 */
export function setUpArrival(edition: HTMLElement, place: ReadingPlace, makeReady: () => void): void {
  const stands = () => edition.classList.contains('stands');
  const left = [...edition.querySelectorAll('.unit'), edition];
  // The end that a key led to is farther down once all stands.
  let isAtEnd = false;
  const standNext = () => {
    if (stands()) return;
    for (const part of left.splice(0, A_TURN)) part.classList.add('stands');
    if (isAtEnd) window.scrollTo({ top: document.body.scrollHeight, behavior: 'instant' });
    else place.keep();
    whenAtRest(standNext);
  };
  let isReady = false;
  const begin = () => {
    if (isReady) return;
    isReady = true;
    makeReady();
    whenAtRest(standNext);
  };
  const lead = ({ target, key = '' }: Event & { key?: string }) => {
    begin();
    isAtEnd = key === 'End' && target === document.body;
    if (stands() || SCROLLS.test(key)) return;
    edition.classList.add('stands');
    place.keep();
    const led = target as Element;
    // A focus that keys gave is told of once it was scrolled to, where it was.
    if (led.matches(':focus-visible')) led.scrollIntoView({ block: 'nearest' });
  };
  oncePageIsThere(begin);
  window.addEventListener('pointermove', begin, { once: true });
  window.addEventListener('wheel', () => {
    isAtEnd = false;
  });
  for (const kind of LEADINGS) window.addEventListener(kind, lead, true);
}
