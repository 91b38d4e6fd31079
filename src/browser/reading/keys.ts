import { byId } from '../shared/elements.ts';
import { hasModifier } from '../shared/form-keys.ts';
import { browserStorage } from '../shared/storage.ts';
import type { Panel } from './panel.ts';
import type { Steps } from './steps.ts';

/**
 * Single-letter keys; none while typing or with a modifier, and they can be switched off (WCAG 2.1.4).
 *
 * @param chooseWords begins to select words for a term; null where nothing may be edited
 */
export function setUpKeys(steps: Steps, panel: Panel, chooseWords: (() => void) | null): void {
  const help = byId('help', HTMLDialogElement);
  const on = byId('keys-on', HTMLInputElement);
  on.checked = browserStorage.recall('keys') !== 'off';
  on.addEventListener('change', () => browserStorage.remember('keys', on.checked ? 'on' : 'off'));
  const openHelp = () => {
    help.showModal();
    // A dialog shows its first control, which stands at the end here.
    help.scrollTop = 0;
  };
  byId('open-help', HTMLElement).addEventListener('click', openHelp);
  const actions: Readonly<Record<string, (by: 1 | -1) => void>> = {
    j: () => steps.paragraph(1),
    k: () => steps.paragraph(-1),
    n: () => steps.term(1),
    p: () => steps.term(-1),
    c: () => steps.uncover(),
    e: () => steps.edit(),
    s: () => chooseWords?.(),
    x: (by) => steps.wanting('problem', by),
    d: (by) => steps.wanting('draft', by),
    r: (by) => steps.wanting('unreviewed', by),
    u: (by) => steps.wanting('untranslated', by),
    '/': () => panel.filter(),
    '?': openHelp,
  };
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') panel.close();
    // With Caps Lock a letter comes as a capital.
    const key = event.key.toLowerCase();
    const action = Object.hasOwn(actions, key) ? actions[key] : undefined;
    if (action === undefined || !on.checked || help.open || isTyping(event) || hasModifier(event)) return;
    event.preventDefault();
    action(event.shiftKey ? -1 : 1);
  });
}

function isTyping({ target }: Event): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'input:not([type="radio"], [type="checkbox"]), textarea, select, .term-dialog, [contenteditable]',
    ) !== null
  );
}
