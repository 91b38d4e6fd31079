import type { EntryChange, EntryChanges } from '../../core/changes/ports/entry-change.ts';
import type { PartReader } from '../../core/changes/ports/file-parts.ts';
import type { Concept } from '../../core/model/concept.ts';
import type { Slices } from '../../core/model/slices.ts';
import { either } from '../../core/text/either.ts';
import { openConflicts } from '../conflict-lines.ts';
import { glossaryCsvSlices } from './csv.ts';
import { editCsvSlices } from './csv-edit.ts';
import { CSV_PARTS } from './csv-parts.ts';
import { glossaryPoSlices } from './po-terms.ts';
import { glossaryTbxSlices } from './tbx.ts';
import { type GlossaryFile, parseGlossaryYaml } from './yaml.ts';
import { appendToGlossaryYaml } from './yaml-append.ts';
import { type EditedGlossary, editGlossaryYaml, putIntoGlossaryYaml, type WrittenIn } from './yaml-edit.ts';
import type { KnownItems } from './yaml-item.ts';
import { YAML_PARTS } from './yaml-parts.ts';

/** A kind of glossary file: all that the rest of the house needs to know of it. */
export interface GlossaryKind {
  /** With their dots; messages name the first. */
  readonly extensions: readonly string[];
  readonly read: (text: string, file: string, known?: KnownItems) => Slices<GlossaryFile>;
  /** Null where a change would be undone by the next export of the tool it comes from. */
  readonly edit:
    | ((text: string, file: string, change: EntryChange, known?: KnownItems) => Slices<EditedGlossary>)
    | null;
  /** How it is cut into its entries, to undo and to merge them; null where nothing is changed here. */
  readonly parts: PartReader | null;
  /** A tool made it: it may be UTF-16, and its entries come as they are, so nobody is asked for definitions. */
  readonly isExport: boolean;
  /** Its reader and its editor make pauses; those of the others are one piece. */
  readonly pauses: boolean;
  /** Larger files are refused. Bytes. */
  readonly mostBytes: number;
}

const MEGABYTE = 1024 * 1024;
const BY_PEOPLE = { isExport: false, pauses: false, mostBytes: 5 * MEGABYTE };
const BY_TOOLS = { isExport: true, pauses: true, mostBytes: 100 * MEGABYTE };

const OF_ROWS = { read: rowsWithConflicts, edit: editCsvSlices, parts: CSV_PARTS };

/** Every kind of glossary file there is. A further one is one line here. */
export const GLOSSARY_KINDS: readonly GlossaryKind[] = [
  {
    extensions: ['.yaml', '.yml'],
    read: atOnce(withConflicts),
    edit: atOnce(editGlossaryYaml),
    parts: YAML_PARTS,
    ...BY_PEOPLE,
  },
  { extensions: ['.csv'], ...OF_ROWS, ...BY_TOOLS },
  { extensions: ['.tsv', '.tab', '.txt', '.utf8'], ...OF_ROWS, ...BY_TOOLS },
  { extensions: ['.tbx'], read: glossaryTbxSlices, edit: null, parts: null, ...BY_TOOLS },
  { extensions: ['.po'], read: glossaryPoSlices, edit: null, parts: null, ...BY_TOOLS, mostBytes: 5 * MEGABYTE },
];

/** Its entries can be changed all the same. */
function withConflicts(text: string, file: string, known?: KnownItems): GlossaryFile {
  const { concepts, problems } = parseGlossaryYaml(text, file, known);
  return { concepts, problems: [...problems, ...openConflicts(text, file)] };
}

function* rowsWithConflicts(text: string, file: string): Slices<GlossaryFile> {
  const { concepts, problems } = yield* glossaryCsvSlices(text, file);
  return { concepts, problems: [...problems, ...openConflicts(text, file)] };
}

