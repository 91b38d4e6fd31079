import type { PoComment } from '../po/po.ts';

/** A comment that says something to the program: `note: …`. */
export const KEYED = /^(\w+):\s*(.*)/s;

const REMARK = /^#(?: |$)/;

/**
 * Characters of a line, its sign included: other tools fill comments up to 78 (polib) or 79 (msgcat), a few of them
 * without counting the sign or the key in front.
 */
const WIDTHS = { filled: 78, longest: 90 };
/** What can only be the rest of a list of entries. */
const REST_OF_TERMS = /^(?:[a-z0-9-]+ )?[0-9a-f]{6}(?:,|$)/;

/** Comments as they were before a tool wrapped them. */
export function unwrapped(comments: readonly PoComment[]): PoComment[] {
  const whole: { readonly first: PoComment; readonly parts: string[] }[] = [];
  const follow = createWrapping();
  for (const comment of comments) {
    const last = whole.at(-1);
    if (follow(comment.text) && last !== undefined) last.parts.push(comment.text.trim());
    else whole.push({ first: comment, parts: [comment.text] });
  }
  return whole.map(({ first, parts }) =>
    parts.length === 1 ? first : { ...first, text: parts.map((part) => part.trimEnd()).join(' ') },
  );
}

/** Lines of remarks as they were before a tool wrapped them. */
export function unwrappedLines(lines: readonly string[]): string[] {
  const whole: string[] = [];
  const follow = createWrapping();
  for (const line of lines) {
    const [before = '', goesOn] = [whole.at(-1), REMARK.test(line) && follow(line.slice(2))];
    if (goesOn && REMARK.test(before)) whole.splice(-1, 1, `${before.trimEnd()} ${line.slice(2).trim()}`);
    else whole.push(line);
  }
  return whole;
}

/**
 * Says of each comment line of a message in turn whether it goes on with the keyed one before it: an indented line
 * does; so does one whose first word would have made the line before too long, and one that can only be the rest of a
 * list. A line longer than any tool fills was wrapped by nobody.
 */
export function createWrapping(): (text: string) => boolean {
  let key: string | null = null;
  let line = '';
  return (text) => {
    const goesOn = key !== null && continues(key, line, text);
    if (!goesOn) key = KEYED.exec(text)?.[1] ?? null;
    line = text;
    return goesOn;
  };
}

function continues(key: string, line: string, next: string): boolean {
  if (/^\s/.test(next)) return true;
  const width = '# '.length + line.length;
  if (KEYED.test(next) || width > WIDTHS.longest) return false;
  if (key === 'terms' && REST_OF_TERMS.test(next)) return true;
  const [word = ''] = next.split(' ', 1);
  return width + 1 + word.length > WIDTHS.filled;
}
