import type { CheckedArticle } from '../../core/checks/checked-article.ts';
import type { Glossary } from '../../core/checks/glossary/check-glossary.ts';
import { differenceSlices, type GlossaryDifference } from '../../core/checks/glossary/glossary-difference.ts';
import { type Problem, problemOf } from '../../core/checks/problem.ts';
import type { Pacer } from '../../core/model/slices.ts';
import { type Checking, type MadeArticle, startOf } from './article-checking.ts';
import { type KeptArticle, knownOf } from './kept-article.ts';
import type { FoundArticle } from './list-sources.ts';

/** The articles of some files; another load takes over what was made of them by then. */
export interface LoadedArticles {
  /** Slugs of those that were checked with another glossary, or never; those that have waited longest first. */
  readonly pending: ReadonlySet<string>;
  /** Checks one of them; it is not pending then. */
  check(slug: string): Promise<void>;
  /** Makes the paragraphs of one while others have their turn, where they are made on demand. */
  open(slug: string): Promise<void>;
  /** As they stand now, by slug, in the order of the files. */
  articles(): ReadonlyMap<string, CheckedArticle>;
  /** What is to be said of those that cannot be checked, and of what was first read here, as they stand now. */
  problems(): Problem[];
  /** What the next start can know of those that are not pending. */
  known(): { readonly files: FoundArticle; readonly known: KeptArticle }[];
}

interface LoadingPorts {
  readonly checking: Checking;
  readonly pacer: Pacer;
  /** The glossary before this one: what was checked with an older one has waited longer. */
  readonly newest: Glossary | null;
  /**
   * Checks one that never was.
   *
   * @param problems gets what is wrong with its files, where they were not read
   * @returns null where it is none
   */
  readonly first: (before: MadeArticle, glossary: Glossary, problems: Problem[]) => Promise<MadeArticle | null>;
}

/**
 * Those that the last change of the glossary does not bear on are not pending.
 *
 * @param made is brought up to date article by article
 */
export async function loadedArticles(
  made: Map<string, MadeArticle>,
  glossary: Glossary,
  { checking, pacer, newest, first }: LoadingPorts,
): Promise<LoadedArticles> {
  // Articles may stand as several glossaries left them.
  const differences = new Map<Glossary, GlossaryDifference | null>();
  const problems: Problem[] = [];
  const differenceTo = async (before: Glossary) => {
    const known = differences.get(before);
    const difference = known === undefined ? await pacer.finish(differenceSlices(before, glossary)) : known;
    differences.set(before, difference);
    return difference;
  };
  const last = newest === null || newest === glossary ? null : await differenceTo(newest);
  const waiting: [string, MadeArticle][] = [];
  for await (const [slug, one] of pacer.each([...made])) {
    if (one.glossary === glossary) continue;
    const unaffected = one.glossary === newest && last !== null ? checking.unaffected(one, glossary, last) : null;
    if (unaffected === null) waiting.push([slug, one]);
    else made.set(slug, unaffected);
  }
  const pending = new Set(inTurn(waiting, newest).map(([slug]) => slug));
  return {
    pending,
    async check(slug) {
      const before = made.get(slug);
      if (before === undefined || !pending.has(slug)) return;
      const now =
        before.glossary === null
          ? await first(before, glossary, problems)
          : await checking.again(before, glossary, await differenceTo(before.glossary));
      if (now === null) made.delete(slug);
      else made.set(slug, now);
      pending.delete(slug);
    },
    open: async (slug) => made.get(slug)?.demand?.open(pacer),
    articles: () => new Map([...made].map(([slug, { checked }]) => [slug, checked])),
    problems: () => [...problems, ...[...made.values()].flatMap((one) => uncheckedProblem(one) ?? [])],
    known: () =>
      [...made].flatMap(([slug, one]) => {
        const known = pending.has(slug) ? null : knownOf(one);
        return known === null ? [] : { files: one.from.files, known };
      }),
  };
}

function uncheckedProblem({ from, glossary, checked: { unchecked } }: MadeArticle): Problem | null {
  return unchecked === null || glossary === null ? null : problemOf('unforeseen', startOf(from.files), unchecked);
}

/**
 * Those that wait, those that were never checked and those that wait longest first; those that could not be checked
 * before last, as they may take long again.
 */
function inTurn(waiting: readonly [string, MadeArticle][], newest: Glossary | null): readonly [string, MadeArticle][] {
  const turnOf = ([, { checked, glossary }]: readonly [string, MadeArticle]) =>
    checked.unchecked !== null && glossary !== null ? 2 : glossary === newest ? 1 : 0;
  return waiting.toSorted((a, b) => turnOf(a) - turnOf(b));
}
