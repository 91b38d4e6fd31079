import type { Mark, RichText, Span } from '../model/rich-text.ts';
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
 * and `&#42;` too. Signs that are of no such mark stay as written: the label of a footnote, the kind of a callout, a
 * stroke of a pen, the name of a paragraph. A line that breaks elsewhere is the same, and so are signs that no text file
 * holds.
 */
export function asSeen(rich: RichText): string {
  const { text, marks, references } = rich;
  const shown = shownIn(
    { text, syntax: signsOfMarks(rich), references },
    marks.flatMap((mark) => signsOf(mark, text)),
  );
  return leaveOutUnwritable(shown.replaceAll(SIGNS_TOGETHER, inOrder).replaceAll(/(?<! ) {2,}\r?\n|\\\r?\n/g, '\u2028'))
    .replaceAll(/[ \t\n]+/g, ' ')
    .trim();
}

/** Marks that begin or end at one place: which of them is within the other cannot be seen. */
const SIGNS_TOGETHER = /(?:\ue0f0[^\ue0f0\ue0f1]*\ue0f1)+/g;

function inOrder(signs: string): string {
  return signs
    .split(/(?<=\ue0f1)/)
    .sort()
    .join('');
}

/** Of what a reader does not see: what begins or ends a mark, and the backslash before a sign that is meant as it is. */
function signsOfMarks({ text, marks, syntax }: RichText): readonly Span[] {
  const [starts, ends] = [new Set(marks.map((mark) => mark.start)), new Set(marks.map((mark) => mark.end))];
  return syntax.filter(
    ({ start, end }) => starts.has(start) || ends.has(end) || (end - start === 1 && text.charAt(start) === '\\'),
  );
}

/** Signs that nobody writes where a mark begins and ends. */
function signsOf({ kind, href, label, start, end }: Mark, text: string): Shown[] {
  const written = text.slice(start, end);
  const leads = kind === 'link' || kind === 'image' ? (href ?? label ?? written) : (label ?? '');
  const title = TITLE.exec(written)?.[0].slice(2, -2) ?? '';
  return [
    { start, end: start, as: `\ue0f0${kind} ${leads} ${title}\ue0f1` },
    { start: end, end, as: `\ue0f0/${kind}\ue0f1` },
  ];
}

/** What is said of a link that one rests upon. */
const TITLE = /\s(?:"[^"]*"|'[^']*'|\([^()]*\))\)$/;

type ReadText = Pick<RichText, 'text' | 'syntax' | 'references'>;

function shownIn({ text, syntax, references }: ReadText, signs: readonly Shown[]): string {
  const all: Shown[] = [
    ...syntax.map(({ start, end }) => ({ start, end, as: '' })),
    ...references.map(({ start, end, character }) => ({ start, end, as: character })),
    ...signs,
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
