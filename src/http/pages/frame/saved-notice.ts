import type { Save } from '../../../core/changes/ports/history.ts';
import { capitalized } from '../../../core/text/capitalized.ts';
import { inEnglish, type ToldPiece } from '../../../core/text/told-words.ts';
import { moveTold, type Named, saveName } from './names.ts';

/** A save as the page that follows it tells of it. */
export interface SavedNotice extends Save {
  /** One sentence: “Saved: paragraph 7 of “Un essai / A trial”.” */
  readonly says: readonly ToldPiece[];
}

/** What undoes a save, or does it again, says so itself: “Undone: paragraph 7 of “Un essai / A trial”.” */
export function savedNotice(save: Save, files: Named): SavedNotice {
  return {
    ...save,
    says: save.move === undefined ? writtenTold(save, files) : moveTold(save.move.says, save.move.title),
  };
}

function writtenTold(save: Save, files: Named): ToldPiece[] {
  const [first = inEnglish(''), ...rest] = saveName(save, files);
  const begun = save.undoes === null ? [inEnglish('Saved: '), first] : [inEnglish(capitalized(first.text))];
  return [...begun, ...rest, inEnglish('.')];
}
