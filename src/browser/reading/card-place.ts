/** Between a term and its card, and between the card and the edge of the window. CSS pixels. */
const GAP = 8;

/** Under the whole term where there is room, else above it; inside the window, and never over the term. */
export function placeCard(card: HTMLElement, term: HTMLElement): void {
  const lines = [...term.getClientRects()];
  const [first] = lines;
  if (first === undefined) return;
  const { width, height } = card.getBoundingClientRect();
  const bottom = Math.max(...lines.map((line) => line.bottom)) + GAP;
  const above = first.top - height - GAP;
  const top = bottom + height > window.innerHeight && above > 0 ? above : bottom;
  const left = Math.max(GAP, Math.min(first.left, document.documentElement.clientWidth - width - GAP));
  const origin = (card.offsetParent ?? document.body).getBoundingClientRect();
  card.style.left = `${left - origin.left}px`;
  card.style.top = `${top - origin.top}px`;
}
