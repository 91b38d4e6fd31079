import type { Concept } from '../../model/concept.ts';
import { type ConceptChanges, goneOf, movedOf } from '../../model/concept-changes.ts';
import type { Slices } from '../../model/slices.ts';
import { type Problem, problemOf } from '../problem.ts';
import type { EntryRule } from './entry-rule.ts';
import { changedTermSlices, type FrenchTerms, frenchTermSlices } from './french-terms.ts';
import { neverFound } from './glossary-never-found.ts';
import { neverTold } from './glossary-never-told.ts';
import { noDefinition } from './glossary-no-definition.ts';
import { ownRule } from './glossary-own-rule.ts';
import { partOfSpeech } from './glossary-part-of-speech.ts';
import { type AllEntries, type SharedFindings, sharedSlices } from './shared-terms.ts';

/** What one entry can have wrong by itself. */
const OWN_RULES: readonly EntryRule[] = [noDefinition, ownRule, neverFound, neverTold, partOfSpeech];

/** Entries looked at between two pauses. */
const SLICE = 50;

/** What the entries of a glossary have wrong with themselves and with each other, so that it can go on from there. */
export interface Lint {
  /** Of each entry that has something wrong by itself. */
  readonly own: ReadonlyMap<Concept, readonly Problem[]>;
  readonly terms: FrenchTerms;
  readonly shared: SharedFindings;
}

/** What was found in the entries before, of which those that both have come in the same order. */
export interface LintBefore {
  readonly lint: Lint;
  readonly changes: ConceptChanges;
}

/**
 * What the entries of a glossary have wrong with themselves and with each other, though each can be read. Time grows
 * with the number of terms, or of those that changed where it is known what was found before.
 */
export function* lintSlices(entries: AllEntries, before: LintBefore | null): Slices<Lint> {
  const { concepts } = entries;
  const own = before === null ? yield* ownSlices(concepts, new Map()) : yield* changedOwnSlices(before);
  const terms =
    before === null
      ? yield* frenchTermSlices(concepts)
      : yield* changedTermSlices(before.lint.terms, before.changes, concepts);
  const shared = yield* sharedSlices(terms.shared, entries, before?.lint.shared ?? new Map());
  return { own, terms, shared };
}

/** In the order in which it is told. */
export function* lintFindings({ own, shared }: Lint, concepts: readonly Concept[]): Generator<Problem> {
  for (const concept of concepts) yield* own.get(concept) ?? [];
  for (const { findings } of shared.values()) yield* findings;
}

function* changedOwnSlices({ lint, changes }: LintBefore): Slices<Lint['own']> {
  const known = new Map(lint.own);
  const again = [...changes.come];
  for (const concept of goneOf(changes)) known.delete(concept);
  // What is wrong is told with its place; what says the same elsewhere has nothing wrong there if it had nothing here.
  for (const [was, is] of movedOf(changes)) if (known.delete(was)) again.push(is);
  return yield* ownSlices(again, known);
}

/** @param found what is known of other entries; what is found in these is added to it */
function* ownSlices(concepts: readonly Concept[], found: Map<Concept, readonly Problem[]>): Slices<Lint['own']> {
  for (const [i, concept] of concepts.entries()) {
    const problems = ownProblems(concept);
    if (problems.length > 0) found.set(concept, problems);
    if (i % SLICE === 0) yield;
  }
  return found;
}

function ownProblems(concept: Concept): Problem[] {
  return OWN_RULES.flatMap(({ rule, find }) =>
    find(concept).map(({ place, message }) => problemOf(rule, place, message)),
  );
}
