/** Where somebody is in the article: the paragraph, and the words in it that matter. */
export interface WorkPlace {
  readonly unit: Element | null;
  /** What must be seen, wherever the window is scrolled to. */
  box(): DOMRect | null;
}

/** CSS pixels between what must be seen and what lies over the article. */
const MARGIN = 12;

/**
 * The words that are selected, or the term or paragraph that has the focus or is the current one; of a card its term.
 */
export function placeNow(): WorkPlace {
  const selection = getSelection();
  const range = selection === null || selection.isCollapsed ? null : selection.getRangeAt(0).cloneRange();
  const focus = document.activeElement?.closest('.term, .unit, .card') ?? null;
  const ofCard = focus?.matches('.card') ? document.querySelector(`.term[aria-describedby="${focus.id}"]`) : focus;
  const active = ofCard ?? document.querySelector('.unit.current');
  const element = range?.startContainer.parentElement ?? active;
  return {
    unit: element?.closest('.unit') ?? null,
    box: () => (range ?? element)?.getBoundingClientRect() ?? null,
  };
}

/** Keeps a sheet at the foot of the window from covering the place, however high it gets. */
export function keepRoom(sheet: HTMLElement, place: WorkPlace): void {
  let height = 0;
  const sizes = new ResizeObserver(() => {
    // It has grown, or is gone.
    if (sheet.offsetHeight > height) makeRoom(sheet, place);
    height = sheet.offsetHeight;
    if (!sheet.isConnected) sizes.disconnect();
  });
  sizes.observe(sheet);
  makeRoom(sheet, place);
}

/**
 * Scrolls so that the paragraph is not covered; of a long one its French, or the words, with as much of it as there is
 * room for.
 */
function makeRoom(sheet: HTMLElement, { unit, box }: WorkPlace): void {
  document.body.style.paddingBottom = `${sheet.offsetHeight}px`;
  const bar = document.querySelector('.bar');
  const top = MARGIN + (bar === null || getComputedStyle(bar).position !== 'sticky' ? 0 : bar.clientHeight);
  const bottom = sheet.getBoundingClientRect().top - MARGIN;
  const parts = [unit, unit?.querySelector(':scope > .source')].map((part) => part?.getBoundingClientRect());
  const whole = parts.find((part) => part !== undefined && part.height <= bottom - top);
  const wanted = whole ?? box();
  if (wanted === null) return;
  const toItsTop = whole ? 0 : Math.max(0, (parts[0]?.top ?? 0) - top);
  const by = Math.min(Math.max(toItsTop, wanted.bottom - bottom), wanted.top - top);
  window.scrollBy({ top: by, behavior: 'instant' });
}
