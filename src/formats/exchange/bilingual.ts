import type { UnitState } from '../../core/model/article.ts';
import type { Place } from '../../core/model/place.ts';

/** One text and its translation, as a file of another tool has them. */
export interface BilingualUnit {
  /** The id that an export of ours gave it; null where the file has none. */
  readonly key: string | null;
  /** What tells equal texts apart: `msgctxt` of a catalogue; null where the file has none. */
  readonly context: string | null;
  /** Both as Markdown, as an article and its catalogue have them. */
  readonly source: string;
  /** Null where there is none. */
  readonly target: string | null;
  /** What the file says of it; `reviewed` only where it says so outright. */
  readonly state: UnitState;
  readonly notes: readonly string[];
  readonly place: Place;
}

/** A file of another tool, read. */
export interface BilingualFile {
  /** Slug of the article that it says it came from; null where it does not. */
  readonly slug: string | null;
  readonly units: readonly BilingualUnit[];
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
