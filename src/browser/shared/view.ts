/** Where in the window what somebody sees of the page begins: below what lies over its top, the bar. CSS pixels. */
export function topOfView(): number {
  return Math.max(0, document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0);
}
