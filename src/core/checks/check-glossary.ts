import type { SealedForms } from '../matcher/index-part.ts';
import { type TermIndexes, termIndexSlices } from '../matcher/term-index.ts';
import type { Concept, Language } from '../model/concept.ts';
import { sameItems } from '../model/same-items.ts';
import { finish, type Slices } from '../model/slices.ts';
import { NO_VERBS, type Verbs } from '../words/verbs.ts';
import { failedExamples } from './glossary-example.ts';
import { unknownReferences } from './glossary-unknown-reference.ts';
import { lintSlices } from './lint-glossary.ts';
import { maintainedFirst } from './maintained-first.ts';
import type { Problem } from './problem.ts';

/** All concepts of all files, ready to be looked up and found in texts. Immutable. */
export interface Glossary {
  /** Every entry as the files have it, those left out included. */
  readonly written: readonly Concept[];
  /** Those of people before those of tools; else in the order of the files and of the entries in them. */
  readonly concepts: readonly Concept[];
  readonly byId: ReadonlyMap<string, Concept>;
  readonly indexes: TermIndexes;
  /** What its forms were made with. */
  readonly verbs: Verbs;
  /** Entries of tools under another id than in their files. */
  readonly renamed: ReadonlyMap<Concept, Concept>;
  /** Entries that had to be left out. */
  readonly problems: readonly Problem[];
  /** Lint: entries that are in use but do not hold what they say. */
  readonly findings: readonly Problem[];
}

/** Entries tested between two pauses: each of their examples is a paragraph that is checked. */
const SLICE = 10;

/** Makes a glossary at once; see {@link glossarySlices}. */
export function createGlossary(written: readonly Concept[], verbs: Verbs = NO_VERBS): Glossary {
  return finish(glossarySlices(written, { verbs }));
}

/** What a glossary is made of besides entries. */
export interface GlossarySources {
  readonly verbs: Verbs;
  /** A glossary of the same verbs, of which what did not change is used again; itself, where no entry is another object. */
  readonly before?: Glossary | null;
  /** The forms of these very entries, where they were made before. */
  readonly sealed?: SealedGlossary | null;
}

/** The forms of all entries of a glossary, by language and part of the index. */
export type SealedGlossary = Readonly<Record<Language, readonly SealedForms[]>>;

/** Puts the entries of all files together. Of two entries with one id the first stays. */
export function* glossarySlices(
  written: readonly Concept[],
  { verbs, before = null, sealed = null }: GlossarySources,
): Slices<Glossary> {
  if (before !== null && sameItems(written, before.written)) return before;
  const { byId, problems, renamed } = yield* maintainedFirst(written, before?.renamed ?? null);
  const concepts = [...byId.values()];
  const indexOf = (language: Language) => {
    const sources = { verbs, before: before?.indexes[language] ?? null, sealed: sealed?.[language] ?? null };
    return termIndexSlices(concepts, language, sources);
  };
  const indexes = {
    fr: yield* indexOf('fr'),
    en: yield* indexOf('en'),
  };
  const findings = yield* lintSlices(concepts);
  for (const [i, concept] of concepts.entries()) {
    for (const found of [...unknownReferences(concept, byId), ...failedExamples(concept, indexes)])
      findings.push(found);
    if (i % SLICE === 0) yield;
  }
  return { written, concepts, byId, indexes, verbs, problems, findings, renamed };
}
