import type { CheckedArticle } from '../../core/checks/checked-article.ts';
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

/** Counts what each article uses, once as long as the article is the same. */
export function createUsage(): (article: CheckedArticle) => Usage {
  const kept = new WeakMap<CheckedArticle, Usage>();
  return (article) => {
    const known = kept.get(article);
    if (known !== undefined) return known;
    const usage = usageIn(article);
    kept.set(article, usage);
    return usage;
  };
}

function usageIn({ units }: CheckedArticle): Usage {
  const usage = new Map<Concept, Use>();
  for (const { entries } of units) {
    for (const { reading, verdict } of entries)
      add(usage, reading.concept, { count: 1, broken: verdict === 'missing' || verdict === 'deprecated' ? 1 : 0 });
  }
  return usage;
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
