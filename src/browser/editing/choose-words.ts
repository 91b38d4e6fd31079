import { putText } from '../shared/put-text.ts';

/** Characters of a selection that may be a term. */
const MOST = 100;

/** Makes something of words that are selected. */
export interface Choosing {
  /** Makes a term of them, or the English of the term that is being written; nothing where none are. */
  take(): void;
}

/**
 * Offers to make a glossary entry of French words that are selected; and of English ones, while an entry is written,
 * its English.
 *
 * @param openEntry opens the form at an address
 */
export function setUpChoosing(edition: HTMLElement, openEntry: (address: string) => void): Choosing {
  const offer = document.createElement('a');
  offer.href = '/add-term';
  offer.className = 'offer-term';
  offer.hidden = true;
  document.body.append(offer);
  const take = () => {
    const chosen = chosenWords(edition);
    offer.hidden = true;
    if (chosen === null) return;
    const field = fieldOfEnglish();
    if (chosen.side === 'source') openEntry(addressOf(chosen));
    else if (field !== null) putText(field, chosen.text);
  };
  const look = () => {
    const chosen = chosenWords(edition);
    offer.hidden = chosen === null;
    if (chosen !== null) show(offer, chosen);
  };
  document.addEventListener('selectionchange', look);
  look();
  // The selection must outlive the press.
  offer.addEventListener('pointerdown', (event) => event.preventDefault());
  offer.addEventListener('click', (event) => {
    event.preventDefault();
    take();
  });
  return { take };
}

interface Chosen {
  readonly text: string;
  readonly side: 'source' | 'target';
  readonly unit: Element;
  readonly box: DOMRect;
}

function show(offer: HTMLAnchorElement, chosen: Chosen): void {
  offer.textContent = chosen.side === 'source' ? 'Add as a term' : 'Take as its English';
  offer.href = addressOf(chosen);
  const { left, bottom } = chosen.box;
  offer.style.left = `${left + window.scrollX}px`;
  offer.style.top = `${bottom + window.scrollY + 6}px`;
}

function addressOf({ text, unit }: Chosen): string {
  const back = `${location.pathname}#${unit.id}`;
  return `/add-term?${new URLSearchParams({ fr: text, back })}`;
}

/** The English of the entry that is written under the article; null while none is. */
function fieldOfEnglish(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>('.term-dialog [name="en.0.term"]');
}

function chosenWords(edition: HTMLElement): Chosen | null {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const text = selection.toString().replaceAll(/\s+/g, ' ').trim();
  const sides = [range.startContainer, range.endContainer].map((node) => node.parentElement?.closest('.side'));
  const [element] = sides;
  const unit = element?.closest('.unit');
  if (text === '' || text.length > MOST || !element || !unit || sides[1] !== element || !edition.contains(element))
    return null;
  const side = element.classList.contains('source') ? 'source' : 'target';
  if (side === 'target' && fieldOfEnglish() === null) return null;
  return { text, side, unit, box: range.getBoundingClientRect() };
}
