import type { PartWords } from './file-parts.ts';

/** A save that was made from a page. */
export interface Save {
  readonly number: number;
  /** Relative to the root. */
  readonly file: string;
  /** “paragraph 7 of deepseek-r2” */
  readonly what: string;
  /** The page of what was changed: `/articles/deepseek-r2#p7`. */
  readonly where: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Who saved; null where nobody knows. */
  readonly by: string | null;
  /** Whether something of it is left to undo. */
  readonly undoable: boolean;
  /** False where the article that it was made in went, whatever has its slug now. */
  readonly isInPlace: boolean;
  /** The save that this one undoes, or does again; null for none. */
  readonly undoes: number | null;
  /** Of an article that came or went as a whole; absent for what was written in a file. */
  readonly move?: MoveWords;
}

/** How a page speaks of an article that came or went. */
export interface MoveWords {
  /** The French title, as `what` and `says` have it between quotation marks. */
  readonly title: string;
  /** One sentence. */
  readonly says: string;
  /** What the button says that undoes it. */
  readonly undo: string;
}

/** What a save did to one paragraph or entry. */
export interface ChangeWords {
  /** Null where there was none; both are never. */
  readonly before: PartWords | null;
  readonly after: PartWords | null;
}

/** One paragraph or entry of a save, and what undoing the save would do to it. */
export interface LookedPart extends ChangeWords {
  /** Tells it from the others of its save. */
  readonly index: number;
  /** As it is; null where it is not there. */
  readonly now: PartWords | null;
  /** As it would be; null where it would be gone. */
  readonly proposal: PartWords | null;
  /** `lossy`: what was written since would go with it. `conflict`: the same words were changed since. */
  readonly kind: 'clean' | 'lossy' | 'conflict' | 'taken';
  /** Somebody else wrote since, or it is in doubt: a person has to choose. */
  readonly isAsked: boolean;
  /** Of how it is now; a choice names it. */
  readonly version: string;
}

/** What a person chose for one part: to leave it as it is, to take the save back, or a text of their own. */
export interface UndoChoice {
  readonly index: number;
  readonly do: 'keep' | 'back' | 'text';
  /** For `text`. */
  readonly text: string;
  /** Of the part that was looked at. */
  readonly version: string;
}

/** What came of an undo. */
export interface Undone {
  /** Number of the save that it is; null where everything waits for a choice. */
  readonly save: number | null;
  /** Parts that changed since and were left as they are; a person has to look. */
  readonly left: number;
}

/** A version of a whole file that a later one replaced. */
export interface FileVersion {
  readonly name: string;
  /** When it was replaced. Milliseconds since 1970. */
  readonly time: number;
}

/** All saves from pages, as far as they are kept: each can be undone, in any order, also after a restart. */
export interface History {
  /** The newest first. */
  saves(): Promise<readonly Save[]>;
  /** What a save did, part by part; empty for one that nothing is known of, and for whole articles. */
  changes(number: number): Promise<readonly ChangeWords[]>;
  /** What the saves of a file did to the part of this name, by their numbers; those alone that did something to it. */
  changesOf(file: string, name: string): Promise<ReadonlyMap<number, readonly ChangeWords[]>>;
  /** What undoing a save would do now, part by part. */
  look(number: number): Promise<readonly LookedPart[]>;
  /**
   * Takes a save back: each paragraph or entry where it stands, whatever else was written in the file. Where somebody
   * else wrote in the same one since, it is left until a person chose. An undo is a save too, and can be undone.
   *
   * @returns null when nothing is known of that save, nothing of it is left to undo, or another article has the slug of
   *   the one that it was made in
   * @throws {StoreError}
   */
  undo(number: number, choices?: readonly UndoChoice[]): Promise<Undone | null>;
  /** Versions that are kept of a file, the newest first. */
  versions(file: string): Promise<readonly FileVersion[]>;
  /** What bringing a version back would change, part by part; null where it is not kept, or its article was removed. */
  compare(file: string, name: string): Promise<readonly ChangeWords[] | null>;
  /**
   * Puts a whole version in the place of the file. That is a save too.
   *
   * @returns its number; null where it is not kept, stands there already, or its article was removed
   * @throws {StoreError}
   */
  bringBack(file: string, name: string): Promise<number | null>;
}
