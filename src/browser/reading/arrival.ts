/** With the first of these the page is there, or somebody does more than look before it is. */
const BEGINNINGS = ['load', 'keydown', 'pointermove', 'pointerdown', 'focusin'] as const;

/** @param makeReady gives the page what pointers and keys need, behind the first look or with the first of them */
export function setUpArrival(makeReady: () => void): void {
  const waiting = new AbortController();
  const begin = () => {
    waiting.abort();
    makeReady();
  };
  for (const kind of BEGINNINGS) window.addEventListener(kind, begin, { capture: true, signal: waiting.signal });
  if (document.readyState === 'complete') begin();
  document.addEventListener('contentvisibilityautostatechange', letStand as EventListener, { capture: true });
}

/** The style leaves out of the layout what never came near the view; what did is from then on as any other part. */
function letStand({ target, skipped }: ContentVisibilityAutoStateChangeEvent): void {
  if (!skipped && target instanceof Element) target.classList.add('stands');
}
