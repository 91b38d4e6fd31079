import type { Alignment } from '../../core/alignment/sentence-pairs.ts';
import { writeAnki } from '../book/anki.ts';
import { writeDocx } from '../book/docx.ts';
import { writeEpub } from '../book/epub.ts';
import type { ExportFormat, ExportOptions } from '../book/export-options.ts';
import { writeHtml } from '../book/html-file.ts';
import type { TakenArticle } from '../book/taken-article.ts';
import { writePo } from './article-po.ts';
import { writeTmx } from './tmx.ts';
import { writeXliff12 } from './xliff12.ts';
import { writeXliff21 } from './xliff21.ts';

/** A way to take an article away. */
export interface ArticleExport extends ExportFormat {
  /** The file in pieces, which are small each; an empty one is a pause. */
  readonly write: (article: TakenArticle, options: ExportOptions) => Generator<string | Uint8Array>;
}

/** Other books than the one with each English under its French. */
const BOOKS = [
  { says: 'EPUB in two columns', chosen: { layout: 'table' } },
  { says: 'EPUB, the English hidden until it is asked for', chosen: { hidden: true } },
] as const;

/** Every way there is. A further one is one line here. */
export const ARTICLE_EXPORTS = {
  epub: {
    ...{ says: 'EPUB, for readers of books', extension: '.epub', mediaType: 'application/epub+zip', isText: false },
    ...{ options: ['layout', 'hidden', 'terms'], variants: BOOKS, write: writeEpub },
  },
  html: {
    ...{ says: 'HTML, one file', extension: '.html', mediaType: 'text/html', isText: true },
    ...{ options: ['hidden', 'terms'], variants: [], write: writeHtml },
  },
  docx: {
    ...{ says: 'Word, a table of two columns', extension: '.docx', isText: false, options: ['terms'], variants: [] },
    ...{ mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', write: writeDocx },
  },
  anki: {
    ...{ says: 'Anki, its terms and sentences to learn', extension: '.txt', mediaType: 'text/plain', isText: true },
    ...{ options: [], variants: [], write: writeAnki },
  },
  po: {
    ...{ says: 'PO, the catalogue itself', extension: '.po', mediaType: 'text/x-gettext-translation' },
    ...{ isText: true, options: [], variants: [], write: writePo },
  },
  xliff: {
    ...{
      says: 'XLIFF 1.2, for most translation tools',
      extension: '.xlf',
      otherExtension: '.xliff',
      mediaType: 'application/xliff+xml',
    },
    ...{
      isText: true,
      options: ['prefill'],
      variants: [
        { says: 'XLIFF 1.2 for OmegaT, with the French where there is no English', chosen: { prefill: true } },
      ],
      write: ({ checked, version }, { prefill }) => writeXliff12(checked.article, { version, prefill }),
    },
  },
  xliff2: {
    ...{ says: 'XLIFF 2.1', extension: '.xlf', otherExtension: '.xliff', mediaType: 'application/xliff+xml' },
    ...{
      isText: true,
      options: ['segments'],
      variants: [{ says: 'XLIFF 2.1, sentence by sentence', chosen: { segments: true } }],
      write: ({ checked, version }, { segments }) =>
        writeXliff21(checked.article, { version, ...alignmentsOf(checked, segments) }),
    },
  },
  tmx: {
    ...{ says: 'TMX, a translation memory', extension: '.tmx', mediaType: 'application/x-tmx+xml', isText: true },
    options: ['drafts', 'plain', 'segments'],
    variants: [
      { says: 'TMX with the drafts', chosen: { drafts: true } },
      { says: 'TMX, sentence by sentence', chosen: { segments: true } },
    ],
    write: ({ checked, version }, { drafts, plain, segments }) =>
      writeTmx(checked.article, { version, drafts, plain, ...alignmentsOf(checked, segments) }),
  },
} as const satisfies Readonly<Record<string, ArticleExport>>;

/** The sentences of each text, as its reader sees them light up together. */
function alignmentsOf(
  { units }: TakenArticle['checked'],
  isWanted: boolean,
): { readonly alignments?: ReadonlyMap<string, Alignment> } {
  return isWanted ? { alignments: new Map(units.map(({ unit, alignment }) => [unit.id, alignment])) } : {};
}

export type ArticleFormat = keyof typeof ARTICLE_EXPORTS;
export const ARTICLE_FORMATS = Object.keys(ARTICLE_EXPORTS) as readonly ArticleFormat[];

export function isArticleFormat(name: string): name is ArticleFormat {
  return Object.hasOwn(ARTICLE_EXPORTS, name);
}
