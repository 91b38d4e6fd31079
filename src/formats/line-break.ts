/** How the lines of a text end: as the first that ends in two signs does, else with one. */
export function lineBreakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
