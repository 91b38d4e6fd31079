import type { FileSave } from '../../core/changes/ports/save-record.ts';
import type { NewSave } from './save-log.ts';

/** A save with the texts before and after it; null where there was no file, or is none any more. */
export type Written = Omit<NewSave<FileSave>, 'kind' | 'changes' | 'time' | 'by' | 'isNew'> & {
  readonly before: string | null;
  readonly after: string | null;
  /** Parts that somebody chose, told although they stay as they are. */
  readonly told?: FileSave['changes'];
};

/** What files are replaced with, and how it is remembered. */
export interface Replaced {
  /** @throws {StoreError} when the file is there and cannot be read */
  read(file: string): Promise<string | null>;
  /** @throws {ChangedMeanwhile} @throws {StoreError} */
  write(file: string, text: string | null, expected: string | null): Promise<void>;
  /** @returns the number of the save */
  note(save: Written): Promise<number>;
  /** In turn with all others of the file; anew while somebody else writes it. */
  again<T>(file: string, work: () => Promise<T>): Promise<T>;
}
