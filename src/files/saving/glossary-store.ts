import { conceptVersion } from '../../core/changes/concept-version.ts';
import type { EntryChange } from '../../core/changes/ports/entry-change.ts';
import type { ExpectedChanges, GlossaryStore } from '../../core/changes/ports/glossary-store.ts';
import { StoreError } from '../../core/changes/ports/store-error.ts';
import type { Concept } from '../../core/model/concept.ts';
import { counted } from '../../core/text/counted.ts';
import { findUnwritable } from '../../core/text/unwritable.ts';
import { plainEntry } from '../../formats/glossary/plain-entry.ts';
import { sayUnfinished } from '../thread/unfinished.ts';
import type { Edited, FileEditor } from './file-editor.ts';
import type { FileReaders } from './file-readers.ts';
import { taken } from './taken-ids.ts';

const WORDS: Readonly<Record<EntryChange['kind'], string>> = {
  add: 'new entry',
  put: 'entry',
  delete: 'deleted entry',
};

/** Keeps entries in the files of `glossary/`: each change is made over the file as it is at that moment. */
export function createGlossaryStore(editor: FileEditor): GlossaryStore {
  const { readers } = editor;
  return {
    async save(file, change, expected) {
      if (change.kind !== 'delete') refuseUnwritable(change.entry);
      const id = change.kind === 'add' ? change.entry.id : change.id;
      const what = `${WORDS[change.kind]} ${id}`;
      const where = `/glossary/${change.kind === 'delete' ? id : change.entry.id}`;
      const { result, save } = await editor.edit(file, { what, where }, (text) =>
        changed({ text: text ?? '', file, change, expected }, readers).catch(sayUnfinished(file)),
      );
      // A change that changes nothing is no conflict; there is no save to name, though.
      return result ? (save ?? 0) : null;
    },
    async saveAll(file, changes) {
      const entries = [...changes.puts.map(({ entry }) => entry), ...changes.adds];
      for (const entry of entries) refuseUnwritable(entry);
      const { result, save } = await editor.edit(file, { what: namesOf(changes), where: '/glossary' }, (text) =>
        allChanged(text ?? '', { file, changes }, readers).catch(sayUnfinished(file)),
      );
      return { refused: result, save };
    },
  };
}

/** “2 new entries”, “1 entry, 3 new entries” */
function namesOf({ puts, adds }: ExpectedChanges): string {
  return [
    ...(puts.length > 0 ? [counted(puts.length, 'entry', 'entries')] : []),
    ...(adds.length > 0 ? [counted(adds.length, 'new entry', 'new entries')] : []),
  ].join(', ');
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

interface Asked {
  readonly text: string;
  readonly file: string;
  readonly change: EntryChange;
  readonly expected: string | null;
}

/** The result says whether the version was the right one. */
async function changed(asked: Asked, { texts, parsed }: FileReaders): Promise<Edited<boolean>> {
  const { text, file, change, expected } = asked;
  if (change.kind === 'add') refuseTwin(change.entry, (await parsed.glossary(text, file)).concepts);
  if (expected !== null && change.kind !== 'add') {
    const { concepts } = await parsed.glossary(text, file);
    const old = concepts.find(({ id }) => id === change.id);
    if (old === undefined || !isSameVersion(old, expected)) return { text: null, result: false };
  }
  const edited = await texts.editGlossary(text, file, change);
  if ('refused' in edited) throw new StoreError(edited.refused, 'unfit');
  return { text: edited.text, result: true };
}

/** A table gives each of its entries an id that is free, so that the same one sent twice would stand there twice. */
function refuseTwin({ id }: Concept, concepts: readonly Concept[]): void {
  const twin = concepts.find((one) => one.id === id);
  if (twin !== undefined) throw taken(twin);
}

/** The result says which entries have another version by now. */
async function allChanged(
  text: string,
  { file, changes }: { readonly file: string; readonly changes: ExpectedChanges },
  { texts, parsed }: FileReaders,
): Promise<Edited<readonly string[]>> {
  const { puts, adds, expected } = changes;
  const { concepts } = puts.length === 0 ? { concepts: [] } : await parsed.glossary(text, file);
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const refused = puts.map(({ id }) => id).filter((id) => !isExpected(byId.get(id), expected.get(id)));
  if (refused.length > 0) return { text: null, result: refused };
  const edited = await texts.changeGlossary(text, file, { puts, adds });
  if ('refused' in edited) throw new StoreError(edited.refused, 'unfit');
  return { text: edited.text, result: [] };
}

function isExpected(old: Concept | undefined, expected: string | undefined): boolean {
  return old !== undefined && expected !== undefined && isSameVersion(old, expected);
}
