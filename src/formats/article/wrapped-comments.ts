import type { PoComment } from './po.ts';

/** A comment that says something to the program: `note: …`. */
export const KEYED = /^(\w+):\s*(.*)$/;

/** Characters of a line, its sign included, at which other tools wrap comments: polib at 78, msgcat at 79. */
const WIDTH = 78;

/**
 * Comments as they were before a tool wrapped them. An indented line goes on with the one before; so does one behind a
 * line that its first word would have made too long, and one that can only be the rest of a list of entries.
 */
export function unwrapped(comments: readonly PoComment[]): PoComment[] {
  const whole: PoComment[] = [];
  let line = '';
  for (const comment of comments) {
    const last = whole.at(-1);
    if (last !== undefined && KEYED.test(last.text) && goesOn(last.text, line, comment.text))
      whole[whole.length - 1] = { ...last, text: `${last.text.trimEnd()} ${comment.text.trim()}` };
    else whole.push(comment);
    line = comment.text;
  }
  return whole;
}

function goesOn(whole: string, line: string, next: string): boolean {
  if (/^\s/.test(next)) return true;
  if (KEYED.test(next)) return false;
  const [word = ''] = next.split(' ', 1);
  if ('# '.length + line.length + 1 + word.length > WIDTH) return true;
  return whole.startsWith('terms:') && /^(?:[a-z0-9-]+ )?[0-9a-f]{6}(?:,|$)/.test(next);
}
