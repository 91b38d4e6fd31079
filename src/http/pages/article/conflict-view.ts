import type { Unit } from '../../../core/model/article.ts';
import { writerIn } from '../../../core/people/approvals.ts';
import { capitalized } from '../../../core/text/capitalized.ts';
import { diffTexts, mergeTexts } from '../../../core/text/text-diff.ts';
import type { DiffView } from '../history/change-view.ts';

/** Two people wrote one paragraph: what each wrote, and what can be done. */
export interface ConflictView {
  readonly heading: string;
  readonly says: string;
  /** In the order in which they are shown. */
  readonly texts: readonly {
    /** One word. */
    readonly name: string;
    readonly label: string;
    /** What a button calls it that puts it in the field; null for none. */
    readonly choice: string | null;
    readonly text: string;
    /** How its words differ from those both started from, or from the other text. */
    readonly diff: DiffView;
  }[];
  /** What a button saves that decides against the text in the file, and what it says. */
  readonly takes: readonly { readonly text: string; readonly label: string }[];
  readonly leaveLabel: string;
}

/** Somebody saved while another wrote; `merged` is both changes together, null where they collide. */
export function conflictOf(
  unit: Unit,
  yours: string,
  base: string,
): { readonly view: ConflictView; readonly merged: string | null } {
  const theirs = unit.target?.text ?? '';
  const merged = mergeTexts(base, yours, theirs);
  const what =
    merged === null
      ? 'You both changed the same words: the field holds what is in the file now; take over from yours what you want.'
      : 'You changed different words: the field holds both changes. Save it if it is right.';
  return {
    merged,
    view: {
      heading: 'Somebody changed this paragraph meanwhile',
      says: `Nothing was saved, and nothing is lost. ${what}`,
      texts: [
        { name: 'yours', label: 'Yours', choice: 'yours', text: yours, diff: diffOf(base, yours) },
        {
          name: 'theirs',
          label: 'Theirs, in the file now',
          choice: 'theirs',
          text: theirs,
          diff: diffOf(base, theirs),
        },
        { name: 'before', label: 'Before, what both started from', choice: null, text: base, diff: diffOf(base, base) },
      ],
      takes: [{ text: yours, label: 'Save mine in place of theirs' }],
      leaveLabel: 'Leave theirs',
    },
  };
}

/** What a merge of two copies of the files could not decide; null where there is nothing. */
export function conflictInFile({ target, conflicts = [] }: Unit): ConflictView | null {
  if (conflicts.length === 0) return null;
  const kept = target?.text ?? '';
  const isOne = conflicts.length === 1;
  const others = conflicts.map(({ text, origin }, i) => {
    const choice = isOne ? 'the other text' : `other text ${i + 1}`;
    const writer = writerIn(origin)?.name;
    return { text, choice, label: capitalized(choice) + (writer === undefined ? '' : `, by ${writer}`) };
  });
  return {
    heading: isOne ? 'Two people wrote this paragraph' : 'Several people wrote this paragraph',
    says: `They wrote it in ${isOne ? 'two' : 'several'} copies of these files. One text stands in the file; take over from the ${isOne ? 'other' : 'others'} what you want. What you save decides.`,
    texts: [
      ...others.map(({ text, choice, label }) => ({
        ...{ name: 'other', label, choice, text },
        diff: diffOf(kept, text),
      })),
      { name: 'kept', label: 'In the file', choice: 'that of the file', text: kept, diff: diffOf(kept, kept) },
    ],
    takes: others.map(({ text, choice }) => ({ text, label: `Take ${choice}` })),
    leaveLabel: 'Decide later',
  };
}

function diffOf(before: string, now: string): DiffView {
  const pieces = diffTexts(before, now).map(({ kind, text }) => ({ text, isOut: kind === 'out', isIn: kind === 'in' }));
  return { language: 'en', pieces };
}
