import type { PartChange } from './file-parts.ts';

/** What every save has, as it is remembered. */
interface Remembered {
  /** From 1, upwards. */
  readonly number: number;
  /** “paragraph 7 of deepseek-r2” */
  readonly what: string;
  /** The page of what was changed: `/articles/deepseek-r2#p7`. */
  readonly where: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Who saved; null where nobody knows. */
  readonly by: string | null;
  /** The save that was undone by this one, or done again; null for none. */
  readonly undoes: number | null;
}

/** A save of a file: what it did, part by part. */
export interface FileSave extends Remembered {
  readonly kind: 'file';
  /** Relative to the root. */
  readonly file: string;
  readonly changes: readonly PartChange[];
  /** Which changes of the first save were turned around: of that which was undone, or done again. */
  readonly turned: readonly number[];
  /** What stands there is what a person chose where it was in doubt. */
  readonly isChosen: boolean;
  /** There was no file before. */
  readonly isNew: boolean;
}

/** An article that came or went as a whole. */
export interface MoveSave extends Remembered {
  readonly kind: 'move';
  readonly slug: string;
  readonly title: string;
  readonly did: 'added' | 'removed' | 'brought back';
  /** What the store brings it back by; null for one that came. */
  readonly removed: string | null;
}

export type SaveRecord = FileSave | MoveSave;

/** Which saves are in force, and which record was the last to say so. */
export interface Standing {
  /** The first save that a record is about: itself, or what it undoes, and what that undoes. */
  rootOf(save: SaveRecord): SaveRecord;
  /** Whether a change of a first save is in force. */
  isActive(root: SaveRecord, index: number): boolean;
  /**
   * Which changes of a save an undo of it would turn around now; none where it is undone already, or undoes what is not
   * remembered any more.
   */
  open(save: SaveRecord): readonly number[];
}

/** @param saves the oldest first */
export function standingOf(saves: readonly SaveRecord[]): Standing {
  const byNumber = new Map(saves.map((save) => [save.number, save]));
  const last = new Map<string, { readonly save: SaveRecord; readonly isActive: boolean }>();
  const keyOf = (root: SaveRecord, index: number) => `${root.number} ${index}`;
  const rootOf = (save: SaveRecord) => {
    let root = save;
    // Upwards only, so that no line of another’s making leads in a circle.
    for (let next = before(root, byNumber); next !== undefined; next = before(root, byNumber)) root = next;
    return root;
  };
  const isActive = (root: SaveRecord, index: number) => last.get(keyOf(root, index))?.isActive ?? true;
  for (const save of saves) {
    const root = rootOf(save);
    if (root === save) continue;
    for (const index of turnedBy(save)) {
      last.set(keyOf(root, index), { save, isActive: !isActive(root, index) });
    }
  }
  return {
    rootOf,
    isActive,
    open(save) {
      const root = rootOf(save);
      if (root.undoes !== null) return [];
      if (root === save) return indexesOf(save).filter((index) => isActive(save, index));
      return turnedBy(save).filter((index) => last.get(keyOf(root, index))?.save === save);
    },
  };
}

function before({ undoes, number }: SaveRecord, byNumber: ReadonlyMap<number, SaveRecord>): SaveRecord | undefined {
  return undoes === null || undoes >= number ? undefined : byNumber.get(undoes);
}

function indexesOf(save: SaveRecord): readonly number[] {
  return save.kind === 'move' ? [0] : save.changes.map((_, index) => index);
}

function turnedBy(save: SaveRecord): readonly number[] {
  return save.kind === 'move' ? [0] : save.turned;
}
