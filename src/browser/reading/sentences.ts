import { around } from '../shared/elements.ts';

/** Lights the sentence under the pointer and its partner across the page. */
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
  edition.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'mouse') light(around(event, '.segment'));
  });
  edition.addEventListener('pointerleave', () => light(null));
}

/** Keeps a selection made with the mouse in the column where it began. */
export function setUpSelecting(edition: HTMLElement): void {
  edition.addEventListener('pointerdown', (event) => {
    const side = around(event, '.side');
    edition.classList.toggle('selecting-source', side?.classList.contains('source') === true);
    edition.classList.toggle('selecting-target', side?.classList.contains('target') === true);
  });
}
