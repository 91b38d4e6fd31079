import type { IncomingUnit } from '../../core/changes/imports/incoming-unit.ts';
import type { Place } from '../../core/model/place.ts';

/** A file of another tool, read. */
export interface BilingualFile {
  /** Slug of the article that it says it came from; null where it does not. */
  readonly slug: string | null;
  readonly units: readonly IncomingUnit[];
  /** What could not be read of it, a sentence each, with its place. */
  readonly remarks: readonly { readonly message: string; readonly place: Place }[];
}

/** A file of another tool that cannot be read; the message says why, and what to do instead. */
export class UnreadableBilingual extends Error {
  readonly place: Place;

  constructor(message: string, place: Place) {
    super(message);
    this.place = place;
  }
}
