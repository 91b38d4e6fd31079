import { grouped } from '../../../core/text/counted.ts';

/** views/partials/pages.ejs: ways through a list that takes several pages; null where one does not lead on. */
export interface PageWays {
  /** “Page 3 of 11” */
  readonly says: string;
  readonly first: string | null;
  readonly previous: string | null;
  readonly next: string | null;
  readonly last: string | null;
}

/** Where one is in a list that takes several pages. */
export interface PageNumber {
  /** From 1; the last one where a further one was asked for. */
  readonly page: number;
  readonly pages: number;
}

/** @param most items of a page */
export function pageNumber(items: number, asked: number, most: number): PageNumber {
  const pages = Math.max(1, Math.ceil(items / most));
  return { page: Math.min(asked, pages), pages };
}

/** Null for a list of one page. */
export function pageWays({ page, pages }: PageNumber, wayTo: (page: number) => string): PageWays | null {
  if (pages === 1) return null;
  return {
    says: `Page ${grouped(page)} of ${grouped(pages)}`,
    first: page > 1 ? wayTo(1) : null,
    previous: page > 1 ? wayTo(page - 1) : null,
    next: page < pages ? wayTo(page + 1) : null,
    last: page < pages ? wayTo(pages) : null,
  };
}
