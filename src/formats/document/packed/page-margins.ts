import { readXml } from './xml.ts';

/** How a format calls what stands above and below the text of each page. */
export interface MarginNames {
  readonly header: RegExp;
  readonly footer: RegExp;
}

/**
 * Of which the words are told, and not read: they belong to pages, and there are none here. A page number is no word.
 */
export function marginsIn(parts: readonly string[], { header, footer }: MarginNames): string[] {
  return [
    ...(parts.some((xml) => hasWords(xml, header)) ? ['the header of its pages'] : []),
    ...(parts.some((xml) => hasWords(xml, footer)) ? ['the footer of its pages'] : []),
  ];
}

/** What a program computes a field by; it is no text. */
const INSTRUCTION = 'w:instrText';

/** Whether words stand in elements of a name. */
function hasWords(xml: string, name: RegExp): boolean {
  let [depth, found] = [0, false];
  let isInstruction = false;
  readXml(xml, {
    open(element) {
      if (depth > 0 || name.test(element)) depth += 1;
      isInstruction = element === INSTRUCTION;
    },
    close() {
      if (depth > 0) depth -= 1;
      isInstruction = false;
    },
    text(text) {
      if (depth > 0 && !isInstruction && /\p{L}/u.test(text)) found = true;
    },
  });
  return found;
}
