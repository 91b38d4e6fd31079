import type { FormsAhead } from '../../matcher/forms-ahead.ts';
import type { SealedForms } from '../../matcher/forms-builder.ts';
import { groupsOf, termIndexSlices } from '../../matcher/term-index.ts';
import type { Concept, Language } from '../../model/concept.ts';
import { sameItems } from '../../model/same-items.ts';
import { finish, type Slices } from '../../model/slices.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import { NO_VERBS, type Verbs } from '../../words/verbs.ts';
import type { Problem } from '../problem.ts';
import type { Entries, TestedEntries } from './entries.ts';
import { maintainedFirst } from './maintained-first.ts';
import { testSlices } from './test-entries.ts';

/** All concepts of all files. Immutable. */
export interface Glossary extends Entries, TestedEntries {
  /** Every entry as the files have it, those left out included. */
  readonly written: readonly Concept[];
  /** Entries of tools under another id than in their files. */
  readonly renamed: ReadonlyMap<Concept, Concept>;
  /** Entries that had to be left out. */
  readonly problems: readonly Problem[];
  /** Entries for which one of those was left out. */
  readonly displacing: ReadonlySet<Concept>;
}

/** The same before its entries are tested. */
export type UntestedGlossary = Omit<Glossary, keyof TestedEntries>;

/** Makes a glossary at once; see {@link glossarySlices}. */
export function createGlossary(written: readonly Concept[], verbs: Verbs = NO_VERBS): Glossary {
  return finish(glossarySlices(written, { verbs }));
}

/** What a glossary is made of besides entries. */
export interface GlossarySources {
  readonly verbs: Verbs;
  /**
   * A glossary of the same verbs, of which what did not change is used again; itself, where no entry is another object.
   */
  readonly before?: Glossary | null;
  /** The forms of all entries as the same files gave them before; of no use where one of those is not read now. */
  readonly sealed?: SealedGlossary | null;
  /** Forms of entries that were there before the others; of no use a second time. */
  readonly ahead?: FormsAhead | null;
}

/** The forms of all entries of a glossary, by language and part of the index, and what testing them found. */
export interface SealedGlossary extends Readonly<Record<Language, readonly SealedForms[]>> {
  /** Tells which entries they are. */
  readonly of: string;
  readonly findings: TestedEntries['findings'];
  /** By the number of the entry among those in use. */
  readonly failed: readonly (readonly [number, readonly Problem[]])[];
}

/** Puts the entries of all files together. Of two entries with one id the first stays. */
export function* glossarySlices(written: readonly Concept[], sources: GlossarySources): Slices<Glossary> {
  const { before = null } = sources;
  if (before !== null && sameItems(written, before.written)) return before;
  const { glossary, sealed } = yield* inUseSlices(written, sources);
  const tested = sealed === null ? yield* testSlices(glossary, before) : testedOf(sealed, glossary.concepts);
  return { ...glossary, ...tested };
}

/** As {@link glossarySlices}, but for testing the entries. */
export function* untestedSlices(written: readonly Concept[], sources: GlossarySources): Slices<UntestedGlossary> {
  return (yield* inUseSlices(written, sources)).glossary;
}

function* inUseSlices(
  written: readonly Concept[],
  { verbs, before = null, sealed: kept = null, ahead = null }: GlossarySources,
): Slices<{ readonly glossary: UntestedGlossary; readonly sealed: SealedGlossary | null }> {
  const { concepts, byId, problems, renamed, displacing } = yield* maintainedFirst(written, before);
  const sealed = kept !== null && kept.of === nameOf(concepts) ? kept : null;
  const groups = groupsOf(concepts);
  const indexOf = (language: Language) => {
    const known = { before: before?.indexes[language] ?? null, sealed: sealed?.[language] ?? null };
    const sources = { verbs, groups, ahead, ...known };
    return termIndexSlices(concepts, language, sources);
  };
  const indexes = {
    fr: yield* indexOf('fr'),
    en: yield* indexOf('en'),
  };
  return { glossary: { concepts, byId, indexes, verbs, written, problems, renamed, displacing }, sealed };
}

/** Tells some entries of files that did not change from others: each by its file and its id. */
export function nameOf(concepts: readonly Concept[]): string {
  const fileOf = (i: number) => concepts[i]?.place.file ?? '';
  // Those of one file follow each other, and it is named once.
  return fingerprint(concepts.flatMap(({ id }, i) => (fileOf(i) === fileOf(i - 1) ? [id] : [fileOf(i), id])));
}

function testedOf({ findings, failed }: SealedGlossary, concepts: readonly Concept[]): TestedEntries {
  const known = new Map(failed.map(([number, problems]) => [concepts[number] as Concept, problems]));
  return { findings, failed: known, lint: null };
}
