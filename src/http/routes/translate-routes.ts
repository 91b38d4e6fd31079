import { json, type Request, type Response, Router, urlencoded } from 'express';
import type { Engine } from '../../core/changes/engine.ts';
import type { Library } from '../../core/changes/library.ts';
import { planArticle } from '../../core/changes/plan.ts';
import type { Job, Jobs, Translation } from '../../translate/jobs.ts';
import type { TranslatedUnit } from '../../translate/run-plan.ts';
import { allowOnly, UserError } from '../errors.ts';
import type { TranslatePage } from '../pages/pages.ts';
import { findArticle } from './routes.ts';

/** Body of a request that starts a run. */
const MOST_BODY = '10kb';

/**
 * The page of a plan and its run, and the requests that start and cancel one. The page only shows: a run starts with
 * a POST alone, and goes on when the page is closed.
 */
export function createTranslateRoutes(library: Library, translation: Pick<Translation, 'engines'>, jobs: Jobs): Router {
  const router = Router({ caseSensitive: true });
  const slugOf = (request: Request) => findArticle(library.current(), String(request.params['slug'])).article.slug;

  router
    .route('/articles/:slug/translate')
    .get((request, response) => {
      const chosen = typeof request.query['engine'] === 'string' ? request.query['engine'] : null;
      const page = pageOf(library, slugOf(request), translation.engines, chosen, jobs.of(slugOf(request)));
      response.set('Cache-Control', 'no-store').render('translate', { page });
    })
    .all(allowOnly('GET', 'HEAD'));
  router
    .route('/api/articles/:slug/translate')
    .get((request, response) => {
      response.set('Cache-Control', 'no-store').json(jobs.of(slugOf(request)) ?? { state: 'none' });
    })
    .post(urlencoded({ extended: false, limit: MOST_BODY }), json({ limit: MOST_BODY }), (request, response) => {
      const slug = slugOf(request);
      const { engine: name, all } = (request.body ?? {}) as { engine?: unknown; all?: unknown };
      const engine = chosenEngine(translation.engines, typeof name === 'string' && name !== '' ? name : null);
      const isNew = jobs.start(slug, engine, all === 'on' || all === true);
      answer(request, response, slug, isNew ? 202 : 409);
    })
    .all(allowOnly('GET', 'HEAD', 'POST'));
  router
    .route('/api/articles/:slug/translate/cancel')
    .post((request, response) => {
      const slug = slugOf(request);
      jobs.cancel(slug);
      answer(request, response, slug, 202);
    })
    .all(allowOnly('POST'));
  return router;
}

/** A form is led to the page of the run, a script is told its address. */
function answer(request: Request, response: Response, slug: string, status: number): void {
  const address = `/articles/${slug}/translate`;
  response.set('Cache-Control', 'no-store');
  if (!request.is('json') && request.accepts('html')) response.redirect(303, address);
  else
    response
      .status(status)
      .location(address)
      .json({ address, started: status === 202 });
}

function chosenEngine(engines: readonly Engine[], name: string | null): Engine {
  const engine = name === null ? engines[0] : engines.find((one) => one.name === name);
  if (engine !== undefined) return engine;
  throw new UserError('bad-request', 'No such engine is set up.', 'Choose one of those that the page offers.');
}

function pageOf(
  library: Library,
  slug: string,
  engines: readonly Engine[],
  chosen: string | null,
  job: Job | undefined,
): TranslatePage {
  const snapshot = library.current();
  const checked = findArticle(snapshot, slug);
  const engine = engines.find(({ name }) => name === chosen) ?? engines[0];
  const plan = engine === undefined ? null : planArticle(checked, snapshot, engine);
  const sent = plan?.units.filter(({ reused }) => reused === null) ?? [];
  return {
    title: 'Translate',
    revision: snapshot.revision,
    problems: snapshot.problems,
    slug,
    article: checked.article.citation.title,
    engines: engines.map(({ name, abilities }) => ({
      name,
      chosen: name === engine?.name,
      note: `${abilities.offline ? 'on this machine' : 'sends the text out'}, ${abilities.price === 'free' ? 'no bill' : 'bills characters'}`,
    })),
    plan: plan && {
      units: sent.length,
      reused: plan.units.length - sent.length,
      characters: plan.characters,
      entries: plan.entries,
      changed: plan.units.filter(({ reason }) => reason === 'its terms changed').length,
    },
    job: job === undefined ? null : jobView(job),
  };
}

function jobView({ engine, total, units, notices, state }: Job): NonNullable<TranslatePage['job']> {
  const billed = units.reduce((sum, unit) => sum + unit.billed, 0);
  return { engine, total, done: units.length, billed, notices, state, rows: units.map(rowOf) };
}

function rowOf({ unit, target, verdicts, repairs, refused }: TranslatedUnit) {
  const wrong = verdicts.filter((verdict) => verdict === 'missing' || verdict === 'deprecated').length;
  return {
    unit,
    target,
    terms: verdicts.length,
    wrong,
    repairs: repairs.map(({ from, to }) => `${from} → ${to}`),
    refused,
  };
}
