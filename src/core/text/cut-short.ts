/** A text of so many UTF-16 units at most, “…” behind it where more was written; no sign is cut in two. */
export function cutShort(text: string, most: number): string {
  if (text.length <= most) return text;
  const isLead = /[\ud800-\udbff]/.test(text.charAt(most - 1));
  return `${text.slice(0, isLead ? most - 1 : most).trimEnd()}…`;
}
