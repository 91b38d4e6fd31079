import type { Glossary } from '../../core/checks/check-glossary.ts';
import type { CheckedArticle, CheckedUnit } from '../../core/checks/checked-article.ts';
import { readSenses } from '../../core/ledger/senses.ts';
import { isTranslatable } from '../../core/model/article.ts';
import type { Concept } from '../../core/model/concept.ts';
import type { Slices } from '../../core/model/slices.ts';

/** What the articles make of a concept. */
export interface Use {
  /** How often it occurs. */
  readonly count: number;
  /** Of these, how often its rendering is missing or ruled out. */
  readonly broken: number;
}

export type Usage = ReadonlyMap<Concept, Use>;

/** Counts what each article uses, once as long as the article and the entries are the same. */
export function createUsage(): (article: CheckedArticle, glossary: Glossary) => Slices<Usage> {
  const kept = new WeakMap<CheckedArticle, { readonly glossary: Glossary; readonly usage: Usage }>();
  return function* (article, glossary) {
    const known = kept.get(article);
    if (known?.glossary === glossary) return known.usage;
    const usage = yield* usageIn(article, glossary);
    kept.set(article, { glossary, usage });
    return usage;
  };
}

function* usageIn({ units }: CheckedArticle, glossary: Glossary): Slices<Usage> {
  const usage = new Map<Concept, Use>();
  for (const { unit, entries } of units) {
    for (const { reading, verdict } of entries)
      add(usage, reading.concept, { count: 1, broken: verdict === 'missing' || verdict === 'deprecated' ? 1 : 0 });
    for (const concept of mentionedIn(unit, glossary)) add(usage, concept, { count: 1, broken: 0 });
    yield;
  }
  return usage;
}

/** What a paragraph without a translation mentions, of which no ledger tells. */
function mentionedIn(unit: CheckedUnit['unit'], { indexes }: Glossary): Concept[] {
  const { source, target } = unit;
  if (target !== null || !isTranslatable(unit)) return [];
  return readSenses(source, indexes.fr).terms.flatMap(({ readings }) => [
    ...new Set(readings.map(({ concept }) => concept)),
  ]);
}

/** The use of all articles together. */
export function* summedUsage(usages: Iterable<Usage>): Slices<Usage> {
  const sum = new Map<Concept, Use>();
  for (const usage of usages) {
    for (const [concept, use] of usage) add(sum, concept, use);
    yield;
  }
  return sum;
}

function add(usage: Map<Concept, Use>, concept: Concept, { count, broken }: Use): void {
  const before = usage.get(concept);
  usage.set(concept, { count: count + (before?.count ?? 0), broken: broken + (before?.broken ?? 0) });
}
