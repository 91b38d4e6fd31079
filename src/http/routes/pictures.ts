import type { Request, RequestHandler, Router } from 'express';
import type { Library } from '../../core/changes/library.ts';
import type { PictureStore } from '../../core/changes/picture-store.ts';
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
    if (picture === null) {
      const advice =
        'An article shows the images that lie in its own folder, or in one within it: png, jpg, gif, webp, avif, svg; 10 MB at most.';
      throw new UserError('not-found', 'There is no such image.', advice);
    }
    response.set('Content-Security-Policy', SANDBOX);
    sendAnswer(makeAnswer(picture.type, Buffer.from(picture.bytes), response.getHeaders()), request, response);
  };
}

/** `images/plan.png`; '' where a slash was written as %2F: it parts nothing, and no name has one. */
function nameIn({ params }: Request): string {
  const parts = [params['name'] ?? ''].flat();
  return parts.some((part) => part.includes('/')) ? '' : parts.join('/');
}
