import type { Repaired } from '../../ledger/repair.ts';
import { inOneLine, type Repair } from '../../model/repair-note.ts';
import type { Span } from '../../model/rich-text.ts';
import type { ReadText } from '../../text/reading.ts';

/** A place of a text, and what is to stand there. */
export interface Mend extends Span {
  readonly put: string;
}

/** Mends of one text and one kind; more than this, and it is left to a person. */
const MOST_MENDS = 200;

/** Does mends that do not overlap, from the beginning of the text to its end. */
export function mendAll(mended: Repaired, mends: readonly Mend[], read: ReadText): Repaired {
  if (mends.length === 0 || mends.length > MOST_MENDS) return mended;
  const repairs: Repair[] = [...mended.repairs];
  let { text } = mended.target;
  let moved = 0;
  for (const { start, end, put } of [...mends].sort((a, b) => a.start - b.start)) {
    const at = start + moved;
    const from = text.slice(at, end + moved);
    text = text.slice(0, at) + put + text.slice(end + moved);
    moved += put.length - (end - start);
    const isOnly = text.indexOf(put) === text.lastIndexOf(put);
    repairs.push({ from: inOneLine(from), to: inOneLine(put), at: isOnly ? null : at });
  }
  return { target: read(text), repairs };
}
