import type { Snapshot } from '../../core/changes/library.ts';
import { summarize } from '../../core/checks/verdict-counts.ts';
import { articleAddress } from '../addresses.ts';
import { type Frame, frameOf } from './frame.ts';
import { joined } from './wording.ts';

/** views/articles.ejs */
export interface ArticlesPage extends Frame {
  readonly articles: readonly {
    readonly href: string;
    readonly title: string;
    /** The English headline. */
    readonly target: string | null;
    /** Site, date and verdicts: “Le Site · 2025-03-07 · 3 terms: 3 preferred” */
    readonly details: string;
  }[];
}

export function articlesPage(snapshot: Snapshot): ArticlesPage {
  return {
    ...frameOf(snapshot, 'Articles'),
    articles: [...snapshot.articles.values()].map(({ article, verdicts }) => ({
      href: articleAddress(article.slug),
      title: article.citation.title,
      target: article.units[0]?.target?.text ?? null,
      details: joined([article.citation.site, article.citation.date, summarize(verdicts)], ' · '),
    })),
  };
}
