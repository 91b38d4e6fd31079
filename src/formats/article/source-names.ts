/** Names of the file that holds the French of an article; the first one counts where both are there. */
export const SOURCES: readonly string[] = ['fr.md', 'fr.txt'];

/** Names of all files of an article that are read. */
export const ARTICLE_FILES: readonly string[] = [...SOURCES, 'en.po'];
