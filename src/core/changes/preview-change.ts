import type { Alignment } from '../alignment/sentence-pairs.ts';
import { createSameUnits, createUnitJudge, type SameUnits, type UnitJudge } from '../checks/article/unit-ledger.ts';
import type { ArticleSummary, CheckedArticle } from '../checks/checked-article.ts';
import { type Glossary, glossarySlices } from '../checks/glossary/check-glossary.ts';
import { differenceSlices, type GlossaryDifference } from '../checks/glossary/glossary-difference.ts';
import type { Unit } from '../model/article.ts';
import type { Concept } from '../model/concept.ts';
import type { Slices } from '../model/slices.ts';
import type { EntryChange } from './ports/entry-change.ts';
import type { Preview, PreviewedArticle, PreviewedUnit, Snapshot } from './ports/library.ts';

/**
 * What a change of one entry would make of everything: only paragraphs that it can bear on are looked at; what says the
 * same French is then looked at too, as one answer of an engine does for all of it. Of articles that are pending, or
 * whose ledgers are not there, they are judged with the glossary of now as well.
 */
export function* previewSlices(
  { glossary, articles, pending }: Pick<Snapshot, 'glossary' | 'articles' | 'pending'>,
  change: EntryChange,
  memory: PreviewMemory = createPreviewMemory(),
): Slices<Preview> {
  const changed = yield* glossarySlices(changedConcepts(glossary.concepts, change), {
    verbs: glossary.verbs,
    before: glossary,
  });
  const difference = yield* differenceSlices(glossary, changed);
  const comparison = comparisonOf({ before: glossary, after: changed, difference }, memory);
  const previewed = new Map<string, PreviewedArticle>();
  for (const [slug, one] of articles) {
    yield;
    if (one.unchecked !== null) previewed.set(slug, { article: one.article, units: null });
    const among = one.unchecked === null ? comparison.among(one.summary) : NONE;
    if (among?.size === 0) continue;
    const units = yield* previewedSlices({ one, among, isPending: pending.has(slug) }, comparison);
    if (units === null || units.length > 0) previewed.set(slug, { article: one.article, units });
  }
  return { before: { glossary, articles }, glossary: changed, articles: previewed };
}

/** What previews of one glossary have in common: whoever writes an entry asks again at each word. */
export interface PreviewMemory {
  readonly alignments: SameUnits<Alignment>;
  judgeOf(glossary: Glossary): UnitJudge;
}

/** Units that are known: some ten megabytes. */
const MOST_UNITS = 2000;

export function createPreviewMemory(most = MOST_UNITS): PreviewMemory {
  const alignments = createSameUnits<Alignment>(most);
  const judges = new WeakMap<Glossary, UnitJudge>();
  return {
    alignments,
    judgeOf(glossary) {
      const judge = judges.get(glossary) ?? createUnitJudge({ indexes: glossary.indexes }, alignments, most);
      judges.set(glossary, judge);
      return judge;
    },
  };
}

const NONE: ReadonlySet<number> = new Set();

interface GlossaryComparison {
  /** Numbers of the units of an article that may change; null for any. */
  readonly among: (summary: ArticleSummary) => ReadonlySet<number> | null;
  readonly bearsOn: (unit: Unit) => boolean;
  readonly before: UnitJudge;
  readonly after: UnitJudge;
}

interface Compared {
  readonly before: Glossary;
  readonly after: Glossary;
  /** Null where every unit may change. */
  readonly difference: GlossaryDifference | null;
}

function comparisonOf({ before, after, difference }: Compared, memory: PreviewMemory): GlossaryComparison {
  const borneOn = createSameUnits<boolean>();
  return {
    among: (summary) => difference?.unitsIn(summary) ?? null,
    bearsOn(unit) {
      const isBorneOn = difference === null || (borneOn.get(unit) ?? difference.bearsOn(unit));
      borneOn.set(unit, isBorneOn);
      return isBorneOn;
    },
    before: memory.judgeOf(before),
    after: createUnitJudge(after, memory.alignments),
  };
}

/** An article as it stands, and the numbers of its units among which those are that may change; null for any. */
interface ToCompare {
  readonly one: CheckedArticle;
  readonly among: ReadonlySet<number> | null;
  readonly isPending: boolean;
}

/** One that cannot be checked with the other glossary is unchecked there: that keeps back no other. */
function* previewedSlices(article: ToCompare, comparison: GlossaryComparison): Slices<readonly PreviewedUnit[] | null> {
  try {
    return yield* comparedSlices(article, comparison);
  } catch {
    return null;
  }
}

function* comparedSlices(
  { one, among, isPending }: ToCompare,
  { bearsOn, before, after }: GlossaryComparison,
): Slices<readonly PreviewedUnit[]> {
  const held = one.isOpen?.() === false ? null : one.units;
  const compared: PreviewedUnit[] = [];
  for (const [number, unit] of one.article.units.entries()) {
    if (among?.has(number) === false) continue;
    yield;
    if (!bearsOn(unit)) continue;
    const known = held?.[number] ?? null;
    const alignment = known?.alignment ?? null;
    const ledger = known === null || isPending ? yield* before(unit, alignment) : known;
    compared.push({ before: ledger, after: yield* after(unit, alignment) });
  }
  return compared;
}

function changedConcepts(concepts: readonly Concept[], change: EntryChange): Concept[] {
  if (change.kind === 'delete') return concepts.filter(({ id }) => id !== change.id);
  if (change.kind === 'put') return concepts.map((concept) => (concept.id === change.id ? change.entry : concept));
  const last = concepts.findLastIndex(({ place }) => place.file === change.entry.place.file);
  return concepts.toSpliced(last < 0 ? concepts.length : last + 1, 0, change.entry);
}
