import type { Response } from 'express';
import type { Library } from '../../core/changes/library.ts';
import type { PageCache } from '../cache.ts';
import type { Views } from '../pages/views.ts';

/** Renders a page that is made anew for each request: it holds what somebody wrote, or may do. */
export function showPage<View extends keyof Views>(
  response: Response,
  view: View,
  page: Views[View],
  status = 200,
): void {
  response.status(status).set('Cache-Control', 'no-store').render(view, { page });
}

/** Leads to another page after a form was sent, or before one is shown. */
export function leadTo(response: Response, address: string): void {
  response.set('Cache-Control', 'no-store').redirect(303, address);
}

/** Sends what is the same for everybody until the files change. */
export interface Sender {
  page<View extends keyof Views>(response: Response, view: View, page: Views[View]): void;
  json(response: Response, report: { readonly revision: string }): void;
}

/** Renders and sends, and keeps the answer unless the files changed meanwhile. */
export function createSender(library: Library, cache: PageCache): Sender {
  const keep = (revision: string, response: Response, type: string, text: string) => {
    cache.store(response.req, response, type, text);
    if (library.current().revision !== revision) cache.clear();
  };
  return {
    page(response, view, page) {
      response.render(view, { page }, (error: Error | null, html?: string) => {
        if (error) response.req.next?.(error);
        else keep(page.revision, response, 'text/html; charset=utf-8', html ?? '');
      });
    },
    json(response, report) {
      keep(report.revision, response, 'application/json; charset=utf-8', JSON.stringify(report));
    },
  };
}
