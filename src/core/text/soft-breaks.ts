/**
 * A text with its lines joined where they were only wrapped: to a reader such a break is a space. One that is meant,
 * two spaces or a backslash in front of it, stays. Time grows with the text.
 */
export function joinSoftBreaks(text: string): string {
  const pieces: string[] = [];
  /** What is not taken yet, and where the line that is looked at begins behind its indent. */
  let [from, line] = [0, 0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    const end = text.charAt(at - 1) === '\r' ? at - 1 : at;
    let start = end;
    while (start > line && isBlank(text, start - 1)) start -= 1;
    line = at + 1;
    while (isBlank(text, line)) line += 1;
    if (end - start > 1 || text.charAt(end - 1) === '\\') continue;
    pieces.push(text.slice(from, start), ' ');
    from = line;
  }
  return pieces.join('') + text.slice(from);
}

function isBlank(text: string, at: number): boolean {
  const sign = text.charAt(at);
  return sign === ' ' || sign === '\t';
}
