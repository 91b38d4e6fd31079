import type { Save } from '../../../core/changes/ports/history.ts';
import type { Unit } from '../../../core/model/article.ts';
import { catalogueOf } from '../../../formats/article/catalogue-name.ts';
import { clockTime } from '../frame/dates.ts';
import { numberOf } from '../frame/wording.ts';

/** The last save of a paragraph, while it can be undone; the clock says “09:41”. */
export interface LastSave {
  readonly number: number;
  readonly clock: string;
}

/** @param saves the newest first */
export function lastSaveOf(slug: string, { id }: Pick<Unit, 'id'>, saves: readonly Save[]): LastSave | null {
  const name = `paragraph ${numberOf(id)} of`;
  const isHere = ({ file, what }: Save) => file === catalogueOf(slug) && what.includes(name);
  const save = saves.find((one) => one.undoable && isHere(one));
  return save === undefined ? null : { number: save.number, clock: clockTime(save.time) };
}
