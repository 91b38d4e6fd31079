/** How long a browser that is never at rest may keep work waiting. Milliseconds. */
const PATIENCE = 300;

/** Calls when the browser has nothing else to do; not every browser tells. */
export function whenAtRest(act: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(act, { timeout: PATIENCE });
  else setTimeout(act);
}

/** Calls once the page is there with all that belongs to it. */
export function oncePageIsThere(act: () => void): void {
  if (document.readyState === 'complete') act();
  else window.addEventListener('load', act, { once: true });
}
