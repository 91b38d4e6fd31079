import type { UnitState } from '../../model/article.ts';
import type { Place } from '../../model/place.ts';

/** A text and its translation, as a file of another tool has them. */
export interface IncomingUnit {
  /** The key of the unit that an export of ours wrote it from, see `unit-keys.ts`; null where the file has none. */
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
