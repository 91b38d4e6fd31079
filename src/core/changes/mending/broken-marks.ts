import type { MarkKind, RichText } from '../../model/rich-text.ts';
import type { Mend } from './mend.ts';

/** `[words] (address)`: no link with a space in it. */
const SPLIT_LINK = /\][ \u00a0]{1,4}\((?=(?:https?:|www\.|mailto:|[/#.<])[^\s)])/g;
/** `** words **`: no stress with spaces inside. */
const WIDE_STRONG = /(?<!\*)\*\*[ \u00a0]{0,4}([^*\n]{1,400}?)[ \u00a0]{0,4}\*\*(?!\*)/g;
/** The same for `* words *`. */
const WIDE_EMPHASIS = /(?<!\*)\*[ \u00a0]{0,4}([^*\n]{1,400}?)[ \u00a0]{0,4}\*(?!\*)/g;

/** Marks of the French that an engine tore apart by spaces, where the English has fewer of them. */
export function findBrokenMarks(source: RichText, target: RichText): Mend[] {
  const lacks = (kind: MarkKind) => countOf(source, kind) > countOf(target, kind);
  return [
    ...(lacks('link') ? mendsOf(target, SPLIT_LINK, () => '](') : []),
    ...(lacks('strong') ? mendsOf(target, WIDE_STRONG, (inner) => `**${inner}**`) : []),
    ...(lacks('emphasis') ? mendsOf(target, WIDE_EMPHASIS, (inner) => `*${inner}*`) : []),
  ];
}

function countOf({ marks }: RichText, kind: MarkKind): number {
  return marks.filter((mark) => mark.kind === kind).length;
}

/** Not in code, and not what is well as it is. */
function mendsOf({ text, marks }: RichText, pattern: RegExp, put: (inner: string) => string): Mend[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: written, 1: inner = '', index }) => {
    const mend = { start: index, end: index + written.length, put: put(inner) };
    const isMarked = marks.some(({ start, end }) => start < mend.end && mend.start < end);
    return isMarked || mend.put === written ? [] : [mend];
  });
}
