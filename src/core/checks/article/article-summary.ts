import { readSenses } from '../../ledger/senses.ts';
import { isWrong, standingOf } from '../../ledger/standing.ts';
import { type Article, isTranslatable, type Unit } from '../../model/article.ts';
import type { Concept } from '../../model/concept.ts';
import { sameItems } from '../../model/same-items.ts';
import { filterSlices, finish, mapSlices, type Slices } from '../../model/slices.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import type { ArticleSummary, CheckedArticle, CheckedUnit, Use, Uses } from '../checked-article.ts';
import type { Glossary } from '../glossary/check-glossary.ts';
import { bearingSlices } from './bearing.ts';

/** What lists tell of an article whatever the glossary says. */
export type PlainSummary = Omit<ArticleSummary, 'uses' | 'bearing'>;

/**
 * Goes through the paragraphs of an article once, for all that lists tell of it.
 *
 * @param before what they told of the very same article with another glossary
 */
export function* summarySlices(
  { article, units }: Pick<CheckedArticle, 'article' | 'units'>,
  glossary: Glossary,
  before: ArticleSummary | null = null,
): Slices<ArticleSummary> {
  const uses = yield* usesIn(units, glossary);
  const bearing = yield* bearingSlices(units, before?.bearing.words ?? null);
  return { uses, bearing, ...(yield* plainSlices(article, units)) };
}

/** Goes through the paragraphs of an article at once, for what needs no glossary. */
export function plainSummary(article: Article, units: readonly CheckedUnit[]): PlainSummary {
  return finish(plainSlices(article, units));
}

function* plainSlices({ citation, units: all }: Article, checked: readonly CheckedUnit[]): Slices<PlainSummary> {
  const units = yield* filterSlices(all, isTranslatable);
  const { title, site, url, date } = citation;
  return {
    target: all[0]?.target?.text ?? null,
    units: units.length,
    translated: (yield* filterSlices(units, ({ state }) => state !== 'initial')).length,
    reviewed: (yield* filterSlices(units, ({ state }) => state === 'reviewed')).length,
    shown: fingerprint([JSON.stringify([title, site, url, date]), ...(yield* mapSlices(checked, shownOf))]),
  };
}

/** Whether pages show the same of two articles. */
export function showsTheSame(a: ArticleSummary, b: ArticleSummary): boolean {
  return a.shown === b.shown && sameItems([...a.uses.keys()], [...b.uses.keys()]);
}

/** Short, as all of them are put together at one go. */
function shownOf({ unit, stale, findings, entries }: CheckedUnit): string {
  const { kind, state, origin, source, target, notes } = unit;
  const told = findings.map(({ message }) => message);
  const terms = entries.flatMap((entry) => [entry.reading.concept.id, standingOf(entry), entry.reason]);
  return fingerprint([JSON.stringify([kind, state, origin, source.text, target?.text, notes, stale, told, terms])]);
}

function* usesIn(units: readonly CheckedUnit[], glossary: Glossary): Slices<Uses> {
  const uses = new Map<Concept, Use>();
  for (const { unit, entries } of units) {
    for (const entry of entries)
      addUse(uses, entry.reading.concept, { count: 1, broken: isWrong(standingOf(entry)) ? 1 : 0 });
    for (const concept of mentionedIn(unit, glossary)) addUse(uses, concept, { count: 1, broken: 0 });
    yield;
  }
  return uses;
}

/** What a paragraph without a translation mentions, of which no ledger tells. */
function mentionedIn(unit: Unit, { indexes }: Glossary): Concept[] {
  const { source, target } = unit;
  if (target !== null || !isTranslatable(unit)) return [];
  return readSenses(source, indexes.fr).terms.flatMap(({ readings }) => [
    ...new Set(readings.map(({ concept }) => concept)),
  ]);
}

/** The uses of several articles together, by slug. */
export interface UsesOfAll {
  readonly sum: Uses;
  readonly articles: ReadonlyMap<string, Uses>;
}

/**
 * Sums the uses of articles: where the sum of others is known, only what differs is counted. The order of a sum tells
 * nothing.
 */
export function* summedUses(articles: ReadonlyMap<string, Uses>, before: UsesOfAll | null): Slices<UsesOfAll> {
  const sum = new Map<Concept, Use>(before?.sum);
  for (const [slug, uses] of before?.articles ?? []) {
    if (articles.get(slug) === uses) continue;
    for (const [concept, { count, broken }] of uses) addUse(sum, concept, { count: -count, broken: -broken });
    yield;
  }
  for (const [slug, uses] of articles) {
    if (before?.articles.get(slug) === uses) continue;
    for (const [concept, use] of uses) addUse(sum, concept, use);
    yield;
  }
  for (const [concept, { count }] of sum) if (count === 0) sum.delete(concept);
  return { sum, articles };
}

function addUse(uses: Map<Concept, Use>, concept: Concept, { count, broken }: Use): void {
  const before = uses.get(concept);
  uses.set(concept, { count: count + (before?.count ?? 0), broken: broken + (before?.broken ?? 0) });
}
