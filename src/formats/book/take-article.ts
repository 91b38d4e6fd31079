import type { ArticleFiles } from '../../core/changes/ports/article-files.ts';
import type { StoredPicture } from '../../core/changes/ports/picture-store.ts';
import type { CheckedArticle } from '../../core/checks/checked-article.ts';
import type { TakenArticle } from './taken-article.ts';

/** Images of one article that come along, all together. Bytes. */
const MOST_BYTES = 50 * 1024 * 1024;

/**
 * An article with its files, as they are now.
 *
 * @throws {StoreError} where its catalogue cannot be read
 */
export async function takeArticle(
  checked: CheckedArticle,
  { files, version }: { readonly files: ArticleFiles; readonly version: string },
): Promise<TakenArticle> {
  const { slug } = checked.article;
  const pictures = new Map<string, StoredPicture>();
  let bytes = 0;
  for (const name of picturesIn(checked)) {
    const picture = await files.read(slug, name);
    if (picture === null || bytes + picture.bytes.length > MOST_BYTES) continue;
    bytes += picture.bytes.length;
    pictures.set(name, picture);
  }
  return { checked, pictures, version, catalogue: await files.catalogue(slug) };
}

/** Names of the files that its images are, each once. */
function picturesIn({ article }: CheckedArticle): Set<string> {
  const texts = article.units.flatMap(({ source, target }) => (target === null ? [source] : [source, target]));
  const images = texts.flatMap(({ marks }) => marks.filter(({ kind }) => kind === 'image'));
  return new Set(images.flatMap(({ href }) => (href === null || /^https?:/i.test(href) ? [] : [href])));
}
