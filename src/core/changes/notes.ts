import { nameKey, type Person, whyNoName } from '../people/people.ts';
import { fingerprint } from '../text/fingerprint.ts';

/** A note on a paragraph as `# note: Ana 2026-11-26: It stands in the title too.` has it. */
export interface Note {
  /** Null where the note names nobody, and no day. */
  readonly by: { readonly name: string; readonly date: string } | null;
  readonly text: string;
}

export function readNote(note: string): Note {
  const [, name = '', date = '', text = ''] = /^([^:]{1,60}) (\d{4}-\d{2}-\d{2}): (.*)$/s.exec(note) ?? [];
  return date === '' || whyNoName(name) !== null ? { by: null, text: note } : { by: { name, date }, text };
}

/** A note of a file as it comes in: nobody speaks for another, and so what names another is told by who brought it. */
export function noteBroughtBy(
  note: string,
  { writer, date }: { readonly writer: string | undefined; readonly date: string },
): string {
  const { by } = readNote(note);
  if (writer === undefined || by === null || nameKey(by.name) === nameKey(writer)) return note;
  return `${writer} ${date}: ${note}`;
}

/** What tells a note from the others of its paragraph. */
export function noteKey(note: string): string {
  return fingerprint([note]).slice(0, 12);
}

/** Whether somebody may take a note away: their own, and a reviewer any. Nobody changes what another said. */
export function mayRemove(note: string, { name, role }: Person): boolean {
  const { by } = readNote(note);
  return role === 'reviewer' || (by !== null && nameKey(by.name) === nameKey(name));
}

/** What somebody with a name says under the notes that are there. */
export interface NoteAnswer {
  /** '' for nothing. */
  readonly text: string;
  /** Keys of notes that are to go. */
  readonly removed: readonly string[];
  readonly person: Person;
  /** Today, ISO 8601. */
  readonly date: string;
}

/** The notes of a paragraph with an answer under them, in the name of who gave it. */
export function answered(notes: readonly string[], { text, removed, person, date }: NoteAnswer): string[] {
  const kept = notes.filter((note) => !removed.includes(noteKey(note)) || !mayRemove(note, person));
  const said = text.replaceAll(/\s+/g, ' ').trim();
  return said === '' ? kept : [...kept, `${person.name} ${date}: ${said}`];
}
