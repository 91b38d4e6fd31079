import type { Mark, RichText, Span } from '../model/rich-text.ts';
import { findHardBreaks } from './hard-breaks.ts';
import { BLANK } from './reading.ts';
import { leaveOutUnwritable } from './unwritable.ts';

/** What is shown where a stretch of the text as written stands. */
interface Shown extends Span {
  readonly as: string;
}

/** The words of a text without its marks: all that is left where a tool keeps no marks. */
export function wordsSeen(rich: RichText): string {
  return shownIn(rich, []);
}

/** Offset into the text as written → offset into {@link wordsSeen}. UTF-16 units. */
export function seenOffset({ text, syntax, references }: RichText, offset: number): number {
  const before = syntax
    .filter(({ start }) => start < offset)
    .map(({ start, end }) => ({ start, end: Math.min(end, offset) }));
  const whole = references.filter(({ end }) => end <= offset);
  return shownIn({ text: text.slice(0, offset), syntax: before, references: whole }, []).length;
}

/**
 * What a person sees of a text, its marks as what they are and not as they are written: `*x*` and `_x_` are one, `\*`
 * and `&#42;` too. What is read and is no such mark stays as written, between signs that tell it from the same letters
 * meant as they are: a tag, a shortcode, a remark, a stroke of a pen, the kind of a callout, the name of a paragraph. A
 * line that breaks elsewhere is the same, and so are signs that no text file holds.
 */
export function asSeen(rich: RichText): string {
  const { text, marks, syntax, references } = rich;
  if (OWN.test(text) || references.some(({ character }) => OWN.test(character))) return `${AS_WRITTEN}${text}`;
  const isUnseen = isUnseenIn(rich);
  const shown = shownIn({ text, syntax: syntax.filter(isUnseen), references }, [
    ...marks.flatMap((mark) => signsOf(mark, text)),
    ...syntax.filter((span) => !isUnseen(span)).flatMap(around),
    ...readSigns(rich),
    ...findHardBreaks(rich).map((span) => ({ ...span, as: '\ue0f5' })),
  ]);
  return leaveOutUnwritable(shown.replaceAll(SIGNS_TOGETHER, inOrder))
    .replaceAll(/[ \t\n]+/g, ' ')
    .trim();
}

/** Signs for private use, by which this reading says what a stretch is. */
const OWN = /[\ue0f0-\ue0f6]/;
/** A text that holds them itself is compared as it is written. */
const AS_WRITTEN = '\ue0f6';

/** Marks that begin at one place, or end there: which of them is within the other cannot be seen. */
const SIGNS_TOGETHER = /(?:\ue0f0[^/\ue0f0\ue0f1][^\ue0f0\ue0f1]*\ue0f1)+|(?:\ue0f0\/[^\ue0f0\ue0f1]*\ue0f1)+/g;

function inOrder(signs: string): string {
  return signs
    .split(/(?<=\ue0f1)/)
    .sort()
    .join('');
}

/** What a reader does not see: what begins or ends a mark, and the backslash before a sign that is meant as it is. */
function isUnseenIn({ text, marks }: RichText): (span: Span) => boolean {
  const [starts, ends] = [new Set(marks.map((mark) => mark.start)), new Set(marks.map((mark) => mark.end))];
  return ({ start, end }) => starts.has(start) || ends.has(end) || (end - start === 1 && text.charAt(start) === '\\');
}

/** Signs that nobody writes where a mark begins and ends. */
function signsOf(mark: Mark, text: string): Shown[] {
  const { kind, label, start, end } = mark;
  const says = kind === 'link' || kind === 'image' ? leadOf(mark, text.slice(start, end)) : (label ?? '');
  return [
    { start, end: start, as: `\ue0f0${kind} ${says}\ue0f1` },
    { start: end, end, as: `\ue0f0/${kind}\ue0f1` },
  ];
}

/** Where a link leads, and its title. Where a part of the address is meant for another program, that is not known. */
function leadOf({ href, label }: Mark, written: string): string {
  const known = [href, label].find((lead) => lead && !lead.includes(BLANK));
  return `${known ?? written} ${TITLE.exec(written)?.[1]?.slice(1, -1) ?? ''}`;
}

/** What is said of a link that one rests upon. */
const TITLE = /\s("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\))\s*\)$/s;

function around({ start, end }: Span): Shown[] {
  return [
    { start, end: start, as: '\ue0f2' },
    { start: end, end, as: '\ue0f3' },
  ];
}

/** What begins a tag, a shortcode or a kind, each with a sign that it is read as such. */
function readSigns({ text, wordless }: RichText): Shown[] {
  return wordless.flatMap((span) =>
    [...text.slice(span.start, span.end).matchAll(/[<{[:]/g)].map(({ 0: sign, index }) => ({
      start: span.start + index,
      end: span.start + index + 1,
      as: `\ue0f4${sign}`,
    })),
  );
}

type ReadText = Pick<RichText, 'text' | 'syntax' | 'references'>;

function shownIn({ text, syntax, references }: ReadText, signs: readonly Shown[]): string {
  // Of what stands at one place the signs come first: a mark ends before the letter behind it.
  const all: Shown[] = [
    ...signs,
    ...syntax.map(({ start, end }) => ({ start, end, as: '' })),
    ...references.map(({ start, end, character }) => ({ start, end, as: character })),
  ];
  let shown = '';
  let at = 0;
  for (const { start, end, as } of all.sort((a, b) => a.start - b.start)) {
    if (start > at) shown += text.slice(at, start);
    // A reference within an address is not shown.
    if (start >= at || end === start) shown += as;
    at = Math.max(at, end);
  }
  return shown + text.slice(at);
}
