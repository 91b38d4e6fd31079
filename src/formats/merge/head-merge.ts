import type { BothChanged } from '../../core/changes/undo/merge-parts.ts';
import { newLines } from '../../core/changes/undo/merge-remarks.ts';
import { mergeTexts } from '../../core/text/text-diff.ts';
import { changedOne } from '../../core/text/three-way.ts';
import { writeFieldConflict } from '../conflict-lines.ts';

/** The head of a catalogue: the remarks above it, and its fields by their names, as they are written. */
interface Head {
  readonly remarks: readonly string[];
  readonly fields: ReadonlyMap<string, string>;
}

const REVISED = 'PO-Revision-Date';
/** What tools write at each save: that of the later one stands. */
const OF_SAVE = new Set([REVISED, 'Last-Translator', 'X-Generator', 'POT-Creation-Date']);

/**
 * Puts two heads of a catalogue together, field by field. Where both changed one differently ours stays, and theirs
 * stands above the head in a comment `# conflict: …`, which the check finds.
 *
 * @returns null for a head that is written in another way than usual
 */
export function mergeHeads({ base, ours, theirs }: BothChanged): string | null {
  if (ours === '' || theirs === '') return ours || theirs;
  const [was, here, there] = [readHead(base ?? ''), readHead(ours), readHead(theirs)];
  if (was === null || here === null || there === null) return null;
  const [mine, other] = [here, there].map(({ fields }) => fields.get(REVISED) ?? '') as [string, string];
  const isOfSave = (name: string) => OF_SAVE.has(name) && mine !== other;
  const fields: string[] = [];
  const conflicts: string[] = [];
  for (const name of new Set([...here.fields.keys(), ...there.fields.keys()])) {
    const [old, own, its] = [was, here, there].map((head) => head.fields.get(name) ?? '') as [string, string, string];
    const merged = changedOne(old, own, its) ?? (isOfSave(name) ? (other > mine ? its : own) : null);
    if (merged === null) conflicts.push(writeFieldConflict(name, valueIn(its)));
    fields.push(merged ?? own);
  }
  const kept = remarksOf(was, here, there);
  const remarks = [...conflicts.filter((line) => !kept.includes(line)), ...kept];
  const written = fields.filter((field) => field !== '');
  return [...remarks, ...(written.length === 0 ? [] : ['msgid ""', 'msgstr ""']), ...written].join('\n');
}

/** Null for one that is written in another way than tools write it. */
function readHead(text: string): Head | null {
  const lines = text === '' ? [] : text.split('\n');
  const first = lines.findIndex((line) => !line.startsWith('#'));
  if (first < 0) return { remarks: lines, fields: new Map() };
  const [id, string, ...rest] = lines.slice(first);
  const fields = id === 'msgid ""' && string === 'msgstr ""' ? readFields(rest) : null;
  return fields === null ? null : { remarks: lines.slice(0, first), fields };
}

/** A field ends where its text has a line break; null where lines say something else. */
function readFields(lines: readonly string[]): ReadonlyMap<string, string> | null {
  const fields = new Map<string, string>();
  let field: string[] = [];
  for (const line of lines) {
    if (!/^"(?:[^"\\]|\\.)*"$/.test(line)) return null;
    field.push(line);
    if (!line.endsWith('\\n"')) continue;
    const [, name] = /^"([\w-]+):/.exec(field[0] ?? '') ?? [];
    if (name === undefined || fields.has(name)) return null;
    fields.set(name, field.join('\n'));
    field = [];
  }
  return field.length === 0 ? fields : null;
}

/** What a field says; null for none. */
function valueIn(field: string): string | null {
  return field === '' ? null : field.replaceAll('"\n"', '').replace(/^"[\w-]+:\s*|\\n"$/g, '');
}

/** Those of both, where both wrote at one place ours first. */
function remarksOf(was: Head, here: Head, there: Head): readonly string[] {
  const [base, ours, theirs] = [was, here, there].map(({ remarks }) => remarks.join('\n')) as [string, string, string];
  const woven = mergeTexts(base, theirs, ours);
  if (woven !== null) return woven === '' ? [] : woven.split('\n');
  return [...here.remarks, ...newLines({ base, ours, theirs })];
}
