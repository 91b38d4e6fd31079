import type { Span } from '../../core/model/rich-text.ts';

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

/** A file beside the article, or an address for whom the reader may look it up. */
export function imageAddress(url: string): string | null {
  return (
    safeAddress(url) ?? (/^[^\s:/\\?#.][^:/\\?#]{0,200}\.[a-z]{3,4}$/i.test(localName(url)) ? localName(url) : null)
  );
}

/** `./carte%20vue.png` → `carte vue.png` */
function localName(url: string): string {
  try {
    return decodeURIComponent(url.replace(/^\.\//, ''));
  } catch {
    return url;
  }
}
