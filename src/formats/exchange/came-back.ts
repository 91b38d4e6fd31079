import type { IncomingUnit } from '../../core/changes/imports/incoming-unit.ts';
import type { UnitState } from '../../core/model/article.ts';
import type { Place } from '../../core/model/place.ts';
import { asWritten } from './exchanged-text.ts';
import { markdownOf } from './inline-markdown.ts';
import { type Piece, writtenBy } from './inline-pieces.ts';
import { withSigns } from './sound-marks.ts';

/** A pair of texts as a file of another tool has them, before they are Markdown. */
export interface ForeignUnit {
  readonly id: string | null;
  readonly context: string | null;
  readonly source: readonly Piece[];
  /** Null where there is none. */
  readonly target: readonly Piece[] | null;
  /** How an export of ours says that each was written. */
  readonly written: { readonly source: string | null; readonly target: string | null };
  readonly isReviewed: boolean;
  /** Nobody has translated it yet; a target that reads as the source is none. */
  readonly isNew: boolean;
  /** It is no language, or Markdown already: no sign in it is made anew. */
  readonly isVerbatim: boolean;
  readonly notes: readonly string[];
  readonly place: Place;
}

/** What an export of ours names a unit. */
const KEY = /^[\da-f]{12}$/;

/** A pair as an article has it, in Markdown. A text of blanks alone is no translation. */
export function cameBack({ id, context, source, target, written, isVerbatim, ...unit }: ForeignUnit): IncomingUnit {
  const read = isVerbatim ? writtenBy : markdownOf;
  const french = read(source);
  const english = target === null ? '' : read(withSigns(target, source));
  const hasTarget = english.trim() !== '' && !(unit.isNew && english === french);
  const state: UnitState = !hasTarget ? 'initial' : unit.isReviewed ? 'reviewed' : 'translated';
  return {
    key: id !== null && KEY.test(id) ? id : null,
    context,
    source: asWritten(french, written.source),
    target: hasTarget ? asWritten(english, written.target) : null,
    state,
    notes: unit.notes,
    place: unit.place,
  };
}
