import ejs from 'ejs';
import type { Express } from 'express';
import type { Pacer } from '../core/model/slices.ts';

/**
 * Makes pages of the templates of a folder. A template goes through a long list with `each`, which gives others their
 * turn in between: a page of a thousand paragraphs holds nobody up. A part is named from the root (`/partials/unit`),
 * as the disk is asked for any other name each time.
 */
export function useViews(app: Express, folder: string, { each }: Pick<Pacer, 'each'>): void {
  app.engine('ejs', (file, data, done) => {
    ejs.renderFile(file, data, { async: true, cache: true, root: folder }).then(
      (html) => done(null, html),
      (error: unknown) => done(error),
    );
  });
  app.set('views', folder).set('view engine', 'ejs').enable('view cache');
  Object.assign(app.locals, { each });
}
