import { openTermDialog } from './term-dialog.ts';

/** Characters of a selection that may be a term. */
const MOST = 100;

/** Offers to make a glossary entry of French words that are selected. */
export function setUpChoosing(edition: HTMLElement, refresh: () => void): void {
  const offer = document.createElement('a');
  offer.href = '/add-term';
  offer.className = 'offer-term';
  offer.textContent = 'Add as a term';
  offer.hidden = true;
  document.body.append(offer);
  document.addEventListener('selectionchange', () => {
    const chosen = chosenWords(edition);
    offer.hidden = chosen === null;
    if (chosen === null) return;
    const back = `${location.pathname}#${chosen.unit.id}`;
    offer.href = `/add-term?${new URLSearchParams({ fr: chosen.text, back })}`;
    const { left, bottom } = chosen.box;
    offer.style.left = `${left + window.scrollX}px`;
    offer.style.top = `${bottom + window.scrollY + 6}px`;
  });
  // The selection must outlive the press.
  offer.addEventListener('pointerdown', (event) => event.preventDefault());
  offer.addEventListener('click', (event) => {
    event.preventDefault();
    offer.hidden = true;
    void openTermDialog(offer.href, refresh);
  });
}

function chosenWords(edition: HTMLElement): { text: string; unit: Element; box: DOMRect } | null {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const text = selection.toString().replaceAll(/\s+/g, ' ').trim();
  const sides = [range.startContainer, range.endContainer].map((node) => node.parentElement?.closest('.source'));
  const [side] = sides;
  const unit = side?.closest('.unit');
  if (text === '' || text.length > MOST || !side || !unit || sides[1] !== side || !edition.contains(side)) return null;
  return { text, unit, box: range.getBoundingClientRect() };
}
