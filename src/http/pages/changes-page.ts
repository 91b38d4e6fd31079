import type { Save } from '../../core/changes/history.ts';
import type { Snapshot } from '../../core/changes/library.ts';
import { articleIn, conceptIn } from '../addresses.ts';
import { clockTime } from './dates.ts';
import { type Frame, frameOf } from './frame.ts';

/** views/changes.ejs: what was saved from pages since the server started, the newest first. */
export interface ChangesPage extends Frame {
  readonly saves: readonly (Pick<Save, 'number' | 'file' | 'what'> & {
    /** The page of what was changed; null where that is gone. */
    readonly where: string | null;
    /** ISO 8601. */
    readonly time: string;
    /** “09:41” */
    readonly clock: string;
    /** What the button says that undoes it; null where it can be undone no more. */
    readonly undo: string | null;
  })[];
}

export function changesPage(saves: readonly Save[], files: Snapshot): ChangesPage {
  return {
    ...frameOf(files, 'Changes'),
    saves: saves.map(({ number, file, what, where, time, undoable, move }) => ({
      ...{ number, file, what, where: isThere(where, files) ? where : null },
      ...{ time: new Date(time).toISOString(), clock: clockTime(time) },
      undo: undoable ? (move?.undo ?? 'Undo') : null,
    })),
  };
}

/** Whether there is a page at an address of what was changed. */
export function isThere(where: string, { glossary, articles }: Pick<Snapshot, 'glossary' | 'articles'>): boolean {
  const [id, slug] = [conceptIn(where), articleIn(where)];
  return (id === null || glossary.byId.has(id)) && (slug === null || articles.has(slug));
}
