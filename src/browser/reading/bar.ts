/** Up to two lines of the bar are known to the style. In sizes of the letters of the page. */
const KNOWN = 4.4;

/**
 * Says to the style how high the bar is where it takes more lines than two, so that it lies over nothing that is led
 * to.
 */
export function setUpBar(bar: HTMLElement, edition: HTMLElement): void {
  const say = () => {
    const height = bar.offsetHeight;
    const known = KNOWN * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    if (height > known) edition.style.setProperty('--tall-bar', `${height}px`);
    else edition.style.removeProperty('--tall-bar');
  };
  new ResizeObserver(say).observe(bar);
}
