import type { RequestHandler, Router } from 'express';
import type { Library } from '../../core/changes/library.ts';
import { atOnce } from '../../core/model/slices.ts';
import { articleAddress } from '../addresses.ts';
import { articlePage } from '../pages/article-page.ts';
import { articlesPage } from '../pages/articles-page.ts';
import { candidatesPage } from '../pages/candidates-page.ts';
import { ledgerReport } from '../pages/ledger-report.ts';
import { findArticle } from './find.ts';
import { partOf } from './requests.ts';
import type { Sender } from './sending.ts';
import { routerOf } from './table.ts';

interface ArticlePorts {
  readonly library: Library;
  readonly send: Sender;
}

/** The articles, each as it is read, its ledger, and what the glossary may lack of it. They only read: nothing is written, called or paid for. */
export function createArticleRoutes(ports: ArticlePorts): Router {
  return routerOf({
    '/': { GET: [showArticles(ports)] },
    '/articles/:slug': { GET: [showArticle(ports)] },
    '/articles/:slug/ledger.json': { GET: [sendLedger(ports)] },
    '/articles/:slug/candidates': { GET: [showCandidates(ports)] },
  });
}

/** Straight to the article while there is only one. */
function showArticles({ library, send }: ArticlePorts): RequestHandler {
  return async (_request, response) => {
    const snapshot = library.current();
    const [first, ...others] = [...snapshot.articles.keys()];
    if (first !== undefined && others.length === 0) response.redirect(302, articleAddress(first));
    else
      return send.page(
        response,
        'articles',
        atOnce(() => articlesPage(snapshot)),
      );
    return undefined;
  };
}

function showArticle({ library, send }: ArticlePorts): RequestHandler {
  return (request, response) => {
    const snapshot = library.current();
    return send.page(response, 'article', articlePage(findArticle(snapshot, partOf(request, 'slug')), snapshot));
  };
}

function showCandidates({ library, send }: ArticlePorts): RequestHandler {
  return (request, response) => {
    const snapshot = library.current();
    return send.page(response, 'candidates', candidatesPage(findArticle(snapshot, partOf(request, 'slug')), snapshot));
  };
}

function sendLedger({ library, send }: ArticlePorts): RequestHandler {
  return (request, response) => {
    const snapshot = library.current();
    return send.json(response, ledgerReport(findArticle(snapshot, partOf(request, 'slug')), snapshot.revision));
  };
}
