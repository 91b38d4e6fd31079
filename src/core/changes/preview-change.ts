import { articleAgainSlices, articleSlices } from '../checks/check-article.ts';
import { type Glossary, glossarySlices } from '../checks/check-glossary.ts';
import type { CheckedArticle } from '../checks/checked-article.ts';
import { differenceSlices, type GlossaryDifference } from '../checks/glossary-difference.ts';
import { uncheckedArticle } from '../checks/unchecked-article.ts';
import type { Concept } from '../model/concept.ts';
import type { Slices } from '../model/slices.ts';
import type { EntryChange } from './entry-change.ts';
import type { Preview, Snapshot } from './library.ts';

/** Everything as it would be after a change of one entry: an article that it does not bear on is the very same object. */
export function* previewSlices(
  { glossary, articles }: Pick<Snapshot, 'glossary' | 'articles'>,
  change: EntryChange,
): Slices<Preview> {
  const changed = yield* glossarySlices(changedConcepts(glossary.concepts, change), {
    verbs: glossary.verbs,
    before: glossary,
  });
  return { glossary: changed, articles: yield* recheckSlices({ glossary, articles }, changed) };
}

/** The articles under another glossary: one that the difference does not bear on is the very same object. */
export function* recheckSlices(
  { glossary, articles }: Pick<Snapshot, 'glossary' | 'articles'>,
  changed: Glossary,
): Slices<ReadonlyMap<string, CheckedArticle>> {
  const difference = yield* differenceSlices(glossary, changed);
  const checked = new Map<string, CheckedArticle>();
  for (const [slug, one] of articles) {
    checked.set(slug, one.unchecked === null ? yield* recheckedSlices(one, changed, difference) : one);
  }
  return checked;
}

/** One that cannot be checked with the other glossary is unchecked there: that keeps back no other. */
function* recheckedSlices(
  one: CheckedArticle,
  changed: Glossary,
  difference: GlossaryDifference | null,
): Slices<CheckedArticle> {
  try {
    return yield* difference ? articleAgainSlices(one, changed, difference) : articleSlices(one.article, changed);
  } catch (error) {
    return uncheckedArticle(one.article, `cannot be checked (${error})`);
  }
}

function changedConcepts(concepts: readonly Concept[], change: EntryChange): Concept[] {
  if (change.kind === 'delete') return concepts.filter(({ id }) => id !== change.id);
  if (change.kind === 'put') return concepts.map((concept) => (concept.id === change.id ? change.entry : concept));
  const last = concepts.findLastIndex(({ place }) => place.file === change.entry.place.file);
  return concepts.toSpliced(last < 0 ? concepts.length : last + 1, 0, change.entry);
}
