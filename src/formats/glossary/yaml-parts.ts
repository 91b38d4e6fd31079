import { type FilePart, HEAD, type PartReader, type PartWords, TAIL } from '../../core/changes/ports/file-parts.ts';
import type { Slices } from '../../core/model/slices.ts';
import { entryIn, mergeEntries } from './yaml-merge.ts';

/** Cuts a list of entries with dashes into the entries. */
export const YAML_PARTS: PartReader = { split, merge, says, withText, headFor };

/** Lines read between two pauses. */
const SLICE = 2000;

function* split(text: string): Slices<readonly FilePart[]> {
  const parts: FilePart[] = [];
  const names = new Map<string, number>();
  const indent = /(?:^|\n)([ ]*)-(?=[ \t\r\n]|$)/.exec(text)?.[1];
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

/**
 * The end of the last line of an entry that is neither empty nor a remark alone. A line that is indented deeper than
 * the keys is the text of one of them, whatever it begins with.
 */
function lastWord(text: string, start: number, end: number): number {
  const lines = text.slice(start, end).trimEnd().split('\n');
  const keys = /^\s*-\s*/.exec(lines[0] ?? '')?.[0].length ?? 0;
  const isRemark = (line: string) => /^\s*(#.*)?$/.test(line) && line.search(/\S|$/) <= keys;
  while (lines.length > 1 && isRemark(lines.at(-1) ?? '')) lines.pop();
  return start + lines.join('\n').trimEnd().length;
}

/** By its id where it is written, else by its first words: no file is read for it. */
function keyOf(body: string, names: Map<string, number>): string {
  const id = /^(?:[ \t]*-)?[ \t]+id:[ \t]*(\S+)/m.exec(body)?.[1];
  const [first = '', second = ''] = body.split('\n').map((line) => line.trim());
  const name = id === undefined ? (first.endsWith(':') || first === '-' ? `${first} ${second}` : first) : `id ${id}`;
  const count = (names.get(name) ?? 0) + 1;
  names.set(name, count);
  return count === 1 ? name : `${name} (${count})`;
}

function merge(base: string, yours: string, theirs: string): string | null {
  const merged = mergeEntries({ base, ours: theirs, theirs: yours });
  return merged === null || merged.conflicts.length > 0 || merged.remarks.length > 0 ? null : merged.body;
}

function says(body: string): PartWords {
  const name = entryIn(body)?.fr[0]?.text ?? '';
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
