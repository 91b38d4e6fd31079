import type { NewArticle } from './article-store.ts';

/** Adds and removes whole articles. Each of that is a save, which can be undone as any other. */
export interface ArticleMoves {
  /**
   * @param title for people
   * @throws {StoreError}
   */
  add(
    article: NewArticle,
    title: string,
  ): Promise<{
    /** The slug it got. */
    readonly slug: string;
    /** Number of the save. */
    readonly save: number;
  }>;
  /**
   * @param title for people
   * @returns number of the save
   * @throws {StoreError}
   */
  remove(slug: string, title: string): Promise<number>;
}
