import { StoreError } from '../../core/changes/ports/store-error.ts';

/** A file that was not read to its end. The message goes on from the name of the file. */
export class Unfinished extends Error {
  /** It took too long, and would again. */
  readonly isSlow: boolean;
  constructor(message: string, isSlow = false) {
    super(message);
    this.isSlow = isSlow;
  }
}

/** Says of a file that was not read to its end that nothing was saved; every other error goes on as it is. */
export function sayUnfinished(file: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof Unfinished)) throw error;
    throw new StoreError(`${file} ${error.message}; nothing was saved.`, 'unfit');
  };
}
