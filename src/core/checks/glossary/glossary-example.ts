import { checkUnit } from '../../ledger/ledger.ts';
import type { OtherSense } from '../../ledger/ledger-entry.ts';
import { readSenses } from '../../ledger/senses.ts';
import type { TermIndexes } from '../../matcher/term-index.ts';
import type { Concept } from '../../model/concept.ts';
import { mapSlices, type Slices } from '../../model/slices.ts';
import { readPlain } from '../../text/reading.ts';
import { type Problem, problemOf } from '../problem.ts';

/** Entries test themselves: each example is a paragraph that is checked against the whole glossary. */
export function* failedExamples(concept: Concept, indexes: TermIndexes): Slices<Problem[]> {
  const failed = yield* mapSlices(concept.examples, ({ source, target, place }) => {
    const failure =
      target === null ? unwantedMatch(concept, source, indexes) : unmetExample(concept, { source, target }, indexes);
    return failure === null ? [] : [problemOf('example', place, failure)];
  });
  return failed.flat();
}

function unwantedMatch(concept: Concept, source: string, { fr }: TermIndexes): string | null {
  const match = readSenses(readPlain(source), fr).terms.find(({ readings }) =>
    readings.some((reading) => reading.concept === concept),
  );
  if (match === undefined) return null;
  return `“${source.slice(match.start, match.end)}” is found here and must not be; add an “except:” phrase, or correct the example`;
}

function unmetExample(
  concept: Concept,
  { source, target }: { readonly source: string; readonly target: string },
  indexes: TermIndexes,
): string | null {
  const { entries: all, otherSenses } = checkUnit(readPlain(source), readPlain(target), indexes);
  const entries = all.filter(({ reading }) => reading.concept === concept);
  if (entries.length === 0 && otherSenses.some((other) => isSetAside(other, concept))) return null;
  if (entries.length === 0)
    return 'no term of this entry is found in the French; add a term or a form, or correct the example';
  const failed = entries.find(({ verdict }) => verdict !== 'preferred' && verdict !== 'admitted');
  return failed === undefined
    ? null
    : `the English does not render it (${failed.verdict}); add the term used, or correct the example`;
}

/**
 * Whether the English shows by a word under “unless:” that the term means something else there, which an example may
 * tell.
 */
function isSetAside({ reading, evidence }: OtherSense, concept: Concept): boolean {
  return reading.concept === concept && evidence.side === 'target';
}
