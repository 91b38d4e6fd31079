import type { RequestHandler, Router } from 'express';
import type { Snapshot } from '../../core/changes/ports/library.ts';
import type { CheckedArticle } from '../../core/checks/checked-article.ts';
import type { Slices } from '../../core/model/slices.ts';
import { articlePage } from '../pages/article/article-page.ts';
import { ledgerReport } from '../pages/article/ledger-report.ts';
import { candidatesPage } from '../pages/glossary/candidates-page.ts';
import type { Views } from '../pages/views.ts';
import { type ExportPorts, exportArticle } from './article-export.ts';
import { findArticle } from './find.ts';
import { partOf } from './requests.ts';
import type { Sender } from './sending.ts';
import { routerOf } from './table.ts';

interface ArticlePorts extends ExportPorts {
  readonly send: Sender;
}

/**
 * An article: as it is read, its ledger, and what the glossary may lack of it, as files to take away. These only read:
 * nothing is written, called or paid for.
 */
export function createArticleRoutes(ports: ArticlePorts): Router {
  return routerOf({
    '/articles/:slug': { GET: [show(ports, 'article', articlePage)] },
    '/articles/:slug/ledger.json': { GET: [sendLedger(ports)] },
    '/articles/:slug/candidates': { GET: [show(ports, 'candidates', candidatesPage)] },
    '/articles/:slug/export/:format': { GET: [exportArticle(ports)] },
  });
}

function show<View extends 'article' | 'candidates'>(
  { library, send }: ArticlePorts,
  view: View,
  pageOf: (checked: CheckedArticle, snapshot: Snapshot) => Slices<Views[View]>,
): RequestHandler {
  return (request, response) => {
    const snapshot = library.current();
    return send.page(response, view, pageOf(findArticle(snapshot, partOf(request, 'slug')), snapshot));
  };
}

function sendLedger({ library, send }: ArticlePorts): RequestHandler {
  return (request, response) => {
    const snapshot = library.current();
    return send.json(response, ledgerReport(findArticle(snapshot, partOf(request, 'slug')), snapshot.revision));
  };
}
