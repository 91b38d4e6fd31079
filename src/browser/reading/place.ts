/** A paragraph, where its beginning stands in the window, and how far the page was scrolled then. CSS pixels. */
interface Anchor {
  readonly unit: HTMLElement;
  readonly top: number;
  readonly height: number;
  readonly scrolled: number;
}

/** What lies over the top of the window: the bar. CSS pixels. */
const COVERED = 60;

/** The place of a reader in the article. */
export interface ReadingPlace {
  /** Puts it back at once, before anything is painted or measured. */
  keep(): void;
}

/**
 * Keeps the paragraph at the top of the window where it is, whatever grows, shrinks or comes in around it: an image, the
 * sheet of the terms, another view, an update. Not every browser does so, and none when the columns get another width.
 */
export function setUpPlace(edition: HTMLElement): ReadingPlace {
  let anchor: Anchor | null = null;
  const sizeNow = () => `${edition.offsetWidth} ${document.body.offsetHeight}`;
  // Told by the observers once the page stands: to ask now would make it stand twice.
  let size = '';
  const remember = () => {
    // A page that got shorter was scrolled by the browser: what is kept is where the reader was before.
    if (sizeNow() === size) anchor = window.scrollY > 0 ? anchorIn(edition) : null;
  };
  const keep = () => {
    size = sizeNow();
    if (anchor?.unit.isConnected) window.scrollBy({ top: moved(anchor), behavior: 'instant' });
    remember();
  };
  window.addEventListener('scroll', remember, { passive: true });
  const sizes = new ResizeObserver(keep);
  sizes.observe(edition);
  sizes.observe(document.body);
  return { keep };
}

function anchorIn(edition: HTMLElement): Anchor | null {
  const units = [...edition.querySelectorAll<HTMLElement>('.unit:not([hidden])')];
  const unit = units[firstBelow(units, COVERED)];
  if (unit === undefined) return null;
  const { top, height } = unit.getBoundingClientRect();
  return { unit, top, height, scrolled: window.scrollY };
}

/** Index of the first paragraph that ends below a line of the window; they stand in order, and there may be thousands. */
function firstBelow(units: readonly HTMLElement[], line: number): number {
  let [from, to] = [0, units.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((units[middle] as HTMLElement).getBoundingClientRect().bottom > line) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** How far to scroll so that it stands where it was, or as much of it above the window where it got too short for that. */
function moved({ unit, top: before, height, scrolled }: Anchor): number {
  const now = unit.getBoundingClientRect();
  const top = before + scrolled - scrollWanted(scrolled);
  const wanted = top + now.height > COVERED ? top : COVERED - ((COVERED - top) / height) * now.height;
  return now.top - wanted;
}

/** How far a reader wants the page scrolled: as it is, unless it got too short for how it was. */
function scrollWanted(before: number): number {
  const most = document.documentElement.scrollHeight - window.innerHeight;
  return Math.ceil(before) > most ? before : window.scrollY;
}
