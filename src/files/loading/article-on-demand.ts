import { articleSlices } from '../../core/checks/article/check-article.ts';
import type { ArticleCard, CheckedArticle, CheckedUnit } from '../../core/checks/checked-article.ts';
import type { Glossary } from '../../core/checks/glossary/check-glossary.ts';
import type { Article, Citation, SourceUnit, Unit } from '../../core/model/article.ts';
import { finish, type Pacer, type Slices } from '../../core/model/slices.ts';
import { catalogueSlices, joinSlices, NO_CATALOGUE } from '../../formats/article/catalogue.ts';
import type { Held } from '../kept/held.ts';
import { createTextJobs } from '../thread/text-jobs.ts';
import type { FoundArticle } from './list-sources.ts';
import { createOnDemand, type Leaving, type OnDemand } from './on-demand.ts';
import { packingOfLedgers } from './packed-ledgers.ts';
import { packingOfUnits } from './packed-units.ts';

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
export function isQuicklyMade(files: FoundArticle): boolean {
  return sizeOf(files) <= MOST_CHARACTERS;
}

/** Characters. */
export function sizeOf({ source, catalogue }: FoundArticle): number {
  return source.length + (catalogue?.length ?? 0);
}

/**
 * @param files both without a problem
 * @param made its paragraphs, where they were made
 */
export function textOnDemand(files: FoundArticle, citation: Citation, made: readonly Unit[] | null): TextOnDemand {
  const packing = packingOfUnits((sources) => finish(joinedSlices(sources, files)));
  const units = createOnDemand<Unit>({ make: () => unitSlices(files), packing, held: null, made });
  const article = {
    slug: files.slug,
    citation,
    get units() {
      return units.get();
    },
  };
  return { article, units, size: sizeOf(files) };
}

function* unitSlices(files: FoundArticle): Slices<readonly Unit[]> {
  const { source } = files;
  const { units } = yield* createTextJobs(new Map()).readArticle(source.text ?? '', source.path);
  yield;
  return yield* joinedSlices(units, files);
}

function* joinedSlices(units: readonly SourceUnit[], { catalogue }: FoundArticle): Slices<readonly Unit[]> {
  const read = catalogue === null ? NO_CATALOGUE : yield* catalogueSlices(catalogue.text ?? '', catalogue.path);
  return (yield* joinSlices(units, read)).units;
}

/** What was found in an article, its ledgers made when somebody wants them. */
export interface CheckedOnDemand extends Pick<OnDemand<CheckedUnit>, 'isOpen' | 'glance' | 'letGo' | 'packed'> {
  readonly checked: CheckedArticle;
  /** Makes them while others have their turn. */
  open(pacer: Pacer): Promise<void>;
  /** From now on they are made with another glossary, one that does not bear on the article. */
  bind(glossary: Glossary): void;
}

export interface DemandSources {
  readonly glossary: Glossary;
  readonly held: Held<Leaving>;
  /** Its ledgers, where they were made. */
  readonly made: readonly CheckedUnit[] | null;
  /** The same as they were packed, with a glossary that does not bear on the article. */
  readonly packed?: Uint8Array | null;
}

export function checkedOnDemand(
  { article, units, size }: TextOnDemand,
  { standings, findings, summary }: ArticleCard,
  { glossary, held, made, packed = null }: DemandSources,
): CheckedOnDemand {
  let checkedWith = glossary;
  const make = () => checkedSlices(article, checkedWith);
  const ledgers = packingOfLedgers({ units: units.get, glossary: () => checkedWith });
  const packing: typeof ledgers = {
    ...ledgers,
    pack(checked) {
      units.leave();
      return ledgers.pack(checked);
    },
  };
  const checkedUnits = createOnDemand<CheckedUnit>({ make, packing, held: { by: held, size }, made, packed });
  const { isOpen, glance, letGo } = checkedUnits;
  return {
    checked: {
      article,
      get units() {
        return checkedUnits.get();
      },
      isOpen,
      ...{ standings, findings, summary, unchecked: null },
    },
    async open(pacer) {
      if (isOpen()) return;
      await units.open(pacer);
      await checkedUnits.open(pacer);
    },
    ...{ isOpen, glance, letGo, packed: checkedUnits.packed },
    bind(other) {
      checkedWith = other;
    },
  };
}

function* checkedSlices(article: Article, glossary: Glossary): Slices<readonly CheckedUnit[]> {
  return (yield* articleSlices(article, glossary)).units;
}
