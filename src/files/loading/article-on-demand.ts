import { articleSlices } from '../../core/checks/article/check-article.ts';
import type { ArticleCard, CheckedArticle, CheckedUnit } from '../../core/checks/checked-article.ts';
import type { Glossary } from '../../core/checks/glossary/check-glossary.ts';
import type { Article, Citation, Unit } from '../../core/model/article.ts';
import type { Pacer, Slices } from '../../core/model/slices.ts';
import { catalogueSlices, joinSlices } from '../../formats/article/catalogue.ts';
import type { Held } from '../kept/held.ts';
import { createTextJobs } from '../thread/text-jobs.ts';
import type { ArticleFiles } from './list-sources.ts';
import { createOnDemand, type OnDemand } from './on-demand.ts';

/**
 * An article whose paragraphs are made of its files when somebody wants them: it says the same whether they are there
 * or not.
 */
export interface TextOnDemand {
  readonly article: Article;
  readonly units: OnDemand<Unit>;
  readonly size: number;
}

/** Characters of the files of an article whose paragraphs are made in a turn that nobody notices. */
const MOST_CHARACTERS = 100_000;

/** Whether the files of an article are so short that its paragraphs can be made while somebody waits for them. */
export function isQuicklyMade(files: ArticleFiles): boolean {
  return sizeOf(files) <= MOST_CHARACTERS;
}

/** Characters. */
export function sizeOf({ source, catalogue }: ArticleFiles): number {
  return (source.text?.length ?? 0) + (catalogue?.text?.length ?? 0);
}

/**
 * @param files both without a problem
 * @param made its paragraphs, where they were made
 */
export function textOnDemand(files: ArticleFiles, citation: Citation, made: readonly Unit[] | null): TextOnDemand {
  const units = createOnDemand<Unit>({ make: () => unitSlices(files), held: null, made });
  const article = {
    slug: files.slug,
    citation,
    get units() {
      return units.get();
    },
  };
  return { article, units, size: sizeOf(files) };
}

function* unitSlices({ source, catalogue }: ArticleFiles): Slices<readonly Unit[]> {
  const { units } = yield* createTextJobs(new Map()).readArticle(source.text ?? '', source.path);
  yield;
  const nothing = { messages: [], problems: [] };
  const read = catalogue === null ? nothing : yield* catalogueSlices(catalogue.text ?? '', catalogue.path);
  return (yield* joinSlices(units, read)).units;
}

/** What was found in an article, its ledgers made when somebody wants them. */
export interface CheckedOnDemand {
  readonly checked: CheckedArticle;
  /** Makes them while others have their turn. */
  open(pacer: Pacer): Promise<void>;
  isOpen(): boolean;
  /** They are not held any more: the article was checked again. */
  letGo(): void;
  /** From now on they are made with another glossary, one that does not bear on the article. */
  bind(glossary: Glossary): void;
}

export interface DemandSources {
  readonly glossary: Glossary;
  readonly held: Held<object>;
  /** Its ledgers, where they were made. */
  readonly made: readonly CheckedUnit[] | null;
}

export function checkedOnDemand(
  { article, units, size }: TextOnDemand,
  { standings, findings, summary }: ArticleCard,
  { glossary, held, made }: DemandSources,
): CheckedOnDemand {
  let checkedWith = glossary;
  const make = () => checkedSlices(article, checkedWith);
  const checkedUnits = createOnDemand<CheckedUnit>({ make, held: { by: held, size }, made });
  return {
    checked: {
      article,
      get units() {
        return checkedUnits.get();
      },
      isOpen: checkedUnits.isOpen,
      ...{ standings, findings, summary, unchecked: null },
    },
    async open(pacer) {
      if (checkedUnits.isOpen()) return;
      await units.open(pacer);
      await checkedUnits.open(pacer);
    },
    isOpen: checkedUnits.isOpen,
    letGo: checkedUnits.letGo,
    bind(other) {
      checkedWith = other;
    },
  };
}

function* checkedSlices(article: Article, glossary: Glossary): Slices<readonly CheckedUnit[]> {
  return (yield* articleSlices(article, glossary)).units;
}
