import type { Response } from 'express';
import { atOnce, type Pacer, type Slices } from '../../core/model/slices.ts';
import { withSaved } from '../addresses.ts';
import { type Answer, makeAnswer, sendAnswer, textAnswerSlices } from '../answer.ts';
import { type PageCache, pageKey } from '../cache.ts';
import type { SiteLocals } from '../pages/frame/frame.ts';
import type { Views } from '../pages/views.ts';

/** Renders a page that is made anew for each request: it holds what somebody wrote, or may do. */
export function showPage<View extends keyof Views>(
  response: Response,
  view: View,
  page: Views[View],
  status = 200,
): void {
  response.set('Cache-Control', 'no-store');
  rendered(response, view, page).then(
    (html) => {
      const made = makeAnswer('text/html; charset=utf-8', Buffer.from(html), response.getHeaders());
      sendAnswer(made, response.req, response, status);
    },
    (error: unknown) => response.req.next?.(error),
  );
}

/** Tells when nobody waits for the answer any more. */
export function whileWaiting(response: Response): AbortSignal {
  const waiting = new AbortController();
  response.once('close', () => waiting.abort());
  if (response.destroyed) waiting.abort();
  return waiting.signal;
}

/** Leads to another page after a form was sent, or before one is shown. */
export function leadTo(response: Response, address: string): void {
  response.set('Cache-Control', 'no-store').redirect(303, address);
}

/**
 * Leads a form to the page of a run; a script is told its address.
 *
 * @param started false where it was under way already
 */
export function tellStarted(response: Response, address: string, started: boolean): void {
  const { req: request } = response;
  if (!request.is('json') && request.accepts('html')) leadTo(response, address);
  else
    response
      .set('Cache-Control', 'no-store')
      .status(started ? 202 : 409)
      .location(address)
      .json({ address, started });
}

/** Sends what is the same, until the files change, for all who may write, and for all others. */
export interface Sender {
  /**
   * @param work is not done where the page is kept, or is being made
   * @param address under which the page is kept, where its path alone does not say what is asked; null where nobody
   *   asks for it twice
   */
  page<View extends keyof Views>(
    response: Response,
    view: View,
    work: Slices<Views[View]>,
    address?: string | null,
  ): Promise<void>;
  json(response: Response, work: Slices<object>): Promise<void>;
}

/**
 * Makes and sends, and keeps the answer. What an address says behind its `?` that nobody asks about is the same page,
 * and is not made again.
 */
export function createSender(cache: PageCache, pacer: Pacer): Sender {
  const answerOf = (response: Response, type: string, text: string): Promise<Answer> =>
    pacer.finish(textAnswerSlices(type, text, response.getHeaders()));
  return {
    async page(response, view, work, address = response.req.path) {
      const make = async () => {
        const html = await rendered(response, view, await pacer.finish(work));
        // Another person may see more or less of it at the same address.
        response.set('Cache-Control', 'private, no-cache');
        return answerOf(response, 'text/html; charset=utf-8', html);
      };
      const made = address === null ? make() : cache.share(keyOf(address, response), make);
      sendAnswer(await made, response.req, response);
    },
    async json(response, work) {
      const made = await cache.share(keyOf(response.req.path, response), async () => {
        const report = await pacer.finish(work);
        const json = await pacer.finish(atOnce(() => JSON.stringify(report)));
        return answerOf(response, 'application/json; charset=utf-8', json);
      });
      sendAnswer(made, response.req, response);
    },
  };
}

/** All that a page depends on besides the files: what is asked for, where, by whom, and the save that it follows. */
function keyOf(address: string, { locals }: Response): string {
  const { saved, seen = 'reading', origin = '' } = locals as Partial<SiteLocals>;
  return pageKey(saved ? withSaved(address, saved.number) : address, { seen, origin });
}

function rendered<View extends keyof Views>(response: Response, view: View, page: Views[View]): Promise<string> {
  return new Promise((resolve, reject) => {
    response.render(view, { page }, (error: Error | null, html = '') => (error ? reject(error) : resolve(html)));
  });
}
