import type { Save } from '../../core/changes/history.ts';
import { clockTime } from './dates.ts';
import { type FilesNow, type Frame, frameOf } from './frame.ts';

/** views/changes.ejs: what was saved from pages since the server started, the newest first. */
export interface ChangesPage extends Frame {
  readonly saves: readonly (Pick<Save, 'number' | 'file' | 'what' | 'where'> & {
    /** ISO 8601. */
    readonly time: string;
    /** “09:41” */
    readonly clock: string;
    /** What the button says that undoes it; null where it can be undone no more. */
    readonly undo: string | null;
  })[];
}

export function changesPage(saves: readonly Save[], files: FilesNow): ChangesPage {
  return {
    ...frameOf(files, 'Changes'),
    saves: saves.map(({ number, file, what, where, time, undoable, move }) => ({
      ...{ number, file, what, where },
      ...{ time: new Date(time).toISOString(), clock: clockTime(time) },
      undo: undoable ? (move?.undo ?? 'Undo') : null,
    })),
  };
}
