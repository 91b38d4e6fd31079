import { createUnitJudge, type UnitJudge } from '../checks/article/unit-ledger.ts';
import type { CheckedArticle } from '../checks/checked-article.ts';
import { glossarySlices } from '../checks/glossary/check-glossary.ts';
import { differenceSlices, type GlossaryDifference } from '../checks/glossary/glossary-difference.ts';
import type { Unit } from '../model/article.ts';
import type { Concept } from '../model/concept.ts';
import type { Slices } from '../model/slices.ts';
import type { EntryChange } from './ports/entry-change.ts';
import type { Preview, PreviewedArticle, PreviewedUnit, Snapshot } from './ports/library.ts';

/**
 * What a change of one entry would make of everything: only paragraphs that it can bear on are looked at, and in their
 * articles those that nobody has approved, which an engine may be asked for. Of articles that are pending, or whose ledgers are not there, those are judged with the glossary of now as well.
 */
export function* previewSlices(
  { glossary, articles, pending }: Pick<Snapshot, 'glossary' | 'articles' | 'pending'>,
  change: EntryChange,
): Slices<Preview> {
  const changed = yield* glossarySlices(changedConcepts(glossary.concepts, change), {
    verbs: glossary.verbs,
    before: glossary,
  });
  const difference = yield* differenceSlices(glossary, changed);
  const comparison = { difference, before: createUnitJudge(glossary), after: createUnitJudge(changed) };
  const previewed = new Map<string, PreviewedArticle>();
  for (const [slug, one] of articles) {
    yield;
    if (one.unchecked !== null) previewed.set(slug, { article: one.article, units: null });
    if (one.unchecked !== null || difference?.mayBearOn(one.summary) === false) continue;
    const units = yield* previewedSlices(one, pending.has(slug), comparison);
    if (units === null || units.some(({ before, after }) => before !== after))
      previewed.set(slug, { article: one.article, units });
  }
  return { before: { glossary, articles }, glossary: changed, articles: previewed };
}

interface GlossaryComparison {
  readonly difference: GlossaryDifference | null;
  readonly before: UnitJudge;
  readonly after: UnitJudge;
}

/** One that cannot be checked with the other glossary is unchecked there: that keeps back no other. */
function* previewedSlices(
  one: CheckedArticle,
  isPending: boolean,
  comparison: GlossaryComparison,
): Slices<readonly PreviewedUnit[] | null> {
  try {
    return yield* comparedSlices(one, isPending, comparison);
  } catch {
    return null;
  }
}

function* comparedSlices(
  one: CheckedArticle,
  isPending: boolean,
  { difference, before, after }: GlossaryComparison,
): Slices<readonly PreviewedUnit[]> {
  const numbers = difference?.unitsIn(one.summary) ?? null;
  const isTouched = (unit: Unit, number: number) =>
    difference === null || (numbers?.has(number) !== false && difference.bearsOn(unit));
  const held = one.isOpen?.() === false ? null : one.units;
  const compared: PreviewedUnit[] = [];
  for (const [number, unit] of one.article.units.entries()) {
    const known = held?.[number] ?? null;
    const isBorneOn = isTouched(unit, number);
    if (!isBorneOn && unit.state === 'reviewed') continue;
    const alignment = known?.alignment ?? null;
    const ledger = known === null || isPending ? yield* before(unit, alignment) : known;
    compared.push({ before: ledger, after: isBorneOn ? yield* after(unit, alignment) : ledger });
  }
  return compared;
}

function changedConcepts(concepts: readonly Concept[], change: EntryChange): Concept[] {
  if (change.kind === 'delete') return concepts.filter(({ id }) => id !== change.id);
  if (change.kind === 'put') return concepts.map((concept) => (concept.id === change.id ? change.entry : concept));
  const last = concepts.findLastIndex(({ place }) => place.file === change.entry.place.file);
  return concepts.toSpliced(last < 0 ? concepts.length : last + 1, 0, change.entry);
}
