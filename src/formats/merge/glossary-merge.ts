import type { FilePart } from '../../core/changes/ports/file-parts.ts';
import type { BothChanged } from '../../core/changes/undo/merge-parts.ts';
import { newLines, withNewLines } from '../../core/changes/undo/merge-remarks.ts';
import { finish } from '../../core/model/slices.ts';
import type { Versions } from '../../core/model/versions.ts';
import { mergeTexts } from '../../core/text/text-diff.ts';
import { withoutRepeated, writeConflictLine } from '../conflict-lines.ts';
import { parseGlossaryYaml } from '../glossary/yaml.ts';
import { entryIn, mergeEntries } from '../glossary/yaml-merge.ts';
import { YAML_PARTS } from '../glossary/yaml-parts.ts';
import { mergeText } from './merge-text.ts';

/**
 * Puts two versions of a YAML glossary together, entry by entry, and within an entry key by key. Where both changed one
 * key differently ours stays, and theirs stands above the entry in a comment `# conflict: …`, which the check finds.
 *
 * @returns null where one of the three cannot be read or is a list without dashes, or an entry is written so that it
 *   cannot be changed here
 */
export function mergeGlossaries(versions: Versions<string>): string | null {
  if (![versions.base, versions.ours, versions.theirs].every(isSound)) return null;
  const merging = { reader: YAML_PARTS, join: joinEntries, joinEdges, separator: '\n', isRenamed };
  const merged = mergeText(versions, merging);
  return merged !== null && isSound(merged) ? withoutRepeated(merged) : null;
}

/** Whether each of its entries can be read, and begins with a dash. */
function isSound(text: string): boolean {
  const { concepts, problems } = parseGlossaryYaml(text, '');
  const entries = finish(YAML_PARTS.split(text.replaceAll('\r\n', '\n'))).length - 2;
  return problems.length === 0 && entries === concepts.length;
}

/** Remarks of both; null where anything else was changed by both. */
function joinEdges({ base, ours, theirs }: BothChanged): string | null {
  const versions = { base: base ?? '', ours, theirs };
  const woven = mergeTexts(versions.base, theirs, ours);
  if (woven !== null) return woven;
  return newLines(versions).every((line) => line.trim().startsWith('#')) ? withNewLines(versions) : null;
}

/** Whether an entry that begins otherwise now is still the one that stood in its place. */
function isRenamed(from: FilePart, to: FilePart): boolean {
  const [was, now] = [entryIn(from.body), entryIn(to.body)];
  if (was === null || now === null) return false;
  return was.id === now.id || was.fr.some(({ text }) => now.fr.some((one) => one.text === text));
}

/** Null for one that cannot be changed here. */
function joinEntries(both: BothChanged): string | null {
  const merged = mergeEntries(both);
  if (merged === null) return null;
  const indent = /^[ \t]*/.exec(both.ours)?.[0] ?? '';
  const conflicts = merged.conflicts.map(({ key, theirs }) => writeConflictLine(key, theirs));
  return [...conflicts, ...merged.remarks].map((line) => `${indent}${line}\n`).join('') + merged.body;
}
