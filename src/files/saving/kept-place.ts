import path from 'node:path';
import { type ArticleLives, type Life, slugIn } from '../../core/changes/undo/article-lives.ts';
import { isThere } from '../disk/is-there.ts';
import { OWN_FOLDER } from '../disk/old-versions.ts';

/** A file of one of the articles that had its slug, one after the other. */
export interface FileOf {
  /** Relative to the root. */
  readonly file: string;
  readonly life: Life;
}

/**
 * Where a file is now: with a removed article it is kept in `.visavis/`, and can be changed there.
 *
 * @returns null while another article has the slug
 */
export async function placeNow(root: string, { file, life }: FileOf, lives: ArticleLives): Promise<string | null> {
  const slug = slugIn(file);
  if (slug === undefined) return file;
  const now = lives.now(slug);
  if (life === now.life) return file;
  const [kept] = [...now.removed].find(([, one]) => one === life) ?? [];
  if (kept === undefined) return null;
  const folder = `${OWN_FOLDER}/removed/${kept}`;
  if (!(await isThere(path.join(root, 'content', slug)))) return `${folder}/${path.posix.basename(file)}`;
  // Somebody may have put it back by hand.
  return now.isAdded || (await isThere(path.join(root, folder))) ? null : file;
}
