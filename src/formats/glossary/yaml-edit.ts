import type { EntryChange, EntryChanges } from '../../core/changes/ports/entry-change.ts';
import type { Concept } from '../../core/model/concept.ts';
import type { Place } from '../../core/model/place.ts';
import { lineBreakOf } from '../line-break.ts';
import { applySplices, type Splice } from '../splices.ts';
import { commentsIn } from '../yaml/comments.ts';
import { lineStart } from '../yaml/lines.ts';
import { readEntry } from './entry.ts';
import { isWrittenAlike, type PlainEntry, plainEntry } from './plain-entry.ts';
import { parseGlossaryYaml } from './yaml.ts';
import { entrySplices, entryText } from './yaml-entry-edit.ts';
import type { KnownItems } from './yaml-item.ts';
import { type EntryPlace, type PlacedEntry, placeEntries, whereToAdd } from './yaml-place.ts';

const NOWHERE: Place = { file: '', line: 0, column: 0 };

/** The new text of a file; or one sentence that says why it cannot be changed here. */
export type EditedGlossary = { readonly text: string } | { readonly refused: string };

/**
 * Changes one entry of a YAML glossary. Every byte of the others stays, comments, order, quotation marks and blank
 * lines too; in the entry itself only the keys that say something else are written anew. The new text is read again
 * before it is given out: it says what was asked for, and nothing else changed.
 */
export function editGlossaryYaml(
  text: string,
  file: string,
  change: EntryChange,
  known: KnownItems = new Map(),
): EditedGlossary {
  return behindMark(text, (bare) => editText(bare, { file, change, known }));
}

/** Some editors open a text with a mark; it stays where it is. */
export function behindMark(text: string, edit: (bare: string) => EditedGlossary): EditedGlossary {
  const mark = text.startsWith(MARK) ? MARK : '';
  const edited = edit(text.slice(mark.length));
  return 'text' in edited ? { text: mark + edited.text } : edited;
}

const MARK = '\ufeff';

/**
 * The text with many entries as they are to be, read no more often than for one; null where they cannot be put in at
 * once, but perhaps one after the other.
 */
export function putIntoGlossaryYaml(
  text: string,
  puts: EntryChanges['puts'],
  { file, known }: WrittenIn,
): string | null {
  const start = text.startsWith(MARK) ? MARK : '';
  const bare = text.slice(start.length);
  const { concepts, problems } = parseGlossaryYaml(bare, file, known);
  const placed = problems.length > 0 ? null : placeEntries(bare, concepts);
  if (placed === null) return null;
  const ways = puts.map((put) => waysTo({ kind: 'put', ...put }, bare, placed).next().value);
  const splices = ways.flatMap((way) => way ?? []);
  const edited = applySplices(bare, inLinesOf(bare, splices));
  const entries = new Map(puts.map(({ id, entry }) => [id, entry]));
  const wanted = concepts.map((concept) => entries.get(concept.id) ?? concept);
  const isAll = !ways.includes(undefined) && entries.size === puts.length;
  return isAll && saysJust(edited, wanted, { file, known }) ? start + edited : null;
}

interface Asked extends WrittenIn {
  readonly change: EntryChange;
}

function editText(text: string, { file, change, known }: Asked): EditedGlossary {
  const { concepts, problems } = parseGlossaryYaml(text, file, known);
  const [mistake] = problems;
  if (mistake !== undefined)
    return { refused: `${file}:${mistake.line} has a mistake (${mistake.message}); correct it in the file first.` };
  const placed = placeEntries(text, concepts);
  if (placed === null)
    return { refused: `${file} is not written as a list of entries with dashes; edit it in the file.` };
  const newline = lineBreakOf(text);
  for (const splices of waysTo(change, text, placed)) {
    const edited = withSomething(applySplices(text, inLinesOf(text, splices)), newline);
    if (isRight(edited, concepts, { file, change, known })) return { text: edited };
  }
  return { refused: `This entry is written in a way that cannot be changed here; edit ${file}.` };
}

