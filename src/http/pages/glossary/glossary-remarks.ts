import type { Glossary } from '../../../core/checks/glossary/check-glossary.ts';
import type { Concept } from '../../../core/model/concept.ts';
import { addToGroup } from '../../../core/model/groups.ts';
import { partitionPoint } from '../../../core/model/partition-point.ts';
import type { Place } from '../../../core/model/place.ts';
import type { Slices } from '../../../core/model/slices.ts';

/** What the check says of an entry. */
export type Remarks = ReadonlyMap<Concept, readonly string[]>;

/** Remarks, or entries, gone through between two pauses. */
const SLICE = 2000;

/** Which entry each finding of the glossary is about: the last one that begins before it in its file. */
export function* findRemarks({ concepts, findings }: Pick<Glossary, 'concepts' | 'findings'>): Slices<Remarks> {
  const remarks = new Map<Concept, string[]>();
  if (findings.length === 0) return remarks;
  const files = yield* byFile(concepts);
  for (const [i, finding] of findings.entries()) {
    const listed = files.get(finding.file) ?? [];
    const concept = listed[partitionPoint(listed, ({ place }) => !isBefore(finding, place)) - 1];
    if (concept === undefined) continue;
    addToGroup(remarks, concept, finding.message);
    if (i % SLICE === 0) yield;
  }
  return remarks;
}

function* byFile(concepts: readonly Concept[]): Slices<ReadonlyMap<string, readonly Concept[]>> {
  const files = new Map<string, Concept[]>();
  for (const [i, concept] of concepts.entries()) {
    addToGroup(files, concept.place.file, concept);
    if (i % SLICE === 0) yield;
  }
  return files;
}

function isBefore(one: Place, other: Place): boolean {
  return one.line < other.line || (one.line === other.line && one.column < other.column);
}
