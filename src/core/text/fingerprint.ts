/**
 * A short fingerprint of texts, to notice that something changed: FNV-1a over UTF-16 units, twice with different
 * starts, 8 hexadecimal digits of each folded together. Not for security.
 */
export function fingerprint(texts: readonly string[]): string {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (const text of texts) {
    for (let i = 0; i < text.length; i += 1) {
      low = Math.imul(low ^ text.charCodeAt(i), 0x01000193);
      high = Math.imul(high ^ text.charCodeAt(i), 0x01000193) + low;
    }
    low = Math.imul(low ^ 0x1f, 0x01000193);
    high = Math.imul(high ^ 0x1f, 0x01000193) + low;
  }
  const digits = (value: number) => (value >>> 0).toString(16).padStart(8, '0');
  return `${digits(high)}${digits(low)}`.slice(0, 12);
}
