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
 * and `&#42;` too. A line that breaks elsewhere is the same, and so are signs that no text file holds.
 */
export function asSeen(rich: RichText): string {
  const shown = shownIn(
    rich,
    rich.marks.flatMap((mark) => signsOf(mark, rich.text)),
  );
  return leaveOutUnwritable(shown.replaceAll(/(?<! ) {2,}\r?\n|\\\r?\n/g, '\u2028'))
    .replaceAll(/[ \t\n]+/g, ' ')
    .trim();
}

/** Two signs that nobody writes, around what a mark covers. */
function signsOf({ kind, href, label, start, end }: Mark, text: string): Shown[] {
  const [, title = ''] = /\s("[^"]*"|'[^']*')\)$/.exec(text.slice(start, end)) ?? [];
  return [
    { start, end: start, as: `\ue0f0${kind} ${href ?? ''} ${label ?? ''} ${title}\ue0f1` },
    { start: end, end, as: '\ue0f2' },
  ];
}

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
