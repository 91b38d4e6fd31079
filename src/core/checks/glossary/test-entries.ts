import type { Concept, Example } from '../../model/concept.ts';
import { movedOf } from '../../model/concept-changes.ts';
import type { Slices } from '../../model/slices.ts';
import { readPlain } from '../../text/reading.ts';
import type { Problem } from '../problem.ts';
import type { Entries, TestedEntries } from './entries.ts';
import { differenceSlices, type GlossaryDifference } from './glossary-difference.ts';
import { failedExamples } from './glossary-example.ts';
import { unknownReferences } from './glossary-unknown-reference.ts';
import { type LintBefore, lintFindings, lintSlices } from './lint-glossary.ts';

/**
 * Tests all entries.
 *
 * @param before a glossary that was tested: what nothing bears on that differs is not tested again
 */
export function* testSlices(entries: Entries, before: (Entries & TestedEntries) | null): Slices<TestedEntries> {
  const { concepts, byId, indexes } = entries;
  const difference = before === null ? null : yield* differenceSlices(before, entries);
  const lint = yield* lintSlices(entries, lintBefore(before, difference));
  const known = before === null || difference === null ? () => null : knownExamples(before, difference);
  const findings = [...lintFindings(lint, concepts)];
  const failed = new Map<Concept, readonly Problem[]>();
  for (const concept of concepts) {
    if (concept.see.length === 0 && concept.examples.length === 0) continue;
    const unmet = known(concept) ?? (yield* failedExamples(concept, indexes));
    if (unmet.length > 0) failed.set(concept, unmet);
    for (const found of [...unknownReferences(concept, byId), ...unmet]) findings.push(found);
    yield;
  }
  return { findings, failed, lint };
}

function lintBefore(before: TestedEntries | null, difference: GlossaryDifference | null): LintBefore | null {
  if (before === null || before.lint === null || difference === null) return null;
  return { lint: before.lint, changes: difference.changes };
}

/** Which examples of an entry are not met, as far as that is known from before; else null. */
type Known = (concept: Concept) => readonly Problem[] | null;

function knownExamples({ failed }: TestedEntries, { changes, bearsOn }: GlossaryDifference): Known {
  const come = new Set(changes.come);
  const moved = new Map([...movedOf(changes)].map(([was, is]) => [is, was]));
  return (concept) => {
    if (come.has(concept)) return null;
    const before = failed.get(moved.get(concept) ?? concept) ?? [];
    // What is wrong is told with its place.
    if (before.length > 0 && moved.has(concept)) return null;
    return concept.examples.some((example) => bearsOn(unitOf(example))) ? null : before;
  };
}

function unitOf({ source }: Example) {
  return { source: readPlain(source), waivers: [] };
}
