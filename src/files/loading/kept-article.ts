import type { ArticleCard, ArticleSummary, Use } from '../../core/checks/checked-article.ts';
import type { Glossary } from '../../core/checks/glossary/check-glossary.ts';
import type { WordHashes } from '../../core/matcher/word-hashes.ts';
import type { Citation } from '../../core/model/article.ts';
import type { Concept } from '../../core/model/concept.ts';
import type { JoinedArticle, MadeArticle } from './article-checking.ts';
import { checkedOnDemand, type DemandSources, textOnDemand } from './article-on-demand.ts';
import type { FoundArticle } from './list-sources.ts';

/** What is known of an article whose paragraphs nobody made. */
export interface KeptArticle extends ArticleCard, Pick<JoinedArticle, 'problems' | 'pictured'> {
  readonly citation: Citation;
}

/** The same as plain data: an entry is its id. */
interface Recorded extends Omit<KeptArticle, 'summary'> {
  readonly summary: Omit<ArticleSummary, 'uses' | 'bearing'>;
  readonly uses: readonly (readonly [id: string, count: number, broken: number])[];
  readonly bearing: Pick<ArticleSummary['bearing'], 'accepts'> & {
    readonly named: readonly string[];
    readonly words: string;
  };
}

/** An article in one line. */
export function keptLine({ summary: all, ...known }: KeptArticle): string {
  const { uses, bearing, ...summary } = all;
  const recorded: Recorded = {
    ...{ ...known, summary },
    uses: [...uses].map(([{ id }, { count, broken }]) => [id, count, broken]),
    bearing: {
      words: textOfHashes(bearing.words),
      accepts: bearing.accepts,
      named: [...bearing.named].map(({ id }) => id),
    },
  };
  return JSON.stringify(recorded);
}

/** What {@link keptLine} made a line of; null where it names an entry that is not there. */
export function keptArticle(line: string, { byId }: Glossary): KeptArticle | null {
  const { summary, uses, bearing, ...known } = JSON.parse(line) as Recorded;
  const named = bearing.named.map((id) => byId.get(id));
  const used = uses.map(([id, count, broken]) => [byId.get(id), { count, broken }] as const);
  if (named.includes(undefined) || used.some(([concept]) => concept === undefined)) return null;
  return {
    ...known,
    summary: {
      uses: new Map(used as [Concept, Use][]),
      bearing: {
        words: hashesOfText(bearing.words),
        accepts: bearing.accepts,
        named: new Set(named as Concept[]),
      },
      ...summary,
    },
  };
}

/** In base64. */
function textOfHashes({ buffer, byteOffset, byteLength }: WordHashes): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}

function hashesOfText(text: string): WordHashes {
  return new Uint16Array(Uint8Array.from(Buffer.from(text, 'base64')).buffer);
}

/** What is kept of an article; null for one that is there with its paragraphs or not at all. */
export function knownOf({ article, checked, problems, pictured, demand }: MadeArticle): KeptArticle | null {
  if (demand === null) return null;
  const { standings, findings, summary } = checked;
  return { citation: article.citation, problems, pictured, standings, findings, summary };
}

/**
 * An article of which only that is known.
 *
 * @param files those that it was made of
 */
export function madeOfKept(
  files: FoundArticle,
  { citation, problems, pictured, ...card }: KeptArticle,
  sources: Omit<DemandSources, 'made'>,
): MadeArticle {
  const text = textOnDemand(files, citation, null);
  const demand = checkedOnDemand(text, card, { ...sources, made: null });
  return {
    from: { files, source: null, other: null, isSound: true },
    ...{ article: text.article, text, problems, pictured },
    ...{ glossary: sources.glossary, checked: demand.checked, demand },
  };
}
