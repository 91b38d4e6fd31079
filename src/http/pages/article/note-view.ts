import { mayRemove, noteKey, readNote } from '../../../core/changes/notes.ts';
import type { Person } from '../../../core/people/people.ts';
import { type DatedLine, dated } from '../frame/dates.ts';

/** A note under a paragraph. */
export interface NoteView {
  /** “Ana, 2026-11-26”; “Translator’s note” where it names nobody. */
  readonly label: DatedLine;
  readonly text: string;
}

/** A note where one can answer. */
export interface ThreadNote extends NoteView {
  /** What a tick sends that takes it away; null for one that is not theirs. */
  readonly removal: string | null;
}

export function noteView(note: string): NoteView {
  const { by, text } = readNote(note);
  return { label: dated(by === null ? 'Translator’s note' : `${by.name}, ${by.date}`), text };
}

function noteThread(notes: readonly string[], person: Person): ThreadNote[] {
  return notes.map((note) => ({ ...noteView(note), removal: mayRemove(note, person) ? noteKey(note) : null }));
}

/** What a form of a paragraph has for its notes. */
export interface NoteField {
  /** What was said, where people have names and each answers the others. */
  readonly thread: readonly ThreadNote[];
  /** Translator’s notes, one a line; an answer where people have names. */
  readonly note: string;
  /** What the field asks for. */
  readonly noteLabel: string;
  /** What opens it. */
  readonly noteName: string;
  readonly isNoteOpen: boolean;
}

/**
 * Without names the notes are one text; with names each says their own.
 *
 * @param written what stands in the field and is not saved; absent where that is nothing
 * @param person null for whoever has no name
 */
export function noteField(notes: readonly string[], written: string | undefined, person: Person | null): NoteField {
  if (person === null) {
    const noteLabel = 'Shown to readers under the paragraph, one a line';
    const note = written ?? notes.join('\n');
    return { thread: [], note, noteLabel, noteName: 'Translator’s note', isNoteOpen: note !== '' };
  }
  const noteLabel = `Added under the paragraph as said by ${person.name}; readers see it`;
  const noteName = notes.length === 0 ? 'Add a note' : 'Notes';
  const isNoteOpen = notes.length > 0 || Boolean(written);
  return { thread: noteThread(notes, person), note: written ?? '', noteLabel, noteName, isNoteOpen };
}
