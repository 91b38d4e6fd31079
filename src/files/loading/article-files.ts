import path from 'node:path';
import type { ArticleFiles } from '../../core/changes/ports/article-files.ts';
import { StoreError } from '../../core/changes/ports/store-error.ts';
import { SLUG } from '../../core/text/slug.ts';
import { catalogueOf } from '../../formats/article/catalogue-name.ts';
import { isThere } from '../disk/is-there.ts';
import { OddPlace, refuseOddFolder } from '../disk/plain.ts';
import { readSource } from '../disk/read-source.ts';
import { createPictureStore } from './pictures.ts';

/** The files in `content/<slug>/` under a root: plain ones, none behind a link. */
export function createArticleFiles(root: string): ArticleFiles {
  return {
    ...createPictureStore(root),
    async catalogue(slug) {
      if (!SLUG.test(slug)) return null;
      await refuseOddFolder(root, `content/${slug}`).catch(sayOdd);
      const file = catalogueOf(slug);
      if (!(await isThere(path.join(root, file)))) return null;
      const { text, problem } = await readSource(root, file);
      if (text === null) throw new StoreError(`${file} ${problem?.message ?? 'cannot be read'}.`, 'unfit');
      return text;
    },
  };
}

/** @throws {StoreError} */
function sayOdd(error: unknown): never {
  if (error instanceof OddPlace) throw new StoreError(`${error.message}.`, 'unfit');
  throw error;
}
