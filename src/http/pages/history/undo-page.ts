import type { LookedPart, Save, UndoChoice } from '../../../core/changes/ports/history.ts';
import type { Snapshot } from '../../../core/changes/ports/library.ts';
import { counted } from '../../../core/text/counted.ts';
import { plainly, type ToldPiece } from '../../../core/text/told-words.ts';
import { CHANGES, UNDO } from '../../addresses.ts';
import { type Frame, frameOf } from '../frame/frame.ts';
import { saveName } from '../frame/names.ts';
import { type ChangeView, changeView, type DiffView, diffView } from './change-view.ts';

/** views/undo.ejs: what undoing a save would do, where somebody else wrote since. */
export interface UndoPage extends Frame {
  readonly number: number;
  /** “paragraph 2 of “Un essai / A trial”” */
  readonly what: readonly ToldPiece[];
  readonly action: string;
  readonly changesAt: string;
  /** “3 paragraphs or entries are as this save left them and are taken back.”; '' for none. */
  readonly clean: string;
  readonly asked: readonly AskedPart[];
  /** Why it was not done; null before. */
  readonly failure: string | null;
}

/** A part of which a person has to say what shall stand there. */
export interface AskedPart {
  readonly index: number;
  readonly version: string;
  /** What the save did. */
  readonly saved: ChangeView;
  /** What was written since. */
  readonly since: DiffView;
  /** From how it is to how it would be. */
  readonly undone: DiffView;
  /** What it comes to, in one sentence. */
  readonly says: string;
  /** What stands in the field. */
  readonly text: string;
  readonly language: string;
  /** Lines of the field. */
  readonly height: number;
  /** Which of the three is chosen at first. */
  readonly isBack: boolean;
  readonly isKept: boolean;
  readonly isWritten: boolean;
}

/** Characters of a line of the field, about. */
const LINE = 60;

/** What the page shows besides. */
export interface ShownUndo {
  readonly files: Snapshot;
  readonly failure: string | null;
  /** What somebody chose and wrote that was not done. */
  readonly typed: readonly UndoChoice[];
}

export function undoPage(save: Save, parts: readonly LookedPart[], { files, failure, typed }: ShownUndo): UndoPage {
  const what = saveName(save, files);
  const clean = parts.filter(({ isAsked }) => !isAsked).length;
  return {
    ...frameOf(files, `Undo ${plainly(what)}`),
    ...{ number: save.number, what, action: UNDO, changesAt: CHANGES, failure },
    clean:
      clean === 0
        ? ''
        : `${counted(clean, 'other part')} of it: nobody else wrote there since, so taken back as they are.`,
    asked: parts.filter(({ isAsked }) => isAsked).map((part) => askedPart(part, typed)),
  };
}

function askedPart(part: LookedPart, typed: readonly UndoChoice[]): AskedPart {
  const { index, version, after, now, proposal, kind } = part;
  const words = kind === 'clean' ? proposal : (now ?? proposal);
  const written = typed.find((one) => one.index === index);
  const chosen = written?.do ?? (kind === 'clean' ? 'back' : 'keep');
  const text = written?.text ?? words?.text ?? '';
  return {
    ...{ index, version, saved: changeView(part), since: diffView(after, now), undone: diffView(now, proposal) },
    ...{ says: sentenceFor(part), text, language: words?.language ?? '' },
    height: Math.min(20, Math.max(3, Math.ceil(text.length / LINE) + 1, text.split('\n').length + 1)),
    ...{ isBack: chosen === 'back', isKept: chosen === 'keep', isWritten: chosen === 'text' },
  };
}

function sentenceFor({ kind, now }: LookedPart): string {
  if (kind === 'taken')
    return 'Another one has its name by now. Undo first the save that gave it that name; kept, all stays as it is.';
  if (now === null) return 'It is not there any more. Taken back, it stands there again as it was before the save.';
  if (kind === 'conflict')
    return 'Its words were written over since: kept, all stays as it is; taken back, what was written since goes.';
  if (kind === 'lossy') return 'It was not there before the save: taken back, it goes, with what was written since.';
  return 'Other words were changed since. They stay; only the words of this save are taken back.';
}
