/** A text in NFC with the way back to the text as written. */
export interface Composed {
  readonly text: string;
  /** Offset into `text` → offset into the text as written; both in UTF-16 units. */
  readonly written: (offset: number) => number;
}

/** A character with the marks that combine with it. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;

/**
 * Composes a text (e + ◌́ → é) so that it can be compared, and keeps the offsets of the text as written.
 * Text that is in NFC already, as nearly all is, comes back as it is.
 */
export function compose(written: string): Composed {
  const text = written.normalize('NFC');
  if (text === written) return { text, written: (offset) => offset };
  const starts = new Uint32Array(written.length * 3 + 1);
  let composed = '';
  for (const [cluster] of written.matchAll(CLUSTER)) {
    const start = starts[composed.length] ?? 0;
    const piece = cluster.normalize('NFC');
    for (let i = 1; i < piece.length; i += 1) starts[composed.length + i] = start;
    composed += piece;
    starts[composed.length] = start + cluster.length;
  }
  return { text: composed, written: (offset) => starts[offset] ?? written.length };
}
