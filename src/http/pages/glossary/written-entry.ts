import { conceptVersion } from '../../../core/changes/concept-version.ts';
import type { Snapshot } from '../../../core/changes/ports/library.ts';
import type { Concept } from '../../../core/model/concept.ts';
import { type EntryFields, fieldsOf } from '../../../formats/glossary/entry-form.ts';
import { isEditable } from '../../../formats/glossary/kinds.ts';
import { type PlainEntry, plainEntry } from '../../../formats/glossary/plain-entry.ts';
import { ADD_TERM, conceptAddress } from '../../addresses.ts';
import type { ConflictView } from './entry-conflicts.ts';
import type { ImpactView } from './impact-view.ts';

/** Where entries go while there is no glossary. */
export const FIRST_FILE = 'glossary/terms.yaml';

/** One entry of the glossary as somebody is writing it: what stands in the fields, and what came of sending them. */
export interface WrittenEntry {
  /** Id of an entry that is there; null for a new one. */
  readonly id: string | null;
  /** Where it is sent. */
  readonly action: string;
  readonly fields: EntryFields;
  /** Version that the form was made over; null for a new entry. */
  readonly version: string | null;
  /** That version, as JSON, for a merge when it is no longer the newest. */
  readonly base: string;
  /** Files that take entries; only for a new one. */
  readonly files: readonly string[];
  readonly file: string;
  /** Where to go after a new entry is saved; '' for its own page. */
  readonly back: string;
  /** Sentences by field, `fr.0.term`; '' for the entry as a whole. */
  readonly errors: Readonly<Record<string, string>>;
  readonly impact: ImpactView | null;
  /** What somebody else changed meanwhile; null when nothing was refused. */
  readonly conflicts: readonly ConflictView[] | null;
  /** Why it was not saved. */
  readonly failure: string | null;
  /** English for it, out of a text; empty where nothing is proposed. */
  readonly proposals: readonly string[];
  /** Whether it shows no more rows than are needed. */
  readonly isBrief: boolean;
  /** Whether somebody is at work on it. */
  readonly isSent: boolean;
}

const NO_STATE = {
  ...{ errors: {}, impact: null, conflicts: null, failure: null, isSent: false },
  ...{ files: [], back: '', proposals: [], isBrief: false },
} as const;

/** An entry as it stands in its file. */
export function savedEntry(concept: Concept): WrittenEntry {
  const entry = plainEntry(concept);
  return {
    ...NO_STATE,
    id: concept.id,
    action: conceptAddress(concept.id),
    fields: fieldsOf(entry),
    version: conceptVersion(concept),
    base: JSON.stringify(entry),
    file: concept.place.file,
  };
}

/**
 * An entry to come.
 *
 * @param chosen where to write it, as far as anybody said
 */
export function newEntry(
  entry: Partial<PlainEntry>,
  { glossaryFiles }: Snapshot,
  chosen: Pick<WrittenEntry, 'file' | 'back'>,
): WrittenEntry {
  const files = glossaryFiles.filter(isEditable);
  return {
    ...NO_STATE,
    id: null,
    action: ADD_TERM,
    fields: fieldsOf(entry),
    version: null,
    base: '{}',
    files: files.length > 0 ? files : [FIRST_FILE],
    file: files.includes(chosen.file) ? chosen.file : (files[0] ?? FIRST_FILE),
    back: chosen.back,
  };
}
