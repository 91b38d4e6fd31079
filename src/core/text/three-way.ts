/**
 * Which of two changes of one thing stands: the only one, or what both came to; null where both changed it differently.
 */
export function changedOne(base: string, yours: string, theirs: string): string | null {
  if (yours === theirs || theirs === base) return yours;
  return yours === base ? theirs : null;
}
