import type { Response } from 'express';
import { UserError } from '../errors.ts';

/** Places for forms that are taken at once, until their texts are read. */
const MOST_UPLOADS = 8;
/** What a place takes of the memory; a larger form takes several. Bytes. */
const PLACE = 10_100_000;

/**
 * Takes a place for a form, and gives it back when that is done with.
 *
 * @throws {UserError} where all places are taken
 */
export function createPlaceOfUpload(): (response: Response) => () => void {
  let taken = 0;
  return (response) => {
    const places = placesOf(response);
    if (taken + places > MOST_UPLOADS) {
      response.set({ 'Retry-After': '5', Connection: 'close' });
      throw new UserError('too-many', 'Many texts are being sent at this moment.', 'Send yours again in a moment.');
    }
    taken += places;
    return () => {
      taken -= places;
    };
  };
}

/**
 * Half of the places at most, so that there are some for others; one that does not say what it brings may bring that.
 */
function placesOf({ req }: Response): number {
  const bytes = Number.parseInt(req.headers['content-length'] ?? '', 10);
  const places = Number.isFinite(bytes) ? Math.ceil(bytes / PLACE) : MOST_UPLOADS;
  return Math.min(MOST_UPLOADS / 2, Math.max(1, places));
}
