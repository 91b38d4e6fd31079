import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ArticleStore } from '../core/changes/article-store.ts';
import { StoreError } from '../core/changes/store-error.ts';
import { numberedSlug } from '../core/text/slug.ts';
import { OWN_FOLDER } from './old-versions.ts';

/** Keeps articles as folders of `content/`, and those that were removed beside it. */
export function createArticleStore(root: string, now: () => number): ArticleStore {
  const folderOf = (slug: string) => path.join(root, 'content', slug);
  const removed = path.join(root, OWN_FOLDER, 'removed');
  return {
    async add({ slug, source, catalogue }) {
      let free = slug;
      for (let number = 2; existsSync(folderOf(free)); number += 1) free = numberedSlug(slug, number);
      await mkdir(folderOf(free), { recursive: true });
      await writeFile(path.join(folderOf(free), 'fr.md'), source);
      if (catalogue !== null) await writeFile(path.join(folderOf(free), 'en.po'), catalogue);
      return free;
    },
    async remove(slug) {
      const name = `${slug}.${now()}`;
      await mkdir(removed, { recursive: true });
      await rename(folderOf(slug), path.join(removed, name));
      return name;
    },
    async restore(name) {
      const [slug = ''] = name.split('.');
      if (existsSync(folderOf(slug))) throw new StoreError(`content/${slug} is there already.`, 'unfit');
      await rename(path.join(removed, name), folderOf(slug));
      return slug;
    },
  };
}
