import type { PartWords } from '../../core/changes/file-parts.ts';
import type { ChangeWords } from '../../core/changes/history.ts';
import { changedLines } from '../../core/text/changed-lines.ts';
import { diffTexts } from '../../core/text/text-diff.ts';
import { withHeldSpaces } from '../../core/text/unbreakable.ts';
import { shortened } from './wording.ts';

/** views/partials/diff.ejs: what changed from one text to another, word by word; of an entry the lines that changed. */
export interface DiffView {
  /** Language of the words; '' for none. */
  readonly language: string;
  readonly pieces: readonly { readonly text: string; readonly isOut: boolean; readonly isIn: boolean }[];
}

/** One paragraph or entry before and after a change. */
export interface ChangeView {
  /** Its French, as far as it is shown; '' for none. */
  readonly name: string;
  readonly diff: DiffView;
  /** State and remarks that came, went or changed, one each. */
  readonly details: readonly DiffView['pieces'][];
}

/** UTF-16 units of a French text that tell which paragraph it is. */
const LONGEST_NAME = 120;
/** UTF-16 units of a text that is compared word by word. */
const LONGEST_TEXT = 20_000;

export function changeView({ before, after }: ChangeWords): ChangeView {
  const words = after ?? before;
  return {
    name: withHeldSpaces(shortened(words?.name ?? '', LONGEST_NAME)),
    diff: diffView(before, after),
    details: detailsOf(before?.details ?? [], after?.details ?? []),
  };
}

export function diffView(before: PartWords | null, after: PartWords | null): DiffView {
  const [old, now] = [before?.text ?? '', after?.text ?? ''].map((text) => text.slice(0, LONGEST_TEXT)) as [
    string,
    string,
  ];
  const language = (after ?? before)?.language ?? '';
  const pieces = diffTexts(old, now);
  return {
    language,
    pieces: (language === '' ? changedLines(pieces) : pieces).map(({ kind, text }) => ({
      text,
      isOut: kind === 'out',
      isIn: kind === 'in',
    })),
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
    return [pieces.filter(({ text }) => text !== '')];
  });
}

/** `terms: `; '' of a state. */
function headOf(line: string): string {
  return /^[a-z]+: /.exec(line)?.[0] ?? '';
}

function itemsUnder(head: string, lines: readonly string[]): string[] {
  return lines.filter((line) => headOf(line) === head).flatMap((line) => line.slice(head.length).split(', '));
}
