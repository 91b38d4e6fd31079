import { checkUnit } from '../ledger/ledger.ts';
import { findTerms } from '../matcher/match.ts';
import { type TermIndexes, termIndexSlices } from '../matcher/term-index.ts';
import type { Concept } from '../model/concept.ts';
import type { Place, Problem } from '../model/problem.ts';
import { finish, type Slices } from '../model/slices.ts';
import { lintSlices } from './glossary-rules.ts';

/** All concepts of all files, ready to be looked up and found in texts. Immutable. */
export interface Glossary {
  /** In the order of the files and of the entries in them. */
  readonly concepts: readonly Concept[];
  readonly byId: ReadonlyMap<string, Concept>;
  readonly indexes: TermIndexes;
  /** Entries that had to be left out. */
  readonly problems: readonly Problem[];
  /** Lint: entries that are in use but do not hold what they say. */
  readonly findings: readonly Problem[];
}

/** Entries tested between two pauses. */
const SLICE = 500;

/** Makes a glossary at once; see {@link glossarySlices}. */
export function createGlossary(all: readonly Concept[]): Glossary {
  return finish(glossarySlices(all));
}

/**
 * Puts the entries of all files together. Of two entries with one id the first stays.
 *
 * @param before a glossary of which what did not change is used again
 */
export function* glossarySlices(all: readonly Concept[], before: Glossary | null = null): Slices<Glossary> {
  const byId = new Map<string, Concept>();
  const problems: Problem[] = [];
  for (const [i, concept] of all.entries()) {
    const first = byId.get(concept.id);
    if (first === undefined) byId.set(concept.id, concept);
    else problems.push(duplicateId(concept, first));
    if (i % SLICE === 0) yield;
  }
  const concepts = [...byId.values()];
  const indexes = {
    fr: yield* termIndexSlices(concepts, 'fr', before?.indexes.fr),
    en: yield* termIndexSlices(concepts, 'en', before?.indexes.en),
  };
  const findings = yield* lintSlices(concepts);
  for (const [i, concept] of concepts.entries()) {
    for (const found of [...danglingReferences(concept, byId), ...failedExamples(concept, indexes)])
      findings.push(found);
    if (i % SLICE === 0) yield;
  }
  return { concepts, byId, indexes, problems, findings };
}

function problemOf(place: Place, rule: string, message: string): Problem {
  return { ...place, severity: 'error', rule, message, excerpt: '' };
}

function duplicateId({ id, place }: Concept, first: Concept): Problem {
  const where = `${first.place.file}:${first.place.line}`;
  return problemOf(
    place,
    'duplicate-id',
    `“${id}” is the id of the entry at ${where} too; merge the two, or write another “id:”`,
  );
}

function danglingReferences({ see, place }: Concept, byId: ReadonlyMap<string, Concept>): Problem[] {
  return see
    .filter((id) => !byId.has(id))
    .map((id) =>
      problemOf(place, 'unknown-reference', `see: no entry has the id “${id}”; write the id of an entry, or delete it`),
    );
}

/** Entries test themselves: each example is checked against the whole glossary. */
function failedExamples(concept: Concept, indexes: TermIndexes): Problem[] {
  return concept.examples.flatMap(({ source, target, place }) => {
    const failure =
      target === null ? unwantedMatch(concept, source, indexes) : unmetExample(concept, source, target, indexes);
    return failure === null ? [] : [problemOf(place, 'example', failure)];
  });
}

function unwantedMatch(concept: Concept, source: string, { fr }: TermIndexes): string | null {
  const match = findTerms(source, fr).find(({ readings }) => readings.some((reading) => reading.concept === concept));
  if (match === undefined) return null;
  return `“${source.slice(match.start, match.end)}” is found here and must not be; add an “except:” phrase, or correct the example`;
}

function unmetExample(concept: Concept, source: string, target: string, indexes: TermIndexes): string | null {
  const entries = checkUnit(source, target, indexes).filter(({ reading }) => reading.concept === concept);
  if (entries.length === 0)
    return 'no term of this entry is found in the French; add a term or a form, or correct the example';
  const failed = entries.find(({ verdict }) => verdict !== 'preferred' && verdict !== 'admitted');
  return failed === undefined
    ? null
    : `the English does not render it (${failed.verdict}); add the term used, or correct the example`;
}
