import type { Request, RequestHandler, Response, Router } from 'express';
import type { Library } from '../../core/changes/ports/library.ts';
import type { PictureStore, StoredPicture } from '../../core/changes/ports/picture-store.ts';
import { makeAnswer, sendAnswer } from '../answer.ts';
import { UserError } from '../errors.ts';
import { findArticle } from './find.ts';
import { partOf } from './requests.ts';
import { routerOf } from './table.ts';

interface PicturePorts {
  readonly library: Library;
  readonly files: PictureStore;
}

/**
 * An image is no page: opened by itself it may run nothing, load nothing and lead nowhere. SVG may hold scripts.
 *
 * @guard picture-sandbox → ''
 */
const SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** The images of an article. */
export function createPictureRoutes(ports: PicturePorts): Router {
  return routerOf({ '/articles/:slug/files/*name': { GET: [sendPicture(ports)] } });
}

function sendPicture({ library, files }: PicturePorts): RequestHandler {
  return async (request, response) => {
    const { article } = findArticle(library.current(), partOf(request, 'slug'));
    const picture = await files.read(article.slug, nameIn(request));
    const { type, bytes } = picture ?? signInPlace(request, response);
    response.set('Content-Security-Policy', SANDBOX);
    const answer = makeAnswer(type, Buffer.from(bytes), response.getHeaders());
    sendAnswer(answer, request, response, picture === null ? 404 : 200);
  };
}

/** What a page shows where an image is not there, as `.no-picture` looks; a browser shows it whatever its status. */
const SIGN = `<svg xmlns="http://www.w3.org/2000/svg" width="58" height="25">
<style>:root { color: #655d52 } @media (prefers-color-scheme: dark) { :root { color: #a59d90 } }</style>
<rect x=".5" y=".5" width="57" height="24" rx="3.5" fill="none" stroke="currentColor" stroke-dasharray="3"/>
<text x="29" y="17" fill="currentColor" font-family="sans-serif" font-size="14" text-anchor="middle">image</text>
</svg>
`;

/** In a page that holds an image which is not there its sign; to anybody else it is said. */
function signInPlace(request: Request, response: Response): StoredPicture {
  if (request.accepts('html', 'image/svg+xml') === 'image/svg+xml') {
    response.vary('Accept');
    return { type: 'image/svg+xml', bytes: Buffer.from(SIGN) };
  }
  const advice =
    'An article shows the images that lie in its own folder, or in one within it: png, jpg, gif, webp, avif, svg; 10 MB at most.';
  throw new UserError('not-found', 'There is no such image.', advice);
}

/** `images/plan.png`; '' where a slash was written as %2F: it parts nothing, and no name has one. */
function nameIn({ params }: Request): string {
  const parts = [params['name'] ?? ''].flat();
  return parts.some((part) => part.includes('/')) ? '' : parts.join('/');
}
