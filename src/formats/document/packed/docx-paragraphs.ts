/** Ends a paragraph of a Word document; what stands before it may hold more than that paragraph. */
export const PARAGRAPH_END = '</w:p>';

/**
 * Where the last paragraph begins in what stands before the end of one; below 0 for none.
 *
 * @param before where to look no further. UTF-16 units
 */
export function paragraphStart(part: string, before = part.length): number {
  return Math.max(part.lastIndexOf('<w:p>', before), part.lastIndexOf('<w:p ', before));
}
