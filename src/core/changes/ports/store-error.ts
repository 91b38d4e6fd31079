/**
 * What kept something from being saved: the disk is full, writing there is not allowed, the file keeps changing, the
 * file is written so that it cannot be changed, it would grow too large to be read, what is to be saved holds signs
 * that no text file may hold; or anything else.
 */
export type StoreReason = 'full' | 'forbidden' | 'changing' | 'unfit' | 'large' | 'invalid' | 'other';

/** Why something could not be saved, in one sentence; what was there before still is. */
export class StoreError extends Error {
  readonly reason: StoreReason;
  constructor(message: string, reason: StoreReason = 'other') {
    super(message);
    this.reason = reason;
  }
}
