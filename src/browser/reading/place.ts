import { oncePageIsThere } from '../shared/at-rest.ts';
import { tabStorage } from '../shared/storage.ts';

/** A paragraph, where its beginning stands in the window, and how far the page was scrolled then. CSS pixels. */
interface Anchor {
  readonly unit: HTMLElement;
  readonly top: number;
  readonly height: number;
  readonly scrolled: number;
}

/**
 * How much of a paragraph somebody sees who reads there; of what is left of the one before it they do not. CSS pixels.
 */
const A_LINE = 20;

/** The place of a reader in the article. */
export interface ReadingPlace {
  /** Puts it back at once, before anything is painted or measured. */
  keep(): void;
}

/**
 * Keeps the paragraph at the top of the window, or the one that is edited, where it is, whatever grows, shrinks or
 * comes in around it: an image, the sheet of the terms, another view, an update. Not every browser does so, and none
 * when the columns get another width. Who comes back to the page finds it there too: browsers bring pixels back,
 * whatever the lines are by then.
 */
export function setUpPlace(edition: HTMLElement): ReadingPlace {
  let anchor: Anchor | null = null;
  // As long as the browser brings the page back: more than once, the last time in the frame after all of it is there.
  let left = anchorLeft(edition);
  oncePageIsThere(() => requestAnimationFrame(() => requestAnimationFrame(() => (left = null))));
  const sizeNow = () => `${edition.offsetWidth} ${document.body.offsetHeight}`;
  // Told by the observers once the page stands: to ask now would make it stand twice.
  let size = '';
  const remember = () => {
    // A page that got shorter was scrolled by the browser: what is kept is where the reader was before.
    if (sizeNow() === size) anchor = scrollY > 0 ? anchorIn(edition) : null;
  };
  const keep = () => {
    if (left !== null && isBack(left)) anchor = left;
    size = sizeNow();
    if (anchor?.unit.isConnected) window.scrollBy({ top: moved(anchor), behavior: 'instant' });
    remember();
  };
  window.addEventListener('scroll', () => (left === null ? remember() : keep()), { passive: true });
  window.addEventListener('pagehide', () => leaveAnchor(anchorIn(edition)));
  const sizes = new ResizeObserver(keep);
  sizes.observe(edition);
  sizes.observe(document.body);
  return { keep };
}

/** Of the paragraph that is edited, as long as one sees some of it; else of the one at the top of the window. */
function anchorIn(edition: HTMLElement): Anchor | null {
  const line = readFrom();
  const units = [...edition.querySelectorAll<HTMLElement>('.unit:not([hidden])')];
  for (const unit of [edition.querySelector<HTMLElement>('.editing'), units[firstBelow(units, line)]]) {
    if (!unit) continue;
    const { top, bottom, height } = unit.getBoundingClientRect();
    if (bottom > line && top < innerHeight) return { unit, top, height, scrolled: scrollY };
  }
  return null;
}

/** Where in the window somebody begins to read: a line below what lies over its top, the bar. CSS pixels. */
function readFrom(): number {
  return Math.max(0, document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0) + A_LINE;
}

/**
 * Index of the first paragraph that ends below a line of the window; they stand in order, and there may be thousands.
 */
function firstBelow(units: readonly HTMLElement[], line: number): number {
  let [from, to] = [0, units.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((units[middle] as HTMLElement).getBoundingClientRect().bottom > line) to = middle;
    else from = middle + 1;
  }
  return from;
}

/**
 * How far to scroll so that it stands where it was, or as much of it above the window where it got too short for that.
 */
function moved({ unit, top: before, height, scrolled }: Anchor): number {
  const now = unit.getBoundingClientRect();
  const top = before + scrolled - scrollWanted(scrolled);
  const line = readFrom();
  const wanted = top + now.height > line ? top : line - ((line - top) / height) * now.height;
  return now.top - wanted;
}

/** How far a reader wants the page scrolled: as it is, unless it got too short for how it was. */
function scrollWanted(before: number): number {
  const most = document.documentElement.scrollHeight - innerHeight;
  return Math.ceil(before) > most ? before : scrollY;
}

/** The name of what is kept of an article while the tab is open. */
const keptName = () => `place ${location.pathname}`;

/** For who comes back. */
function leaveAnchor(anchor: Anchor | null): void {
  if (anchor === null) tabStorage.forget(keptName());
  else {
    const { unit, top, height, scrolled } = anchor;
    tabStorage.remember(keptName(), [unit.id, top, height, scrolled].join(' '));
  }
}

/**
 * Where the paragraph stood that was at the top when the page was left, for who comes back; null for who was led to it.
 */
function anchorLeft(edition: HTMLElement): Anchor | null {
  const [way] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const kept = way?.type === 'navigate' ? null : tabStorage.recall(keptName());
  const [id = '', ...sizes] = kept?.split(' ') ?? [];
  const [top = 0, height = 0, scrolled = 0] = sizes.map(Number);
  const unit = document.getElementById(id);
  return unit !== null && edition.contains(unit) ? { unit, top, height, scrolled } : null;
}

/** Whether the page is scrolled as it was, as far as it still reaches. */
function isBack({ scrolled }: Anchor): boolean {
  return Math.abs(scrollWanted(scrolled) - scrolled) < 1;
}
