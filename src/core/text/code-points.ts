/** How many Unicode code points some texts have together: the characters that engines bill. */
export function countCodePoints(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + [...text].length, 0);
}
