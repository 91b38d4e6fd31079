import type { PartWords } from '../../core/changes/file-parts.ts';
import type { ChangeWords } from '../../core/changes/history.ts';
import { changedLines } from '../../core/text/changed-lines.ts';
import { diffTexts } from '../../core/text/text-diff.ts';
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
  /** State and remarks that came or went, one each. */
  readonly details: DiffView['pieces'];
}

/** Bytes of a French text that tell which paragraph it is. */
const LONGEST_NAME = 120;
/** UTF-16 units of a text that is compared word by word. */
const LONGEST_TEXT = 20_000;

export function changeView({ before, after }: ChangeWords): ChangeView {
  const words = after ?? before;
  return {
    name: shortened(words?.name ?? '', LONGEST_NAME),
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

function detailsOf(before: readonly string[], after: readonly string[]): ChangeView['details'] {
  return [
    ...before.filter((line) => !after.includes(line)).map((text) => ({ text, isOut: true, isIn: false })),
    ...after.filter((line) => !before.includes(line)).map((text) => ({ text, isOut: false, isIn: true })),
  ];
}
