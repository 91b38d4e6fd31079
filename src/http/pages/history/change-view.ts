import type { PartWords } from '../../../core/changes/ports/file-parts.ts';
import type { ChangeWords } from '../../../core/changes/ports/history.ts';
import { wordsSeen } from '../../../core/text/as-seen.ts';
import { changedLines } from '../../../core/text/changed-lines.ts';
import { diffTexts } from '../../../core/text/text-diff.ts';
import { withHeldSpaces } from '../../../core/text/unbreakable.ts';
import { parseInlineMarks } from '../../../formats/article/inline-marks.ts';
import { type DatedLine, dated } from '../frame/dates.ts';
import { type MarkedPiece, markedPiece } from '../frame/marked-pieces.ts';
import { shortened } from '../frame/wording.ts';

/** views/partials/diff.ejs: what changed from one text to another, word by word; of an entry the lines that changed. */
export interface DiffView {
  /** Language of the words; '' for none. */
  readonly language: string;
  readonly pieces: readonly MarkedPiece[];
}

/** One paragraph or entry before and after a change. */
export interface ChangeView {
  /** Its French, as far as it is shown; '' for none. */
  readonly name: string;
  readonly diff: DiffView;
  /** State and remarks that came, went or changed, one each. */
  readonly details: readonly DetailPiece[][];
}

type DetailPiece = Omit<DiffView['pieces'][number], 'text'> & { readonly line: DatedLine };

/** UTF-16 units of a French text that tell which paragraph it is. */
const LONGEST_NAME = 120;
/** UTF-16 units of a text that is compared word by word. */
const LONGEST_TEXT = 20_000;

export function changeView({ before, after }: ChangeWords): ChangeView {
  return {
    name: nameOf(after ?? before),
    diff: diffView(before, after),
    details: detailsOf(before?.details ?? [], after?.details ?? []),
  };
}

function nameOf(words: PartWords | null): string {
  const name = words?.name ?? '';
  return withHeldSpaces(shortened(words?.language === '' ? name : withoutMarks(name), LONGEST_NAME));
}

/**
 * The words of both texts of a paragraph; as written where only their marks differ, and where a text is a record of a
 * file.
 */
function readAlike(before: string, after: string, language: PartWords['language']): [old: string, now: string] {
  const [old, now] = [before.slice(0, LONGEST_TEXT), after.slice(0, LONGEST_TEXT)];
  const read: [string, string] = [withoutMarks(old), withoutMarks(now)];
  return language === '' || (read[0] === read[1] && old !== now) ? [old, now] : read;
}

/** The French of a paragraph, or its English, as a label of it. */
export function withoutMarks(text: string): string {
  return wordsSeen(parseInlineMarks(text));
}

export function diffView(before: PartWords | null, after: PartWords | null): DiffView {
  const language = (after ?? before)?.language ?? '';
  const pieces = diffTexts(...readAlike(before?.text ?? '', after?.text ?? '', language));
  return {
    language,
    pieces: (language === '' ? changedLines(pieces) : pieces).map(markedPiece),
  };
}

/** Of a remark that changed (`terms: chip, token`) what stands between its commas and is not in the other one. */
function detailsOf(before: readonly string[], after: readonly string[]): ChangeView['details'] {
  const gone = before.filter((line) => !after.includes(line));
  const come = after.filter((line) => !before.includes(line));
  const heads = [...new Set([...gone, ...come].map(headOf))];
  return heads.flatMap((head) => {
    const [old, now] = [gone, come].map((lines) => itemsUnder(head, lines)) as [string[], string[]];
    const out = old.filter((item) => !now.includes(item)).join(', ');
    const into = now.filter((item) => !old.includes(item)).join(', ');
    if (out === '' && into === '') return [];
    const pieces = [
      { text: head, isOut: false, isIn: false },
      { text: out, isOut: true, isIn: false },
      { text: into, isOut: false, isIn: true },
    ];
    return [pieces.filter(({ text }) => text !== '').map(({ text, ...change }) => ({ ...change, line: dated(text) }))];
  });
}

/** `terms: `; '' of a state. */
function headOf(line: string): string {
  return /^[a-z]+: /.exec(line)?.[0] ?? '';
}

function itemsUnder(head: string, lines: readonly string[]): string[] {
  return lines.filter((line) => headOf(line) === head).flatMap((line) => line.slice(head.length).split(', '));
}
