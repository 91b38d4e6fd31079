import type { BothChanged } from '../../core/changes/merge-parts.ts';
import type { Place } from '../../core/model/place.ts';
import type { Versions } from '../../core/model/versions.ts';
import { mergeRecords } from '../../core/text/merge-records.ts';
import { readEntry } from '../glossary/entry.ts';
import { plainEntry } from '../glossary/plain-entry.ts';
import { parseGlossaryYaml } from '../glossary/yaml.ts';
import { writeConflictLine } from '../glossary/yaml-conflicts.ts';
import { editGlossaryYaml } from '../glossary/yaml-edit.ts';
import { YAML_PARTS } from '../glossary/yaml-parts.ts';
import { mergeText } from './merge-text.ts';

const NOWHERE: Place = { file: '', line: 0, column: 0 };

/**
 * Puts two versions of a YAML glossary together, entry by entry, and within an entry key by key. Where both changed one
 * key differently ours stays, and theirs stands above the entry in a comment `# conflict: …`, which the check finds.
 *
 * @returns null where one of the three cannot be read, or an entry is written so that it cannot be changed here
 */
export function mergeGlossaries(versions: Versions<string>): string | null {
  if (![versions.base, versions.ours, versions.theirs].every(isSound)) return null;
  const merged = mergeText(versions, { reader: YAML_PARTS, join: joinEntries, separator: '\n' });
  return merged !== null && isSound(merged) ? merged : null;
}

function isSound(text: string): boolean {
  return parseGlossaryYaml(text, '').problems.length === 0;
}

/** Null for one that cannot be changed here. */
function joinEntries({ base, ours, theirs }: BothChanged): string | null {
  const [here, there] = [conceptIn(ours), conceptIn(theirs)];
  const was = base === null ? null : conceptIn(base);
  if (here === null || there === null) return null;
  const plain = (concept: typeof was) => (concept === null ? {} : { ...plainEntry(concept) });
  const { merged, conflicts } = mergeRecords(plain(was), plain(here), plain(there));
  const { concept } = readEntry(merged, () => NOWHERE);
  if (concept === null) return null;
  const edited = editGlossaryYaml(`${ours}\n`, '', { kind: 'put', id: here.id, entry: concept });
  if (!('text' in edited)) return null;
  const indent = /^[ \t]*/.exec(ours)?.[0] ?? '';
  const remarks = conflicts.map(({ key, theirs: value }) => `${indent}${writeConflictLine(key, value)}\n`);
  return remarks.join('') + edited.text.trimEnd();
}

function conceptIn(body: string) {
  return parseGlossaryYaml(body, '').concepts[0] ?? null;
}
