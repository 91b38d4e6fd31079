import { type FilePart, HEAD, type PartReader, type PartWords, TAIL } from '../../core/changes/file-parts.ts';
import type { Slices } from '../../core/model/slices.ts';
import { mergeRecords } from '../../core/text/merge-records.ts';
import { readEntry } from './entry.ts';
import { plainEntry } from './plain-entry.ts';
import { parseGlossaryYaml } from './yaml.ts';
import { editGlossaryYaml } from './yaml-edit.ts';

/** Cuts a list of entries with dashes into the entries. */
export const YAML_PARTS: PartReader = { split, merge, says, withText, headFor };

/** Lines read between two pauses. */
const SLICE = 2000;

function* split(text: string): Slices<readonly FilePart[]> {
  const parts: FilePart[] = [];
  const names = new Map<string, number>();
  const indent = /^([ ]*)-(?=[ \t\r\n]|$)/m.exec(text)?.[1];
  const starts: number[] = [];
  let read = 0;
  for (let at = 0; indent !== undefined && at < text.length; at = nextLine(text, at)) {
    if (text.startsWith(`${indent}-`, at) && /[ \t\r\n]/.test(text.charAt(at + indent.length + 1) || '\n'))
      starts.push(at);
    read += 1;
    if (read % SLICE === 0) yield;
  }
  let end = starts[0] ?? text.length;
  parts.push({ key: HEAD, gap: '', body: text.slice(0, end) });
  for (const [i, start] of starts.entries()) {
    const stop = lastWord(text, start, starts[i + 1] ?? text.length);
    const body = text.slice(start, stop);
    parts.push({ key: keyOf(body, names), gap: text.slice(end, start), body });
    end = stop;
  }
  return [...parts, { key: TAIL, gap: '', body: text.slice(end) }];
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** The end of the last line of an entry that is neither empty nor a remark alone. */
function lastWord(text: string, start: number, end: number): number {
  const stretch = text.slice(start, end).trimEnd();
  const lines = stretch.split('\n');
  while (lines.length > 1 && /^\s*(#.*)?$/.test(lines.at(-1) ?? '')) lines.pop();
  return start + lines.join('\n').trimEnd().length;
}

/** By its id where it is written, else by its first words: no file is read for it. */
function keyOf(body: string, names: Map<string, number>): string {
  const id = /^(?:\s*-)?\s+id:\s*(\S+)/m.exec(body)?.[1];
  const [first = '', second = ''] = body.split('\n').map((line) => line.trim());
  const name = id === undefined ? (first.endsWith(':') || first === '-' ? `${first} ${second}` : first) : `id ${id}`;
  const count = (names.get(name) ?? 0) + 1;
  names.set(name, count);
  return count === 1 ? name : `${name} (${count})`;
}

function merge(base: string, yours: string, theirs: string): string | null {
  const [was, mine, other] = [base, yours, theirs].map(entryIn);
  if (!was || !mine || !other) return null;
  const { merged, conflicts } = mergeRecords({ ...was }, { ...mine }, { ...other });
  if (conflicts.length > 0) return null;
  const said = JSON.stringify;
  if (said(merged) === said(mine)) return yours;
  if (said(merged) === said(other)) return theirs;
  const { concept } = readEntry(merged, () => NOWHERE);
  if (concept === null) return null;
  const edited = editGlossaryYaml(`${theirs}\n`, 'glossary.yaml', { kind: 'put', id: other.id, entry: concept });
  return 'text' in edited ? edited.text.trimEnd() : null;
}

const NOWHERE = { file: '', line: 1, column: 1 };

/** Null for what is not one entry without a mistake. */
function entryIn(body: string) {
  const { concepts, problems } = parseGlossaryYaml(`${body}\n`, 'glossary.yaml');
  const [concept, ...others] = concepts;
  return concept === undefined || others.length > 0 || problems.length > 0 ? null : plainEntry(concept);
}

function says(body: string): PartWords {
  const entry = entryIn(body);
  const [french] = entry?.fr ?? [entry?.keep ?? ''];
  const name = typeof french === 'string' ? french : (french?.term ?? '');
  return { name, text: body, language: '', details: [] };
}

function withText(_body: string, text: string): string | null {
  const body = text.trimEnd();
  return entryIn(body) === null ? null : body;
}

/** A list without entries says that it is one, and a list with entries does not. */
function headFor(head: string, parts: readonly FilePart[]): string {
  if (parts.length > 0) return /^\s*\[\s*\]\s*$/.test(head) ? '' : head;
  return head;
}
