import { articleAgainSlices, articleSlices } from '../checks/article/check-article.ts';
import { uncheckedArticle } from '../checks/article/unchecked-article.ts';
import type { CheckedArticle } from '../checks/checked-article.ts';
import type { Glossary } from '../checks/glossary/check-glossary.ts';
import { differenceSlices, type GlossaryDifference } from '../checks/glossary/glossary-difference.ts';
import type { Slices } from '../model/slices.ts';
import type { Snapshot } from './ports/library.ts';

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
