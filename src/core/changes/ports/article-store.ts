/** What a new article is made of. */
export interface NewArticle {
  /** The name that its folder shall have; with `-2` and so on behind it where that is taken. */
  readonly slug: string;
  /** A person chose the name: where it is taken, nothing is added. */
  readonly isChosen?: boolean;
  /** Text of `fr.md`. */
  readonly source: string;
  /** Text of `en.po`; null without a translation. */
  readonly catalogue: string | null;
}

/** Where articles are kept, as wholes. */
export interface ArticleStore {
  /**
   * Writes a new article durably, in one step: a folder that is whole, or none.
   *
   * @returns the slug it got
   * @throws {StoreError}
   */
  add(article: NewArticle): Promise<string>;
  /**
   * Takes an article out of `content/`; its folder is kept in `.visavis/`.
   *
   * @returns what `restore` is given to bring it back
   * @throws {StoreError}
   */
  remove(slug: string): Promise<string>;
  /**
   * Brings a removed article back, under its own slug.
   *
   * @throws {StoreError} where that is taken meanwhile, or nothing of that name was removed
   */
  restore(removed: string): Promise<string>;
}