/** With the line breaks of the text. */
function inLinesOf(text: string, splices: readonly Splice[]): Splice[] {
  const newline = lineBreakOf(text);
  return splices.map((splice) => ({ ...splice, text: splice.text.replaceAll('\n', newline) }));
}

/** Each way more thorough than the one before. */
function* waysTo(change: EntryChange, text: string, placed: readonly PlacedEntry[]): Generator<Splice[]> {
  if (change.kind === 'add') {
    const indent = indentOf(text, placed[0]?.place());
    const written = entryText(withoutDefaultId(plainEntry(change.entry)), indent);
    yield [whereToAdd(text, placed, change.entry, written)];
    return;
  }
  const found = placed.find(({ concept }) => concept.id === change.id);
  const place = found?.place();
  if (!found || !place) return;
  if (change.kind === 'delete') {
    yield [deletionOf(text, place, found === placed.at(-1))];
    return;
  }
  const indent = indentOf(text, place);
  const hasId = place.node.has('id');
  const [before, after] = [plainEntry(found.concept), plainEntry(change.entry)].map((entry) =>
    hasId ? entry : withoutDefaultId(entry),
  ) as [PlainEntry, PlainEntry];
  const byKey = entrySplices(place.text, place.node, before, after, `${indent}  `);
  if (byKey !== null) yield byKey.map((one) => ({ ...one, start: place.base + one.start, end: place.base + one.end }));
  const comments = commentsIn(text.slice(place.start, place.end)).map((comment) => `${comment}\n${indent}`);
  const { start, end } = place;
  yield [{ start, end, text: comments.join('') + entryText(after, indent).slice(indent.length) }];
}

/** What stands before the dash. */
function indentOf(text: string, place: EntryPlace | null | undefined): string {
  return place ? text.slice(lineStart(text, place.start), place.start) : '';
}

/** The id that follows from the English is not written. */
export function withoutDefaultId(entry: PlainEntry): Partial<PlainEntry> {
  const { id, ...others } = entry;
  return readEntry(others, () => NOWHERE).concept?.id === id ? others : entry;
}

/** With its lines and the blank ones behind them; a comment above it stays. */
function deletionOf(text: string, { start, end }: EntryPlace, isLast: boolean): Splice {
  const behind = text.slice(end);
  const blank = (/^[ \t\r\n]*/.exec(behind)?.[0].lastIndexOf('\n') ?? -1) + 1 || behind.length;
  return { start: lineStart(text, start), end: isLast ? lineBreakAt(text, end) : end + blank, text: '' };
}

function lineBreakAt(text: string, end: number): number {
  return end + (/^\r?\n/.exec(text.slice(end))?.[0].length ?? 0);
}

/** A file without entries still says that it is a list. */
function withSomething(text: string, newline: string): string {
  return /^\s*$/.test(text) ? `[]${newline}` : text;
}

/** Where a text stands, and what its items said when they were read. */
export interface WrittenIn {
  readonly file: string;
  readonly known: KnownItems;
}

/** Whether a text says these entries, in this order, and nothing else. */
export function saysJust(text: string, wanted: readonly Concept[], { file, known }: WrittenIn): boolean {
  const { concepts, problems } = parseGlossaryYaml(text, file, known);
  return problems.length === 0 && areWrittenAlike(concepts, wanted);
}

function areWrittenAlike(some: readonly Concept[], others: readonly Concept[]): boolean {
  return some.length === others.length && some.every((concept, i) => isWrittenAlike(concept, others[i] as Concept));
}

/** Whether the text says what was asked for, and the other entries say what they said, in their order. */
function isRight(text: string, before: readonly Concept[], { change, ...where }: Asked): boolean {
  if (change.kind !== 'add') {
    const put = change.kind === 'put' ? [change.entry] : [];
    const wanted = before.flatMap((concept) => (concept.id === change.id ? put : [concept]));
    return saysJust(text, wanted, where);
  }
  const { entry } = change;
  const { concepts, problems } = parseGlossaryYaml(text, where.file, where.known);
  const at = concepts.findLastIndex((concept) => concept.id === entry.id && isWrittenAlike(concept, entry));
  return problems.length === 0 && at >= 0 && areWrittenAlike(concepts.toSpliced(at, 1), before);
}
