import type { PictureStore } from './picture-store.ts';

/** The files of an article as they are kept, to be taken away. */
export interface ArticleFiles extends PictureStore {
  /**
   * The catalogue of its translation as it is; null where there is none.
   *
   * @throws {StoreError} where there is one that cannot be read
   */
  catalogue(slug: string): Promise<string | null>;
}
