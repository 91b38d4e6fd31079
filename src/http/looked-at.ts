import type { Request, RequestHandler } from 'express';
import type { Library } from '../core/changes/ports/library.ts';
import { articleAddress } from './addresses.ts';

const ARTICLE = articleAddress('');

/**
 * Nothing is answered about an article that is still being checked: it is checked before others, and the answer waits.
 * Until it is sent the article is among the first, so that it is right after another change of the glossary too.
 */
export function waitForArticle(library: Library): RequestHandler {
  return async ({ path }, response, next) => {
    const slug = slugIn(path.replace(/^\/api(?=\/)/, ''));
    if (slug !== null) {
      response.on('close', library.attend(slug));
      await library.checked(slug);
    }
    next();
  };
}

/** The article on whose page a request was made; null where it was made elsewhere, or the browser does not tell. */
export function articleFrom(request: Request): string | null {
  const from = request.get('referer') ?? '';
  return URL.canParse(from) ? slugIn(new URL(from).pathname) : null;
}

function slugIn(path: string): string | null {
  if (!path.startsWith(ARTICLE)) return null;
  const [slug = ''] = path.slice(ARTICLE.length).split('/', 1);
  return slug === '' ? null : slug;
}
