import type { Place } from '../../core/model/place.ts';
import type { Versions } from '../../core/model/versions.ts';
import { mergeRecords } from '../../core/text/merge-records.ts';
import { readEntry } from '../glossary/entry.ts';
import { plainEntry } from '../glossary/plain-entry.ts';
import { parseGlossaryYaml } from '../glossary/yaml.ts';
import { writeConflictLine } from '../glossary/yaml-conflicts.ts';
import { editGlossaryYaml } from '../glossary/yaml-edit.ts';
import { placeEntries } from '../glossary/yaml-place.ts';
import { type Block, type BlockFile, mergeBlocks } from './keyed-blocks.ts';

const NOWHERE: Place = { file: '', line: 0, column: 0 };

/**
 * Puts two versions of a YAML glossary together, entry by entry, and within an entry key by key. Where both changed one
 * key differently ours stays, and theirs stands above the entry in a comment `# conflict: …`, which the check finds.
 *
 * @returns null where one of the three cannot be read, or an entry is written so that it cannot be changed here
 */
export function mergeGlossaries({ base, ours, theirs }: Versions<string>): string | null {
  const [was, here, there] = [base, ours, theirs].map(blocksOf);
  if (!was || !here || !there) return null;
  let isWhole = true;
  const { head, blocks, tail } = mergeBlocks({ base: was, ours: here, theirs: there }, (block) => {
    const merged = mergeEntries(block);
    isWhole &&= merged !== null;
    return merged ?? block.ours;
  });
  if (!isWhole) return null;
  const newline = ours.includes('\r\n') ? '\r\n' : '\n';
  let text = head;
  for (const block of blocks) text += startsLine(text, block.text) ? block.text : `\n${block.text}`;
  text = `${text}${text.endsWith('\n') ? '' : '\n'}${tail.replace(/^\r?\n/, '')}`.replaceAll('\r\n', '\n');
  return parseGlossaryYaml(text, '').problems.length > 0 ? null : text.replaceAll('\n', newline);
}

function startsLine(text: string, next: string): boolean {
  return text === '' || text.endsWith('\n') || /^\r?\n/.test(next);
}

function blocksOf(text: string): BlockFile | null {
  const { concepts, problems } = parseGlossaryYaml(text, '');
  const placed = problems.length > 0 ? null : placeEntries(text, concepts);
  if (placed === null) return null;
  const [first] = placed;
  // An empty list says so in words that no list with entries has.
  if (first === undefined) return { head: text.replace(/^\[\s*\]\s*$/m, ''), blocks: [], tail: '' };
  const seen = new Map<string, number>();
  let at = headEnd(text, first.start);
  const head = text.slice(0, at);
  const blocks = placed.map(({ concept, end }): Block => {
    const count = (seen.get(concept.id) ?? 0) + 1;
    seen.set(concept.id, count);
    const block = { key: `${concept.id} ${count}`, text: text.slice(at, end) };
    at = end;
    return block;
  });
  return { head, blocks, tail: text.slice(at) };
}

/** The comments right above the first entry are its own. */
function headEnd(text: string, start: number): number {
  const lines = text.slice(0, start).split('\n');
  const gap = lines.slice(0, -1).findLastIndex((line) => line.trim() === '');
  return lines.slice(0, gap + 1).reduce((sum, line) => sum + line.length + 1, 0);
}

/** Null for one that cannot be changed here. */
function mergeEntries(block: {
  readonly base: string | null;
  readonly ours: string;
  readonly theirs: string;
}): string | null {
  const [ours, theirs] = [conceptIn(block.ours), conceptIn(block.theirs)];
  const base = block.base === null ? null : conceptIn(block.base);
  if (ours === null || theirs === null) return null;
  const plain = (concept: typeof base) => (concept === null ? {} : { ...plainEntry(concept) });
  const { merged, conflicts } = mergeRecords(plain(base), plain(ours), plain(theirs));
  const read = readEntry(merged, () => NOWHERE);
  if (read.concept === null) return null;
  const edited = editGlossaryYaml(`${block.ours}\n`, '', { kind: 'put', id: ours.id, entry: read.concept });
  if (!('text' in edited)) return null;
  return withLines(
    edited.text.replace(/\r?\n$/, ''),
    conflicts.map(({ key, theirs: value }) => writeConflictLine(key, value)),
  );
}

function conceptIn(block: string) {
  return parseGlossaryYaml(block, '').concepts[0] ?? null;
}

/** Puts comment lines above the dash of an entry. */
function withLines(block: string, lines: readonly string[]): string {
  const at = block.search(/^[ \t]*-(?=\s)/m);
  const indent = /^[ \t]*/.exec(block.slice(at))?.[0] ?? '';
  return block.slice(0, at) + lines.map((line) => `${indent}${line}\n`).join('') + block.slice(at);
}
