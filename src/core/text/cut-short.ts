/** A text of so many UTF-16 units at most, “…” behind it where more was written; no sign is cut in two. */
export function cutShort(text: string, most: number): string {
  if (text.length <= most) return text;
  const isLead = /[\ud800-\udbff]/.test(text.charAt(most - 1));
  return `${text.slice(0, isLead ? most - 1 : most).trimEnd()}…`;
}

/** UTF-16 units of what a sentence quotes. */
export const MOST_QUOTED = 60;

/** What a file says, for a sentence about it: between quotation marks, and never longer than can be read. */
export function quotedShort(text: string): string {
  return `“${cutShort(text, MOST_QUOTED)}”`;
}
