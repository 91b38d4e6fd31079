import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Library, Snapshot } from '../../core/changes/library.ts';
import { summarize } from '../../core/checks/check-article.ts';
import type { CheckedArticle } from '../../core/checks/checked-article.ts';
import type { Concept } from '../../core/model/concept.ts';
import { nearestWord } from '../../core/text/nearest-word.ts';
import { SLUG } from '../../core/text/slug.ts';
import type { PageCache } from '../cache.ts';
import { allowOnly, UserError } from '../errors.ts';
import { articlePage } from '../pages/article-page.ts';
import { conceptPage, findOccurrences, glossaryPage } from '../pages/concept-page.ts';
import { formOf } from '../pages/entry-page.ts';
import type { Frame } from '../pages/frame.ts';
import { ledgerReport } from '../pages/ledger-report.ts';
import type { ArticlesPage } from '../pages/pages.ts';

/** The reading pages and reports. They only read: nothing is written, called or paid for. */
export function createRoutes(library: Library, cache: PageCache): Router {
  const router = Router({ caseSensitive: true });
  const send = createSender(library, cache);
  const occurrencesIn = rememberLast(findOccurrences);
  const get = (path: string, handle: (request: Request, response: Response, snapshot: Snapshot) => void) => {
    const handler: RequestHandler = (request, response) => handle(request, response, library.current());
    router.get(path, handler);
    // What else may be sent to a concept is for other routes.
    if (path !== '/glossary/:id') router.all(path, allowOnly('GET', 'HEAD'));
  };

  get('/', (_request, response, snapshot) => {
    const [first, ...others] = [...snapshot.articles.keys()];
    if (first !== undefined && others.length === 0) response.redirect(302, `/articles/${first}`);
    else send.page(response, 'articles', articlesPage(snapshot));
  });
  get('/articles/:slug', ({ params }, response, snapshot) => {
    send.page(response, 'article', articlePage(findArticle(snapshot, String(params['slug'])), snapshot));
  });
  get('/articles/:slug/ledger.json', ({ params }, response, snapshot) => {
    send.json(response, ledgerReport(findArticle(snapshot, String(params['slug'])), snapshot.revision));
  });
  get('/glossary', ({ query }, response, snapshot) => {
    const wanted = typeof query['q'] === 'string' ? query['q'].slice(0, 200) : '';
    send.page(response, 'glossary', glossaryPage(snapshot, occurrencesIn(snapshot), wanted));
  });
  get('/glossary/:id', ({ params }, response, snapshot) => {
    const concept = findConcept(snapshot, String(params['id']));
    send.page(response, 'concept', conceptPage(concept, snapshot, occurrencesIn(snapshot), formOf(concept)));
  });
  get('/healthz', (_request, response, snapshot) => sendHealth(response, snapshot));
  return router;
}

/** Renders and sends, and keeps the answer unless the files changed meanwhile. */
function createSender(library: Library, cache: PageCache) {
  const keep = (revision: string, response: Response, type: string, text: string) => {
    cache.store(response.req, response, type, text);
    if (library.current().revision !== revision) cache.clear();
  };
  return {
    page(response: Response, view: string, page: Frame) {
      response.render(view, { page }, (error: Error | null, html?: string) => {
        if (error) response.req.next?.(error);
        else keep(page.revision, response, 'text/html; charset=utf-8', html ?? '');
      });
    },
    json(response: Response, report: { readonly revision: string }) {
      keep(report.revision, response, 'application/json; charset=utf-8', JSON.stringify(report));
    },
  };
}

function sendHealth(response: Response, { revision, articles, glossary, problems }: Snapshot): void {
  response.set('Cache-Control', 'no-store');
  if (articles.size > 0 || glossary.concepts.length > 0) response.json({ status: 'ok', revision });
  else {
    const reason = problems[0]?.message ?? 'no article and no glossary entry was found';
    response.status(503).json({ status: 'empty', revision, reason });
  }
}

/** Keeps the result for the last snapshot asked about, so that it is made once. */
function rememberLast<T>(make: (snapshot: Snapshot) => T): (snapshot: Snapshot) => T {
  let last: { snapshot: Snapshot; made: T } | null = null;
  return (snapshot) => {
    if (last?.snapshot !== snapshot) last = { snapshot, made: make(snapshot) };
    return last.made;
  };
}

export function findArticle({ articles }: Snapshot, slug: string): CheckedArticle {
  const article = SLUG.test(slug) ? articles.get(slug) : undefined;
  if (article !== undefined) return article;
  const near = nearestWord(slug.slice(0, 100), [...articles.keys()]);
  const advice = near === null ? 'All articles are linked from the first page.' : `Did you mean “${near}”?`;
  throw new UserError('not-found', 'There is no such article.', advice);
}

export function findConcept({ glossary }: Snapshot, id: string): Concept {
  const concept = SLUG.test(id) ? glossary.byId.get(id) : undefined;
  if (concept !== undefined) return concept;
  throw new UserError('not-found', 'There is no such entry in the glossary.', 'Search the glossary for the term.');
}

function articlesPage({ articles, revision, problems }: Snapshot): ArticlesPage {
  return {
    title: 'Articles',
    revision,
    problems,
    articles: [...articles.values()].map(({ article, verdicts }) => ({
      slug: article.slug,
      title: article.citation.title,
      target: article.units[0]?.target?.text ?? null,
      date: article.citation.date,
      site: article.citation.site,
      summary: summarize(verdicts),
    })),
  };
}
