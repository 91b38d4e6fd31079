import type { TermIndexes } from '../../matcher/term-index.ts';
import type { Concept } from '../../model/concept.ts';
import type { ConceptsById } from '../../model/concepts-by-id.ts';
import type { Verbs } from '../../words/verbs.ts';
import type { Problem } from '../problem.ts';
import type { Lint } from './lint-glossary.ts';

/** Entries that are in use, ready to be looked up and found in texts. */
export interface Entries {
  /** Those of people before those of tools; else in the order of the files and of the entries in them. */
  readonly concepts: readonly Concept[];
  readonly byId: ConceptsById;
  readonly indexes: TermIndexes;
  /** What its forms were made with. */
  readonly verbs: Verbs;
}

/** What entries do not hold of what they say. */
export interface TestedEntries {
  /** Lint: entries that are in use all the same. */
  readonly findings: readonly Problem[];
  /** Of these the examples that are not met; nothing for an entry that meets its own. */
  readonly failed: ReadonlyMap<Concept, readonly Problem[]>;
  /** What was found by looking at them; null where an earlier start did. */
  readonly lint: Lint | null;
}
