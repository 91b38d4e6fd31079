import type { Response } from 'express';
import { UserError } from '../errors.ts';

/** Forms that are taken at once, until their texts are read: each takes up to 10 MB of the memory. */
const MOST_UPLOADS = 8;

/**
 * Takes a place for a form, and gives it back when that is done with.
 *
 * @throws {UserError} where all places are taken
 */
export function createPlaceOfUpload(): (response: Response) => () => void {
  let taken = 0;
  return (response) => {
    if (taken >= MOST_UPLOADS) {
      response.set({ 'Retry-After': '5', Connection: 'close' });
      throw new UserError('too-many', 'Many texts are being sent at this moment.', 'Send yours again in a moment.');
    }
    taken += 1;
    return () => {
      taken -= 1;
    };
  };
}
