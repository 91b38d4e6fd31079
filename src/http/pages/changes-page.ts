import type { Save } from '../../core/changes/history.ts';
import { clockTime } from './dates.ts';
import { type FilesNow, type Frame, frameOf } from './frame.ts';

/** views/changes.ejs: what was saved from pages since the server started, the newest first. */
export interface ChangesPage extends Frame {
  readonly saves: readonly (Omit<Save, 'time'> & {
    /** ISO 8601. */
    readonly time: string;
    /** “09:41” */
    readonly clock: string;
  })[];
}

export function changesPage(saves: readonly Save[], files: FilesNow): ChangesPage {
  return {
    ...frameOf(files, 'Changes'),
    saves: saves.map((save) => ({ ...save, time: new Date(save.time).toISOString(), clock: clockTime(save.time) })),
  };
}
