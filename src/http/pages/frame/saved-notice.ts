import type { Save } from '../../../core/changes/ports/history.ts';
import { capitalized } from '../../../core/ledger/repair-capitals.ts';

/** A save as the page that follows it tells of it. */
export interface SavedNotice extends Save {
  /** One sentence: “Saved: paragraph 7 of deepseek-r2.” */
  readonly says: string;
}

/** What undoes a save, or does it again, says so itself: “Undone: paragraph 7 of deepseek-r2.” */
export function savedNotice(save: Save): SavedNotice {
  const written = save.undoes === null ? `Saved: ${save.what}.` : `${capitalized(save.what)}.`;
  return { ...save, says: save.move?.says ?? written };
}
