import path from 'node:path';
import type { PictureStore, StoredPicture } from '../../core/changes/ports/picture-store.ts';
import { isBelow } from '../../core/text/file-below.ts';
import { SLUG } from '../../core/text/slug.ts';
import { openToRead } from '../disk/open-plain.ts';
import { refuseOddFolder } from '../disk/plain.ts';

/** Larger images are not sent. Bytes. */
const MOST_BYTES = 10 * 1024 * 1024;

const TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.svg': 'image/svg+xml',
};

/** The images below `content/<slug>/` under a root: plain files of known kinds, none behind a link, none hidden. */
export function createPictureStore(root: string): PictureStore {
  return {
    async read(slug, name) {
      const type = typeOf(name);
      if (!SLUG.test(slug) || type === null) return null;
      try {
        await refuseOddFolder(root, path.posix.dirname(`content/${slug}/${name}`));
        return await readPicture(path.join(root, 'content', slug, name), type);
      } catch {
        // A link, a folder, nothing, or something that may not be read: to whoever asks there is no image.
        return null;
      }
    },
  };
}

/**
 * Null for a name that leads elsewhere, or of a file that is no image.
 *
 * @guard picture-name → TYPES[path.extname(name).toLowerCase()] ?? null
 */
function typeOf(name: string): string | null {
  if (!isBelow(name)) return null;
  return Object.entries(TYPES).find(([ending]) => name.toLowerCase().endsWith(ending))?.[1] ?? null;
}

async function readPicture(file: string, type: string): Promise<StoredPicture | null> {
  const handle = await openToRead(file);
  try {
    const found = await handle.stat();
    if (!found.isFile() || found.size > MOST_BYTES) return null;
    return { type, bytes: await handle.readFile() };
  } finally {
    await handle.close();
  }
}
