import { conceptVersion } from '../core/changes/concept-version.ts';
import type { EntryChange } from '../core/changes/entry-change.ts';
import type { GlossaryStore } from '../core/changes/glossary-store.ts';
import { StoreError } from '../core/changes/store-error.ts';
import type { Concept } from '../core/model/concept.ts';
import type { Pacer, Slices } from '../core/model/slices.ts';
import { findUnwritable } from '../core/text/unwritable.ts';
import { editGlossarySlices, readGlossarySlices } from '../formats/glossary/kinds.ts';
import { plainEntry } from '../formats/glossary/plain-entry.ts';
import type { Edited, FileEditor } from './file-editor.ts';
import { createPacer } from './pacer.ts';

const WORDS: Readonly<Record<EntryChange['kind'], string>> = {
  add: 'new entry',
  put: 'entry',
  delete: 'deleted entry',
};

/** Keeps entries in the files of `glossary/`: each change is made over the file as it is at that moment. */
export function createGlossaryStore(editor: FileEditor, pacer: Pacer = createPacer()): GlossaryStore {
  return {
    async save(file, change, expected) {
      if (change.kind !== 'delete') refuseUnwritable(change.entry);
      const id = change.kind === 'add' ? change.entry.id : change.id;
      const what = `${WORDS[change.kind]} ${id}`;
      const where = `/glossary/${change.kind === 'delete' ? id : change.entry.id}`;
      const { result, save } = await editor.edit(file, { what, where }, (text) =>
        pacer.finish(changed(text ?? '', file, change, expected)),
      );
      // A change that changes nothing is no conflict; there is no save to name, though.
      return result ? (save ?? 0) : null;
    },
  };
}

/** Signs at which other tools end, or refuse, a file; told by the key as the file has it. */
function refuseUnwritable(entry: Concept): void {
  for (const [key, written] of Object.entries(plainEntry(entry))) {
    JSON.stringify(written, (_, value: unknown) => {
      const sign = typeof value === 'string' ? findUnwritable(value) : null;
      if (sign !== null)
        throw new StoreError(`“${key}” holds ${sign}, which no glossary file can hold; leave it out.`, 'invalid');
      return value;
    });
  }
}

/** @guard version-of-entry → true */
function isSameVersion(old: Concept, expected: string): boolean {
  return conceptVersion(old) === expected;
}

/** The result says whether the version was the right one. */
function* changed(text: string, file: string, change: EntryChange, expected: string | null): Slices<Edited<boolean>> {
  if (expected !== null && change.kind !== 'add') {
    const { concepts } = yield* readGlossarySlices(text, file);
    const old = concepts.find(({ id }) => id === change.id);
    if (old === undefined || !isSameVersion(old, expected)) return { text: null, result: false };
  }
  const edited = yield* editGlossarySlices(text, file, change);
  if ('refused' in edited) throw new StoreError(edited.refused, 'unfit');
  return { text: edited.text, result: true };
}
