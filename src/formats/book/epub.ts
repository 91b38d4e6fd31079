import { leadsIn } from '../article/article-leads.ts';
import { xmlText } from '../xml-text.ts';
import { CONTAINER, MIMETYPE, navigation, packageDocument, xhtml } from './epub-package.ts';
import { bookPictures } from './epub-pictures.ts';
import type { ExportOptions } from './export-options.ts';
import { columnsHtml, pairsHtml } from './html-body.ts';
import { madeHtml } from './html-made.ts';
import type { Page } from './html-unit.ts';
import { BOOK_STYLE } from './styles.ts';
import type { TakenArticle } from './taken-article.ts';
import { titlesOf } from './titles.ts';
import { type ZipEntry, zipPieces } from './zip.ts';

/** The article as an EPUB 3, in pieces. The same state gives the same bytes. */
export function* writeEpub({ checked, pictures }: TakenArticle, options: ExportOptions): Generator<Uint8Array> {
  yield* zipPieces(filesOf({ checked, pictures }, options));
}

function* filesOf(
  { checked, pictures }: Pick<TakenArticle, 'checked' | 'pictures'>,
  { layout, hidden, terms }: ExportOptions,
): Generator<ZipEntry> {
  const kept = bookPictures(pictures);
  const page: Page = {
    isBook: true,
    leadsOf: leadsIn(checked.article.units, (name) => kept.get(name)?.path ?? null),
    ...{ terms, hidden, pictureData: (src) => [src] },
  };
  const titles = titlesOf(checked);
  const head = `<title>${xmlText(titles.fr)}</title>`;
  const body = layout === 'table' ? columnsHtml(checked.units, page) : pairsHtml(checked.units, page);
  yield { name: 'mimetype', isStored: true, pieces: [MIMETYPE] };
  yield { name: 'META-INF/container.xml', pieces: [CONTAINER] };
  yield { name: 'EPUB/package.opf', pieces: [packageDocument(checked, [...kept.values()])] };
  yield { name: 'EPUB/nav.xhtml', pieces: xhtml(head, [navigation(checked)]) };
  yield { name: 'EPUB/text.xhtml', pieces: xhtml(head, body) };
  yield { name: 'EPUB/made.xhtml', pieces: xhtml('<title>How this was made</title>', [madeHtml(checked)]) };
  yield { name: 'EPUB/style.css', pieces: [BOOK_STYLE] };
  for (const { path, bytes } of kept.values()) yield { name: `EPUB/${path}`, isStored: true, pieces: [bytes] };
}
