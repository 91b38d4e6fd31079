import type { Concept, Example } from '../model/concept.ts';
import type { Slices } from '../model/slices.ts';
import { readPlain } from '../text/reading.ts';
import type { Entries, TestedEntries } from './entries.ts';
import { differenceSlices } from './glossary-difference.ts';
import { failedExamples } from './glossary-example.ts';
import { unknownReferences } from './glossary-unknown-reference.ts';
import { lintSlices } from './lint-glossary.ts';
import type { Problem } from './problem.ts';

/** Entries tested between two pauses: each of their examples is a paragraph that is checked. */
const SLICE = 10;

/**
 * Tests all entries.
 *
 * @param before a glossary that was tested: examples that nothing bears on which differs are not tested again
 */
export function* testSlices(entries: Entries, before: (Entries & TestedEntries) | null): Slices<TestedEntries> {
  const known = before === null ? () => null : yield* knownSlices(entries, before);
  const findings = yield* lintSlices(entries.concepts);
  const failed = new Map<Concept, readonly Problem[]>();
  for (const [i, concept] of entries.concepts.entries()) {
    const unmet = known(concept) ?? failedExamples(concept, entries.indexes);
    if (unmet.length > 0) failed.set(concept, unmet);
    for (const found of [...unknownReferences(concept, entries.byId), ...unmet]) findings.push(found);
    if (i % SLICE === 0) yield;
  }
  return { findings, failed };
}

/** Which examples of an entry are not met, as far as that is known from before; else null. */
type Known = (concept: Concept) => readonly Problem[] | null;

function* knownSlices(entries: Entries, before: Entries & TestedEntries): Slices<Known> {
  const difference = yield* differenceSlices(before, entries);
  const tested = new Set(before.concepts);
  return (concept) => {
    if (difference === null || !tested.has(concept)) return null;
    const bears = concept.examples.some((example) => difference.bearsOn(textsOf(example)));
    return bears ? null : (before.failed.get(concept) ?? []);
  };
}

function textsOf({ source, target }: Example) {
  return { source: readPlain(source), target: target === null ? null : readPlain(target), waivers: [] };
}
