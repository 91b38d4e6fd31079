import type { BothChanged } from '../../core/changes/undo/merge-parts.ts';
import type { Concept } from '../../core/model/concept.ts';
import { type FieldConflict, mergeRecords } from '../../core/text/merge-records.ts';
import { mergeTexts } from '../../core/text/text-diff.ts';
import { commentsIn } from '../yaml/comments.ts';
import { readEntry } from './entry.ts';
import { isWrittenAlike, plainEntry } from './plain-entry.ts';
import { parseGlossaryYaml } from './yaml.ts';
import { editGlossaryYaml } from './yaml-edit.ts';

const NOWHERE = { file: '', line: 1, column: 1 };

/** Two changes of one entry put together. */
export interface MergedEntry {
  readonly body: string;
  /** Keys that both changed differently: there the entry says what ours says. */
  readonly conflicts: readonly FieldConflict[];
  /** Remarks of both that have no place in it. */
  readonly remarks: readonly string[];
}

/**
 * Puts two changes of one entry together, key by key; remarks within it stay where the words around them allow it.
 *
 * @returns null for what is not one entry without a mistake, or is written so that it cannot be changed here
 */
export function mergeEntries({ base, ours, theirs }: BothChanged): MergedEntry | null {
  const [here, there] = [entryIn(ours), entryIn(theirs)];
  const was = base === null ? null : entryIn(base);
  if (here === null || there === null || (base !== null && was === null)) return null;
  const plain = (concept: Concept | null) => (concept === null ? {} : { ...plainEntry(concept) });
  const { merged, conflicts } = mergeRecords(plain(was), plain(here), plain(there));
  const { concept } = readEntry(merged, () => NOWHERE);
  if (concept === null) return null;
  const says = (body: string | null): body is string => body !== null && saysSame(entryIn(body), concept);
  const woven = base === null ? null : mergeTexts(base, theirs, ours);
  const body = [woven, ours, theirs].find(says) ?? written(ours, here, concept);
  if (body === null) return null;
  const known = new Set([...commentsIn(body), ...(base === null ? [] : commentsIn(base))]);
  const remarks = [...new Set([...commentsIn(ours), ...commentsIn(theirs)])].filter((remark) => !known.has(remark));
  return { body, conflicts: conflicts.filter(({ key }) => key !== 'id' || isNamed(there)), remarks };
}

/** Whether an entry has another id than the one that follows from its terms. */
function isNamed(concept: Concept): boolean {
  const { id, ...entry } = plainEntry(concept);
  return readEntry(entry, () => NOWHERE).concept?.id !== id;
}

/** The one entry of a body; null for anything else. */
export function entryIn(body: string): Concept | null {
  const { concepts, problems } = parseGlossaryYaml(`${body}\n`, '');
  const [concept = null, ...others] = concepts;
  return others.length > 0 || problems.length > 0 ? null : concept;
}

function saysSame(one: Concept | null, other: Concept): boolean {
  return one !== null && isWrittenAlike(one, other);
}

function written(body: string, { id }: Concept, entry: Concept): string | null {
  const edited = editGlossaryYaml(`${body}\n`, '', { kind: 'put', id, entry });
  return 'text' in edited ? edited.text.trimEnd() : null;
}
