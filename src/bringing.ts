import type { ArticleMoves } from './core/changes/article-moves.ts';
import type { History } from './core/changes/history.ts';
import type { FetchPage } from './core/changes/page-fetcher.ts';
import { createArticleMoves } from './files/article-moves.ts';
import { createArticleStore } from './files/articles.ts';
import { createDocumentReader } from './files/documents.ts';
import { createImportReader } from './files/imports.ts';
import type { TextReader } from './files/text-jobs.ts';
import type { ArticleSource } from './formats/article/markdown.ts';
import type { DocumentReader } from './formats/document/document-reader.ts';
import type { ImportReader } from './formats/import/read-import.ts';
import { fetchPage } from './web/fetch-page.ts';

/** What pages need to bring articles in and out. */
interface BringingPorts {
  readonly articles: ArticleMoves;
  /** Of files, and of whole articles. */
  readonly history: History;
  readonly documents: DocumentReader;
  readonly imports: ImportReader;
  readonly readSource: (text: string) => Promise<ArticleSource>;
  readonly fetchPage: FetchPage;
}

interface Bringing {
  readonly texts: TextReader;
  /** Those of files. */
  readonly saves: History;
  /** Of this program, as servers are told. */
  readonly version: string;
  readonly onTrouble: (message: string) => void;
}

export function bringingPorts(root: string, { texts, saves, version, onTrouble }: Bringing): BringingPorts {
  return {
    ...createArticleMoves(createArticleStore(root, Date.now, { onTrouble }), saves, Date.now),
    documents: createDocumentReader(texts),
    imports: createImportReader(texts),
    readSource: (text) => texts.readArticle(text, 'fr.md'),
    // Never with a word of addresses of this network: those a person names at the machine itself.
    fetchPage: (address, watch = {}) => fetchPage(address, { ...watch, version }),
  };
}
