import { decodeString } from 'micromark-util-decode-string';
import type { LinkTarget, Mark, Reference, Span } from '../../core/model/rich-text.ts';
import { imageAddress } from './inline-images.ts';
import { plainLabel } from './link-labels.ts';
import { readWikilink } from './wikilinks.ts';

/** What is found in a text, in the order of the tree. */
export interface Found {
  readonly marks: Mark[];
  readonly syntax: Span[];
  readonly wordless: Span[];
  readonly references: Omit<Reference, 'at'>[];
  readonly links: readonly LinkTarget[];
  /** Each may begin or end what is marked, as with a pen. */
  readonly penSigns: Span[];
}

/**
 * A link by name has no space behind its brackets, as a test of a shell has, no `^`, as a footnote in brackets, and
 * holds a letter or a date, as a matrix does not.
 */
const SIGNS =
  /\\(?<escape>[!-/:-@[-`{-~])|(?<reference>&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});)|(?<wikilink>!?\[\[(?![\s^])(?=[^\][\n]{0,300}(?:\p{L}|\d{4}-\d\d))[^\][|\n]{1,300}(?:\|[^\][\n]{0,300})?\]\])|\]\[(?<label>[^\][\n]{0,200})\]|\[(?<note>\^[^\s\][]{1,100})\]/giu;

/** Escapes, character references, the labels of references and links by name, as they stand between the marks. */
export function collectSigns({ start, end }: Span, text: string, found: Found): void {
  for (const { 0: sign, index, groups } of text.slice(start, end).matchAll(SIGNS)) {
    const span = { start: start + index, end: start + index + sign.length };
    if (groups?.['escape'] !== undefined) found.syntax.push({ start: span.start, end: span.start + 1 });
    else if (groups?.['wikilink'] !== undefined) addWikilink(found, span, sign);
    else if (groups?.['reference'] === undefined) addLabel(found, span, groups?.['note']);
    else {
      const character = decodeString(sign);
      if (character !== sign) found.references.push({ ...span, character });
    }
  }
}

function addWikilink(found: Found, { start, end }: Span, sign: string): void {
  const { isPicture, page, words } = readWikilink(sign);
  const mark: Mark = { start, end, kind: isPicture ? 'image' : 'link', href: isPicture ? imageAddress(page) : null };
  addMark(found, mark, around(mark, { start: start + words.start, end: start + words.end }));
}

/** @param note the label of a reference to a footnote; undefined for that of a link, behind its words */
function addLabel({ marks, wordless }: Found, { start, end }: Span, note: string | undefined): void {
  if (note !== undefined) marks.push({ start, end, kind: 'note', href: null, label: plainLabel(note.slice(1)) });
  wordless.push({ start: start + (note === undefined ? 1 : 0), end });
}

export function addMark({ marks, syntax }: Found, mark: Mark, outside: readonly Span[]): void {
  marks.push(mark);
  for (const span of outside) syntax.push(span);
}

/** What of a mark stands outside of what it holds. */
export function around({ start, end }: Span, inner: Span): Span[] {
  return [
    { start, end: inner.start },
    { start: inner.end, end },
  ];
}
