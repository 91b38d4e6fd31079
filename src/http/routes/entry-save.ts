import type { Response } from 'express';
import { conceptVersion } from '../../core/changes/concept-version.ts';
import { type Impact, impactSlices } from '../../core/changes/impact.ts';
import type { EntryChange } from '../../core/changes/ports/entry-change.ts';
import type { GlossaryStore } from '../../core/changes/ports/glossary-store.ts';
import type { Library } from '../../core/changes/ports/library.ts';
import type { Concept } from '../../core/model/concept.ts';
import type { KeyedTurns } from '../../core/model/keyed-turns.ts';
import { formatPlace } from '../../core/model/place.ts';
import { isRecord } from '../../core/model/record.ts';
import type { Pacer } from '../../core/model/slices.ts';
import { parseInlineMarks } from '../../formats/article/inline-marks.ts';
import { type ReadEntry, readEntry } from '../../formats/glossary/entry.ts';
import { CHANGE_ELSEWHERE, isEditable, notEditable } from '../../formats/glossary/kinds.ts';
import { plainEntry } from '../../formats/glossary/plain-entry.ts';
import { conceptAddress, GLOSSARY } from '../addresses.ts';
import { UserError } from '../errors.ts';
import { FIRST_FILE } from '../pages/glossary/written-entry.ts';
import { findConcept } from './find.ts';
import { readAgain } from './read-again.ts';

/** What changes the glossary needs: where it is read, and where it is written. */
export interface GlossaryPorts {
  readonly library: Library;
  readonly glossary: GlossaryStore;
  readonly pacer: Pacer;
  /** By the ids that entries get: of a row and an entry that are sent at the same moment only one can have an id. */
  readonly idTurns: KeyedTurns;
}

/** A save of an entry. */
export interface SavedEntry {
  readonly number: number;
  /** False where the files could not be read again, so that pages still show what was before. */
  readonly isInUse: boolean;
}

/** Reads an entry from a request; it stands in no line yet. */
export function readSentEntry(value: unknown, file: string): ReadEntry {
  return readEntry(value, () => ({ file, line: 1, column: 1 }));
}

/** @throws {UserError} that lists what is wrong with an entry that a script sent */
function entryOf(written: unknown, file: string): Concept {
  const { concept, problems } = readSentEntry(written, file);
  if (concept !== null) return concept;
  const errors = problems.map(({ path, message }) => ({ path: path.map(String), message }));
  throw new UserError('invalid', errors.map(({ message }) => message).join('; '), '', { errors });
}

/** An entry that a script sent, for the file it names. */
export function addedEntry(ports: Pick<GlossaryPorts, 'library'>, sent: unknown): Concept {
  const { file, written } = sentEntry(sent);
  return entryOf(written, chosenFile(ports, file));
}

/** An entry that a script sent in the place of another, in the file where that one stands. */
export function changedEntry({ id, place }: Concept, sent: unknown): Concept {
  const { written } = sentEntry(sent);
  return entryOf(isRecord(written) ? { id, ...written } : written, place.file);
}

/** Parts what is sent as an answer gave it: the file, a line that says nothing here, and the entry. */
function sentEntry(sent: unknown): { readonly file?: unknown; readonly written: unknown } {
  if (!isRecord(sent)) return { written: sent };
  const { file, line: _, ...written } = sent;
  return { file, written };
}

/** An id and an entry change it, an id alone deletes it, an entry alone adds it. */
export function changeOf({ library }: Pick<GlossaryPorts, 'library'>, id: unknown, sent: unknown): EntryChange {
  if (id === undefined) return { kind: 'add', entry: addedEntry({ library }, sent) };
  const old = findConcept(library.current(), String(id));
  if (sent === undefined || sent === null) return { kind: 'delete', id: old.id };
  return { kind: 'put', id: old.id, entry: changedEntry(old, sent) };
}

