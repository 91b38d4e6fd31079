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
  });
}
