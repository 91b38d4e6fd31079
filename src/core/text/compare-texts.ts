/** The order of two texts by UTF-16 units, for `sort`: the same on every machine, in whatever language it runs. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
