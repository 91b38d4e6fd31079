/**
 * Ctrl+Enter, in any field of any form, presses the button that Enter in a field of one line presses: the first of its
 * form; with Shift the one that leads on to what comes next, where there is one. The page says so beside the buttons.
 */
export function setUpFormKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    const form = formOf(event.target);
    if (form === null) return;
    event.preventDefault();
    const onward = event.shiftKey ? form.querySelector<HTMLButtonElement>('button[value="next"]') : null;
    form.requestSubmit(onward ?? form.querySelector<HTMLButtonElement>('button[type="submit"]'));
  });
}

/** Whether a key takes back: in a field what was typed, elsewhere the last save. */
export function isUndo({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && !shiftKey && !altKey && key.toLowerCase() === 'z';
}

/** Whether a key is pressed with one of those that make another key of it; Shift makes a capital of it. */
export function hasModifier({ ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return ctrlKey || altKey || metaKey;
}

/** Null where it is no field: a button or a link is pressed itself. */
function formOf(field: EventTarget | null): HTMLFormElement | null {
  const isField = [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement].some((kind) => field instanceof kind);
  return isField ? (field as HTMLInputElement).form : null;
}

/** Brings what went wrong into view, and to whoever listens. */
export function showFailure(root: ParentNode): boolean {
  const failure = root.querySelector<HTMLElement>('.conflict, .wrong[role="alert"], [aria-invalid="true"]');
  failure?.focus();
  failure?.scrollIntoView({ block: 'nearest' });
  return failure !== null;
}
