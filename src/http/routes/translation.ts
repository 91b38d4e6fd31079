import type { Request, RequestHandler, Router } from 'express';
import { type Engine, engineNamed } from '../../core/changes/ports/engine.ts';
import type { Library } from '../../core/changes/ports/library.ts';
import type { Jobs, Translation } from '../../translate/jobs.ts';
import { translateAddress } from '../addresses.ts';
import { UserError } from '../errors.ts';
import { translatePage } from '../pages/article/translate-page.ts';
import { findArticle } from './find.ts';
import { partOf, sentBy, smallFormBody, smallJsonBody } from './requests.ts';
import { showPage, tellStarted } from './sending.ts';
import { routerOf } from './table.ts';

interface TranslationPorts {
  readonly library: Library;
  readonly translation: Pick<Translation, 'engines' | 'spending' | 'today' | 'mostCharacters' | 'tokenPrice' | 'pacer'>;
  readonly jobs: Jobs;
  /** Lets only those through who may write. */
  readonly signedIn: RequestHandler;
}

/**
 * The page of a plan and its run, and the requests that start and cancel one. The page only shows: a run starts with
 * a POST alone, and goes on when the page is closed.
 */
export function createTranslationRoutes(ports: TranslationPorts): Router {
  return routerOf({
    '/articles/:slug/translate': { GET: [ports.signedIn, showRun(ports)] },
    '/api/articles/:slug/translate': {
      GET: [sendRun(ports)],
      POST: [smallFormBody(), smallJsonBody(), startRun(ports)],
    },
    '/api/articles/:slug/translate/cancel': { POST: [cancelRun(ports)] },
  });
}

function showRun({ library, translation, jobs }: TranslationPorts): RequestHandler {
  return async (request, response) => {
    const spent = await translation.spending.look();
    const snapshot = library.current();
    const checked = findArticle(snapshot, partOf(request, 'slug'));
    const chosen = typeof request.query['engine'] === 'string' ? request.query['engine'] : null;
    const choice = { ...translation, chosen, spent, today: translation.today(), job: jobs.of(checked.article.slug) };
    const page = await translation.pacer.finish(translatePage(checked, snapshot, choice));
    showPage(response, 'translate', page);
  };
}

function sendRun({ library, jobs }: TranslationPorts): RequestHandler {
  return (request, response) => {
    response.set('Cache-Control', 'no-store').json(jobs.of(slugIn(request, library)) ?? { state: 'none' });
  };
}

function startRun({ library, translation, jobs }: TranslationPorts): RequestHandler {
  return (request, response) => {
    const slug = slugIn(request, library);
    const { engine: name, all } = sentBy(request);
    const engine = chosenEngine(translation.engines, typeof name === 'string' && name !== '' ? name : null);
    const isNew = jobs.start(slug, engine, all === 'on' || all === true);
    tellStarted(response, translateAddress(slug), isNew);
  };
}

function cancelRun({ library, jobs }: TranslationPorts): RequestHandler {
  return (request, response) => {
    const slug = slugIn(request, library);
    jobs.cancel(slug);
    tellStarted(response, translateAddress(slug), true);
  };
}

function slugIn(request: Request, library: Library): string {
  return findArticle(library.current(), partOf(request, 'slug')).article.slug;
}

function chosenEngine(engines: readonly Engine[], name: string | null): Engine {
  const engine = engineNamed(engines, name);
  if (engine !== undefined) return engine;
  throw new UserError('bad-request', 'No such engine is set up.', 'Choose one of those that the page offers.');
}
