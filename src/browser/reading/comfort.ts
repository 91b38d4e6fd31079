import { around, byId } from '../shared/elements.ts';
import { applyChoice, CHOICE_NAMES, chosen, recallChoice, rememberChoice } from '../shared/reading-choices.ts';

/**
 * What to show, and how: columns, marks, size, lines, colours, and which column is dimmed. All of it is remembered.
 *
 * @param onChange called after a choice was made
 */
export function setUpComfort(edition: HTMLElement, onChange: () => void): void {
  for (const name of CHOICE_NAMES) {
    const value = recallChoice(name);
    for (const input of document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)) {
      input.checked = input.value === value;
      input.addEventListener('change', () => {
        applyChoice(name, input.value);
        rememberChoice(name, input.value);
        onChange();
      });
    }
  }
  setUpSheet(byId('comfort', HTMLDetailsElement));
  edition.addEventListener('click', uncover);
}

/** Escape and a press elsewhere close it. */
function setUpSheet(sheet: HTMLDetailsElement): void {
  sheet.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !sheet.open) return;
    event.stopPropagation();
    sheet.open = false;
    sheet.querySelector('summary')?.focus();
  });
  document.addEventListener('pointerdown', (event) => {
    if (around(event, '#comfort') === null) sheet.open = false;
  });
}

/** A click on a dimmed text uncovers it, and it stays so. */
function uncover(event: Event): void {
  const side = around(event, '.side');
  if (side?.lang === chosen('dim')) side.closest('.unit')?.classList.add('uncovered');
}
