import { around } from '../shared/elements.ts';
import { createRest } from './rest.ts';

/** Time a pointer rests on a sentence before it lights up. Milliseconds. */
const REST = 120;

/** Lights the sentence on which the pointer rests, and its partner across the page. */
export function setUpSentences(edition: HTMLElement): void {
  let lit: Element[] = [];
  const light = (segment: HTMLElement | null) => {
    for (const element of lit) element.classList.remove('lit');
    lit = [];
    const pair = segment?.dataset['pair'] ?? '';
    if (pair === '' || pair.endsWith('-0')) return;
    lit = [...edition.querySelectorAll(`.segment[data-pair="${CSS.escape(pair)}"]`)];
    for (const element of lit) element.classList.add('lit');
  };
  const rest = createRest(REST, light);
  edition.addEventListener('pointermove', (event) => {
    const segment = around(event, '.segment');
    if (segment !== null && event.pointerType === 'mouse' && event.buttons === 0) return rest.move(segment, event);
    rest.leave();
    light(null);
  });
  edition.addEventListener('pointerleave', () => {
    rest.leave();
    light(null);
  });
}

/** Keeps a selection made with the mouse in the column where it began. */
export function setUpSelecting(edition: HTMLElement): void {
  edition.addEventListener('pointerdown', (event) => {
    const side = around(event, '.side');
    edition.classList.toggle('selecting-source', side?.classList.contains('source') === true);
    edition.classList.toggle('selecting-target', side?.classList.contains('target') === true);
    const term = around(event, '.term[tabindex]');
    if (term !== null && event.pointerType === 'mouse') leaveUnfocused(term);
  });
}

/**
 * A press that gives a term the focus would throw away the selection that begins at its edge; a click gives it later.
 */
function leaveUnfocused(term: HTMLElement): void {
  const { tabIndex } = term;
  term.removeAttribute('tabindex');
  const restore = () => {
    term.tabIndex = tabIndex;
    for (const end of ENDS) document.removeEventListener(end, restore);
  };
  for (const end of ENDS) document.addEventListener(end, restore);
}

/** How a press ends: it may become a drag of what was selected before. */
const ENDS = ['pointerup', 'pointercancel'];
