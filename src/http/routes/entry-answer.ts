import { conceptVersion } from '../../core/changes/concept-version.ts';
import type { EntryChange } from '../../core/changes/ports/entry-change.ts';
import { StoreError } from '../../core/changes/ports/store-error.ts';
import type { Concept } from '../../core/model/concept.ts';
import { mergeRecords } from '../../core/text/merge-records.ts';
import { fieldsOf, problemsByField } from '../../formats/glossary/entry-form.ts';
import { type PlainEntry, plainEntry } from '../../formats/glossary/plain-entry.ts';
import { statusOf, UserError } from '../errors.ts';
import { conflictViews } from '../pages/glossary/entry-conflicts.ts';
import { impactView } from '../pages/glossary/impact-view.ts';
import type { WrittenEntry } from '../pages/glossary/written-entry.ts';
import { type GlossaryPorts, previewChange, readSentEntry, type SavedEntry, saveChange } from './entry-save.ts';
import type { Sent } from './requests.ts';

/** The form of an entry as it was sent. */
export interface SentEntry {
  readonly sent: Sent;
  /** The entry as one would write it; not checked yet. */
  readonly entry: unknown;
  /** The form, to be shown again. */
  readonly written: WrittenEntry;
  /** The change that the form asks for. */
  readonly changeTo: (entry: Concept) => EntryChange;
}

/** What came of a sent form: saved under a number, or to be shown again. */
export type EntryAnswer =
  | { readonly entry: Concept; readonly saved: SavedEntry }
  | { readonly status: number; readonly written: WrittenEntry };

export async function answerOfEntry(
  { sent, entry: value, written, changeTo }: SentEntry,
  ports: GlossaryPorts,
): Promise<EntryAnswer> {
  if (sent['do'] === 'more') return { status: 200, written };
  const { concept: entry, problems } = readSentEntry(value, written.file);
  if (entry === null) return { status: 422, written: { ...written, errors: problemsByField(problems) } };
  const change = changeTo(entry);
  if (sent['do'] === 'check') {
    const impact = impactView(await previewChange(ports, change), ports.library.current());
    return { status: 200, written: { ...written, impact } };
  }
  try {
    const saved = await saveChange(ports, written.file, change, written.version);
    return saved === null ? { status: 412, written } : { entry, saved };
  } catch (error) {
    return refusalOf(error, written);
  }
}

function refusalOf(error: unknown, written: WrittenEntry): EntryAnswer {
  if (error instanceof StoreError) return { status: statusOf(error), written: { ...written, failure: error.message } };
  if (!(error instanceof UserError)) throw error;
  return { status: 409, written: { ...written, failure: `${error.message} ${error.advice}` } };
}

/** The form after somebody else was first: both changes where they touch different fields, over the version of now. */
export function mergedWith(now: Concept, yours: Record<string, unknown>, written: WrittenEntry): WrittenEntry {
  const theirs = plainEntry(now);
  const { merged, conflicts } = mergeRecords(recordIn(written.base), yours, { ...theirs });
  return {
    ...written,
    fields: fieldsOf(merged as Partial<PlainEntry>),
    version: conceptVersion(now),
    base: JSON.stringify(theirs),
    conflicts: conflictViews(conflicts),
  };
}

function recordIn(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
