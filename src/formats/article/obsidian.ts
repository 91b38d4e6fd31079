import type { Span } from '../../core/model/rich-text.ts';

/** The name of a paragraph behind its last word, or of what stands above it: ` ^37066d`. Shorter ones are powers. */
const BLOCK_NAME = /(?:^|[ \t\n]+)\^(?:\d{6}|(?=[\d-]*[A-Za-z])[A-Za-z\d-]{3,50})[ \t]*$/;

/** The name of a paragraph, with the space before it, where it has one. */
export function blockNameOf(text: string): Span | null {
  const found = BLOCK_NAME.exec(text.slice(-100));
  if (found === null) return null;
  return { start: Math.max(0, text.length - 100) + found.index, end: text.length };
}

/** Whether a text is no more than the name of what stands above it. */
export function isBlockName(text: string): boolean {
  return blockNameOf(text)?.start === 0;
}

/** Two signs that may begin or end what is marked, as with a pen; where three stand, none does. */
const PEN = /(?<!=)==(?!=)/g;

/** The signs of marking in a stretch without code. */
export function penSignsIn({ start, end }: Span, text: string): Span[] {
  return [...text.slice(start, end).matchAll(PEN)]
    .map(({ index }) => ({ start: start + index, end: start + index + 2 }))
    .filter((span) => text.charAt(span.start - 1) !== '\\');
}

/** Those of them that stand around words: one that begins, with one that ends behind it. */
export function pairedPenSigns(signs: readonly Span[], text: string): Span[] {
  const paired: Span[] = [];
  let open: Span | null = null;
  for (const sign of signs) {
    if (open === null) open = begins(sign, text) ? sign : null;
    else if (ends(sign, text)) {
      paired.push(open, sign);
      open = null;
    }
  }
  return paired;
}

function begins({ start, end }: Span, text: string): boolean {
  return !isOfWord(text.charAt(start - 1)) && /\S/.test(text.charAt(end));
}

function ends({ start, end }: Span, text: string): boolean {
  return /\S/.test(text.charAt(start - 1)) && !isOfWord(text.charAt(end));
}

function isOfWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
