import type { Span } from '../../core/model/rich-text.ts';
import { decoded } from '../../core/text/decoded.ts';
import { isBelow } from '../../core/text/file-below.ts';

/** From `![` to the bracket that closes it. */
export function wordsOfImage(text: string, { start, end }: Span): Span {
  const first = start + 2;
  let open = 1;
  for (let at = first; at < end; at += 1) {
    const sign = text.charAt(at);
    if (sign === '\\') at += 1;
    if (sign === '[') open += 1;
    if (sign === ']') open -= 1;
    if (open === 0) return { start: first, end: at };
  }
  return { start: first, end: first };
}

/** What a page may lead to; null for anything else. */
export function safeAddress(url: string): string | null {
  return /^https?:\/\/[^\s]+$/i.test(url) ? url : null;
}

/** A file below the folder of the article, or an address for whom the reader may look it up. */
export function imageAddress(url: string): string | null {
  return safeAddress(url) ?? fileOf(url);
}

/** `./images/carte%20vue.png` → `images/carte vue.png`; null for what leads elsewhere. */
function fileOf(url: string): string | null {
  const parts = url.replace(/^\.\//, '').split('/').map(decoded);
  // A slash that was written as %2F parts nothing, and no name has one.
  if (parts.some((part) => part.includes('/'))) return null;
  const name = parts.join('/');
  return isBelow(name) && /.\.[a-z]{3,4}$/i.test(name) ? name : null;
}
