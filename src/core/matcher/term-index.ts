import type { Concept, Language } from '../model/concept.ts';
import { finish, type Slices } from '../model/slices.ts';
import { NO_VERBS, type Verbs } from '../words/verbs.ts';
import type { FormsAhead } from './forms-ahead.ts';
import type { SealedForms } from './forms-builder.ts';
import { groupSlices, type IndexGroup, LARGE } from './index-group.ts';
import type { IndexPart } from './index-part.ts';
import { createTokenizer, type Tokenizer } from './tokens.ts';

/** The terms of one language, ready to be found in any text. Opaque to all but the matcher. */
export interface TermIndex {
  /** What is looked up one after the other; a part whose entries did not change goes on from index to index. */
  readonly parts: readonly IndexPart[];
  /** Cuts texts into words with a number in each part. */
  readonly tokenizer: Tokenizer;
  /** Number of the first state of each part, when the states of all parts are counted through. */
  readonly bases: readonly number[];
  /** Its entries as they were grouped, each group with the parts that hold it. */
  readonly groups: readonly IndexGroup[];
  /** Where there are several parts: which of all entries each is, since the first of two is read first. */
  readonly rankOf: ((concept: Concept) => number) | null;
  /** What its forms were made with, for whoever writes another form of a term. */
  readonly verbs: Verbs;
}

/** The terms of both languages. */
export interface TermIndexes {
  readonly fr: TermIndex;
  readonly en: TermIndex;
}

/** Whether all forms were generated for the entries that are there, so that those of each group are one part. */
export function isWhole({ fr, en }: TermIndexes): boolean {
  return [...fr.groups, ...en.groups].every(({ whole, parts }) => parts.length === 1 && parts[0] === whole);
}

/** Builds an index at once; see {@link termIndexSlices}. */
export function buildTermIndex(concepts: readonly Concept[], language: Language, verbs: Verbs = NO_VERBS): TermIndex {
  return finish(termIndexSlices(concepts, language, { verbs }));
}

/** What an index is made of besides entries. */
export interface IndexSources {
  /** An index whose parts are used again where their entries are the same; made with the same verbs. */
  readonly before?: TermIndex | null;
  readonly verbs?: Verbs;
  /** The entries as {@link groupsOf} groups them: those of both languages are the same. */
  readonly groups?: readonly EntryGroup[];
  /** The forms of each part, where they were made before: of the very same entries, with the same verbs. */
  readonly sealed?: readonly SealedForms[] | null;
  /** Forms of entries that were there before the others, made with the same verbs; of no use a second time. */
  readonly ahead?: FormsAhead | null;
}

/**
 * Generates every form of every term of a language and builds the index over them. The entries of a large file are a
 * part of their own, those of all others together another.
 */
export function* termIndexSlices(
  concepts: readonly Concept[],
  language: Language,
  {
    before = null,
    verbs = NO_VERBS,
    groups: entries = groupsOf(concepts),
    sealed = null,
    ahead = null,
  }: IndexSources = {},
): Slices<TermIndex> {
  const groups: IndexGroup[] = [];
  for (const [i, { file, concepts: all }] of entries.entries()) {
    const known = before?.groups.find((group) => group.file === file) ?? null;
    const made = { sealed: sealed?.[i] ?? null, begun: ahead?.of(file, language) ?? null };
    groups.push(yield* groupSlices({ file, concepts: all }, known, { language, verbs, ...made }));
  }
  const parts = groups.flatMap((group) => group.parts);
  let states = 0;
  const bases = parts.map(({ trie }) => {
    states += trie.marks.length;
    return states - trie.marks.length;
  });
  const longest = parts.reduce((most, { trie }) => Math.max(most, trie.longest), 0);
  const words = parts.map((part) => part.words);
  // Between two words of a path a hyphen may stand.
  const tokenizer = createTokenizer(words, 2 * longest, language);
  return { parts, tokenizer, bases, groups, rankOf: rankIn(parts, concepts), verbs };
}

/** Entries that are a group of their own in an index. */
type EntryGroup = Pick<IndexGroup, 'file' | 'concepts'>;

/** The entries of small files first, then those of each large one; all in their order. */
export function groupsOf(concepts: readonly Concept[]): readonly EntryGroup[] {
  const runs = runsOf(concepts);
  const sizes = new Map<string, number>();
  for (const { file, concepts: its } of runs) sizes.set(file, (sizes.get(file) ?? 0) + its.length);
  const large = new Map([...sizes].filter(([, size]) => size >= LARGE).map(([file]) => [file, [] as Concept[][]]));
  if (large.size === 0) return [{ file: null, concepts }];
  const others: Concept[][] = [];
  for (const run of runs) (large.get(run.file) ?? others).push(run.concepts);
  const groupOf = (file: string | null, all: readonly Concept[][]) => ({ file, concepts: joined(all) });
  const groups = [...large].map(([file, all]) => groupOf(file, all));
  return others.length > 0 ? [groupOf(null, others), ...groups] : groups;
}

/** Quicker than `flat`, which asks of every entry whether it is a list. */
function joined(lists: readonly Concept[][]): readonly Concept[] {
  const all: Concept[] = [];
  for (const list of lists) for (const concept of list) all.push(concept);
  return all;
}

/** Entries of one file that follow each other: nearly always, that is all of them. */
function runsOf(concepts: readonly Concept[]): { readonly file: string; readonly concepts: Concept[] }[] {
  const runs: { file: string; concepts: Concept[] }[] = [];
  for (let [begin, end] = [0, 0]; begin < concepts.length; begin = end) {
    const file = concepts[begin]?.place.file ?? '';
    while (concepts[end]?.place.file === file) end += 1;
    runs.push({ file, concepts: concepts.slice(begin, end) });
  }
  return runs;
}

/** Looked for where it is asked for: few texts have the same words in two parts, and none asks for many entries. */
function rankIn(parts: readonly IndexPart[], concepts: readonly Concept[]): TermIndex['rankOf'] {
  if (parts.length <= 1) return null;
  const known = new Map<Concept, number>();
  return (concept) => {
    const rank = known.get(concept) ?? concepts.indexOf(concept);
    known.set(concept, rank);
    return rank;
  };
}
