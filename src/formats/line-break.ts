/** How the lines of a text end: in CRLF where any of them does, else in a line feed. */
export function lineBreakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