/** A function that never pauses, as one that might. */
function atOnce<A extends readonly unknown[], T>(work: (...args: A) => T) {
  // biome-ignore lint/correctness/useYield: it never pauses
  return function* (...args: A): Slices<T> {
    return work(...args);
  };
}

/** Null for a file that is no glossary, such as the `fr.txt` of an article. */
export function kindOf(file: string): GlossaryKind | null {
  if (file.startsWith('content/')) return null;
  const name = file.toLowerCase();
  return GLOSSARY_KINDS.find(({ extensions }) => extensions.some((end) => name.endsWith(end))) ?? null;
}

/** Whether the entries of a file can be changed here. */
export function isEditable(file: string): boolean {
  return (kindOf(file)?.edit ?? null) !== null;
}

/** Whether an entry can stand in the place of one that is there; null for a new one, which stands in nobody’s. */
export function canReplace(entry: Concept | null): boolean {
  return entry === null || isEditable(entry.place.file);
}

/** Why the entries of a file are not changed here. */
export function notEditable(file: string): string {
  return `${file} is the export of another tool, and its next export would undo a change made here.`;
}

/** What to do instead. */
export const CHANGE_ELSEWHERE = 'Change it there, or move the entry to a .yaml file.';

/** `.yaml, .csv, .tsv, .tbx or .po` */
export function namesOfKinds(): string {
  return either(GLOSSARY_KINDS.flatMap(({ extensions: [first] }) => first ?? []));
}

/** What is done with the text of a glossary file, by those who remember what its items said. */
export const glossaryJobs = (known: KnownItems) => ({
  readGlossary: (text: string, file: string) => readGlossarySlices(text, file, known),
  editGlossary: (text: string, file: string, change: EntryChange) => editGlossarySlices(text, file, change, known),
  changeGlossary: (text: string, file: string, changes: EntryChanges) =>
    changeGlossarySlices(text, file, changes, known),
});

/**
 * Reads a glossary file of any kind; there is nothing in one of no kind.
 *
 * @param known what items said when they were read before; here and below
 */
export function* readGlossarySlices(text: string, file: string, known?: KnownItems): Slices<GlossaryFile> {
  const kind = kindOf(file);
  return kind === null ? { concepts: [], problems: [] } : yield* kind.read(text, file, known);
}

/** The new text of a glossary file of any kind, or why it cannot be changed here. */
export function* editGlossarySlices(
  text: string,
  file: string,
  change: EntryChange,
  known?: KnownItems,
): Slices<EditedGlossary> {
  const edit = kindOf(file)?.edit;
  if (edit) return yield* edit(text, file, change, known);
  return { refused: `${notEditable(file)} ${CHANGE_ELSEWHERE}` };
}

/** The new text of a glossary file with all of these changes, or why one of them cannot be made here. */
export function* changeGlossarySlices(
  text: string,
  file: string,
  { puts, adds }: EntryChanges,
  known: KnownItems = new Map(),
): Slices<EditedGlossary> {
  const put = yield* putEntrySlices(text, puts, { file, known });
  return 'refused' in put || adds.length === 0 ? put : appendToGlossaryYaml(put.text, adds, { file, known });
}

/** Those of a YAML file all at once, where they can be; else one after the other. */
function* putEntrySlices(text: string, puts: EntryChanges['puts'], { file, known }: WrittenIn): Slices<EditedGlossary> {
  const isYaml = kindOf(file)?.parts === YAML_PARTS;
  const atOnceText = isYaml && puts.length > 1 ? putIntoGlossaryYaml(text, puts, { file, known }) : null;
  if (atOnceText !== null) return { text: atOnceText };
  let edited = text;
  for (const put of puts) {
    const one = yield* editGlossarySlices(edited, file, { kind: 'put', ...put }, known);
    if ('refused' in one) return puts.length === 1 ? one : { refused: `“${put.id}”: ${one.refused}` };
    edited = one.text;
    yield;
  }
  return { text: edited };
}
