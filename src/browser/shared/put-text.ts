/** A field that holds text. */
type TextField = HTMLInputElement | HTMLTextAreaElement;

/**
 * Makes the text of a field another one, as if somebody had typed what differs: the browser’s own undo takes it back,
 * and the cursor stands behind it. Tells whoever listens for input.
 */
export function putText(field: TextField, text: string): void {
  const before = field.value;
  field.focus();
  if (before === text) return;
  let start = 0;
  while (start < before.length && before[start] === text[start]) start += 1;
  let tail = 0;
  const most = Math.min(before.length, text.length) - start;
  while (tail < most && before.at(-1 - tail) === text.at(-1 - tail)) tail += 1;
  field.setSelectionRange(start, before.length - tail);
  typeOver(field, text.slice(start, text.length - tail));
}

/** Types over what is selected. A browser that has no such command has no undo for it either. */
export function typeOver(field: TextField, words: string): void {
  const wanted = field.value.slice(0, field.selectionStart ?? 0) + words + field.value.slice(field.selectionEnd ?? 0);
  const done = words === '' ? document.execCommand('delete') : document.execCommand('insertText', false, words);
  if (done && field.value === wanted) return;
  field.value = wanted;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