/** @throws {UserError} when there is no such file */
export function chosenFile({ library }: Pick<GlossaryPorts, 'library'>, wanted: unknown): string {
  const files = library.current().glossaryFiles.filter(isEditable);
  const file = wanted === undefined ? (files[0] ?? FIRST_FILE) : wanted;
  if (typeof file === 'string' && takesEntries(file, files)) return file;
  throw new UserError('invalid', `file: write one of ${files.join(', ')}`);
}

/** @guard file-of-new-entry → true */
function takesEntries(file: string, files: readonly string[]): boolean {
  return files.length === 0 ? file === FIRST_FILE : files.includes(file);
}

/**
 * Writes a change and reads the files again.
 *
 * @param expected version that the change was made over; null for a new entry
 * @returns null when another version stands there by now
 * @throws {UserError} when the file or the id cannot be
 */
export async function saveChange(
  { library, glossary, idTurns }: GlossaryPorts,
  file: string,
  change: EntryChange,
  expected: string | null,
): Promise<SavedEntry | null> {
  refuseFile(file);
  const save = async () => {
    refuseTakenId(library, change);
    const number = await glossary.save(file, change, expected);
    const isInUse = await readAgain(library, [file]);
    return number === null ? null : { number, isInUse };
  };
  const id = idGivenBy(change);
  return id === null ? save() : idTurns(id, save);
}

/** The id that an entry gets; null where it has it already, or goes. */
function idGivenBy(change: EntryChange): string | null {
  if (change.kind === 'delete' || (change.kind === 'put' && change.id === change.entry.id)) return null;
  return change.entry.id;
}

export async function previewChange(
  { library, pacer }: Pick<GlossaryPorts, 'library' | 'pacer'>,
  change: EntryChange,
): Promise<Impact> {
  const preview = await library.preview(change);
  return pacer.finish(impactSlices(preview, { change, read: parseInlineMarks }));
}

/** The entry after it was saved; as it was sent where the files could not be read again. */
export function savedConcept(
  ports: GlossaryPorts,
  { entry, saved }: { readonly entry: Concept; readonly saved: SavedEntry },
): Concept {
  return saved.isInUse ? (findSaved(ports, entry) ?? entry) : entry;
}

/** Where an entry is shown after it was saved: with all others, where it is not in use yet. */
export function addressAfter(
  ports: GlossaryPorts,
  { entry, saved }: { readonly entry: Concept; readonly saved: SavedEntry },
): string {
  const { id } = savedConcept(ports, { entry, saved });
  return saved.isInUse || ports.library.current().glossary.byId.has(id) ? conceptAddress(id) : GLOSSARY;
}

/** A table gives its entries ids of its own. */
function findSaved({ library }: Pick<GlossaryPorts, 'library'>, entry: Concept): Concept | undefined {
  const { byId, concepts } = library.current().glossary;
  const [french] = entry.fr;
  const isIt = ({ fr, place }: Concept) => place.file === entry.place.file && fr[0]?.text === french?.text;
  const found = byId.get(entry.id);
  return found !== undefined && isIt(found) ? found : concepts.find(isIt);
}

function refuseFile(file: string): void {
  if (isEditable(file)) return;
  throw new UserError('conflict', notEditable(file), CHANGE_ELSEWHERE);
}

function refuseTakenId(library: Library, change: EntryChange): void {
  if (change.kind === 'delete') return;
  const { id } = change.entry;
  const other = library.current().glossary.byId.get(id);
  if (other === undefined || (change.kind === 'put' && change.id === id)) return;
  throw new UserError(
    'conflict',
    `“${id}” is the id of the entry at ${formatPlace(other.place)}.`,
    'Change that entry, or give this one another id.',
  );
}

/** An entry as its file writes it, with its version and where it stands. */
export function sendConcept(response: Response, status: number, concept: Concept): void {
  const { file, line } = concept.place;
  response.status(status).set({ 'Cache-Control': 'no-store', ETag: `"${conceptVersion(concept)}"` });
  response.json({ ...plainEntry(concept), file, line });
}
