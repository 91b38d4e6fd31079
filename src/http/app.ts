import type { IncomingMessage, RequestListener } from 'node:http';
import express, { type Express, type Request, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { ArticleFiles } from '../core/changes/ports/article-files.ts';
import type { ArticleMoves } from '../core/changes/ports/article-moves.ts';
import type { Author } from '../core/changes/ports/author.ts';
import type { GlossaryStore } from '../core/changes/ports/glossary-store.ts';
import type { History } from '../core/changes/ports/history.ts';
import type { Library } from '../core/changes/ports/library.ts';
import type { FetchPage } from '../core/changes/ports/page-fetcher.ts';
import type { SharedStore } from '../core/changes/ports/shared-store.ts';
import { createKeyedTurns } from '../core/model/keyed-turns.ts';
import type { Pacer } from '../core/model/slices.ts';
import type { DocumentReader } from '../formats/document/blocks/document-reader.ts';
import type { ImportReader } from '../formats/import/read-import.ts';
import { createJobs, type Jobs, type Translation } from '../translate/jobs.ts';
import { addressMeant, plainAddress } from './address.ts';
import { signInAddress } from './addresses.ts';
import { isReading } from './answer.ts';
import { type AssetFolder, readAssets, serveAssets } from './assets.ts';
import { type Asker, createPageCache, type PageCache, pageKey } from './cache.ts';
import type { ClientOf } from './clients.ts';
import { createGate, type Gate, type GateKeys, nameAuthor, seenThrough } from './guard/gate.ts';
import { createHostGuard, type OwnNames, originFor } from './guard/host-guard.ts';
import { createForeignGuard, createWriteGuard, type ReadOnly } from './guard/write-guard.ts';
import { waitForArticle } from './looked-at.ts';
import { networkOf } from './network.ts';
import type { SiteLocals } from './pages/frame/frame.ts';
import { createReadyLists } from './pages/glossary/ready-lists.ts';
import { createSearches } from './pages/search/search-results.ts';
import { createShelves } from './pages/shelf/shelf-list.ts';
import { createParcels } from './parcels.ts';
import { createAddRoutes } from './routes/add.ts';
import { createArticleRoutes } from './routes/articles.ts';
import type { Brought } from './routes/brought.ts';
import { createChangeRoutes, createSavedNotice } from './routes/changes.ts';
import { createConceptRoutes } from './routes/concepts.ts';
import { createEvents } from './routes/events.ts';
import { errorHandler, notFound } from './routes/failures.ts';
import { createGlossaryRoutes } from './routes/glossary.ts';
import { createHealthRoutes } from './routes/health.ts';
import { createImportRoutes } from './routes/import.ts';
import type { Imported } from './routes/imported.ts';
import { createPairsRoutes } from './routes/pairs.ts';
import { createParcelRoutes } from './routes/parcel.ts';
import type { ReadSource } from './routes/parcel-text.ts';
import { createPictureRoutes } from './routes/pictures.ts';
import { createSearchRoutes } from './routes/search.ts';
import { createSender } from './routes/sending.ts';
import { createShelfRoutes } from './routes/shelf.ts';
import { createSignInRoutes, wantWriter } from './routes/sign-in.ts';
import { createTranslationRoutes } from './routes/translation.ts';
import { createUnitRoutes } from './routes/units.ts';
import { useViews } from './view-engine.ts';

export interface AppOptions {
  readonly library: Library;
  readonly log: Logger;
  /** Drives all that takes long. */
  readonly pacer: Pacer;
  /** Folder of the EJS templates. */
  readonly views: string;
  readonly assets: readonly AssetFolder[];
  /** What the server answers to. */
  readonly names: OwnNames;
  readonly translation: Translation;
  readonly glossary: GlossaryStore;
  readonly articles: ArticleMoves;
  readonly documents: DocumentReader;
  readonly imports: ImportReader;
  readonly readSource: ReadSource;
  readonly fetchPage: FetchPage;
  readonly history: History;
  /** Null where there is no other copy to share with. */
  readonly shared: SharedStore | null;
  readonly files: ArticleFiles;
  /** Of this program, as files to take away name it. */
  readonly version: string;
  /** Where requests come from, behind proxies that are trusted too. */
  readonly clientOf: ClientOf;
  /** Why pages may change nothing; null where they may. */
  readonly readOnly: ReadOnly | null;
  /** Null when nobody is asked who they are. */
  readonly keys: GateKeys | null;
  /** Milliseconds, from any start; for sign-ins that end. */
  readonly now: () => number;
  readonly author: Author;
}

/** The application as the server needs it. */
export interface App {
  readonly listener: RequestListener;
  /**
   * Ends the lines on which pages wait for changes, and the runs of engines: what is under way there is still saved.
   */
  close(): Promise<void>;
}

/**
 * The whole site. In front stand the host guard and the pages already made; Express makes what is not there yet.
 */
export function createApp(options: AppOptions): App {
  const { library, log, views, names, keys, now, translation } = options;
  const cache = createPageCache();
  library.onChange(cache.clear);
  const refuse = createHostGuard(names);
  const ways = { publicOrigin: names.publicOrigin, clientOf: options.clientOf };
  const gate = keys === null ? null : createGate(keys, now, ways);
  const events = createEvents(library, ways);
  const jobs = createJobs(library, translation, events.tellRun);
  const end = createEnd();

  const app = express();
  app.disable('x-powered-by').disable('etag').enable('case sensitive routing');
  useViews(app, views, options.pacer);
  Object.assign(app.locals, { publicOrigin: names.publicOrigin } satisfies Partial<SiteLocals>);
  const askerOf = (request: IncomingMessage): Asker => ({
    seen: options.readOnly === null ? seenThrough(gate, request) : 'reading',
    origin: originFor(request, names.publicOrigin),
  });
  app.use(tellOfReader(askerOf, gate !== null && (gate.asks.name || gate.asks.password)));
  app.use(securityHeaders(), answerRefusal(refuse), logAnswers(log), end.refuseWrites);
  app.use(serveAssets(readAssets(options.assets)), events.router);
  useResources(app, options, { cache, gate, jobs });
  app.use(notFound, errorHandler(library, log));
  return {
    listener(request, response) {
      request.url = addressMeant(plainAddress(request.url ?? ''), library.current().articles.keys());
      if (refuse(request) === null && cache.answer(pageKey(request.url, askerOf(request)), request, response)) return;
      app(request, response);
    },
    close() {
      end.begin();
      events.close();
      return jobs.end();
    },
  };
}

/**
 * What is read and written, behind what stands before every change: where it comes from, whether it may be, by whom.
 */
function useResources(
  app: Express,
  options: AppOptions,
  { cache, gate, jobs }: { cache: PageCache; gate: Gate | null; jobs: Jobs },
): void {
  const { library, glossary, articles, documents, imports, readSource, fetchPage, history, translation, files } =
    options;
  const ports = {
    ...{ library, glossary, articles, documents, imports, readSource, fetchPage, history, files, translation },
    ...translation,
    shared: options.shared,
    ...{ send: createSender(cache, options.pacer), pacer: options.pacer, version: options.version },
    glossaryList: createReadyLists({
      ...options,
      onTrouble: (error) => options.log.error(error, 'the list of the glossary could not be made'),
    }),
    ...{ shelf: createShelves(options.pacer), searches: createSearches(options.pacer) },
    ...{ signedIn: wantWriter(options.readOnly, gate), author: options.author.current, person: options.author.person },
    parcels: createParcels<Brought>(options.now),
    imported: createParcels<Imported>(options.now),
    idTurns: createKeyedTurns(),
    ownerOf: gate?.ownerOf ?? ((request: Request) => networkOf(options.clientOf(request).address)),
    jobs,
  };
  app.use(createForeignGuard(options.names.publicOrigin), waitForArticle(library));
  if (gate !== null) app.use(createSignInRoutes({ library, gate }));
  app.use(createWriteGuard(options.readOnly, gate), nameAuthor(options.author, gate), createSavedNotice(ports));
  app.use(createAddRoutes(ports), createParcelRoutes(ports), createPairsRoutes(ports), createShelfRoutes(ports));
  app.use(createPictureRoutes(ports), createArticleRoutes(ports), createImportRoutes(ports), createSearchRoutes(ports));
  app.use(createUnitRoutes(ports), createTranslationRoutes(ports));
  app.use(createGlossaryRoutes(ports), createConceptRoutes(ports), createChangeRoutes(ports));
  app.use(createHealthRoutes(library, options.shared));
}

/** Lets every page know what the one who asks for it may do, and where they are. */
function tellOfReader(askerOf: (request: Request) => Asker, hasSignIn: boolean): RequestHandler {
  return (request, response, next) => {
    const signInAt = hasSignIn ? signInAddress(request.path) : null;
    const asker = askerOf(request);
    const may = { writable: asker.seen !== 'reading', approves: asker.seen === 'approving' };
    Object.assign(response.locals, { ...asker, ...may, signInAt } satisfies SiteLocals);
    next();
  };
}

function answerRefusal(refuse: ReturnType<typeof createHostGuard>): RequestHandler {
  return (request, response, next) => {
    const refusal = refuse(request);
    if (refusal === null) return next();
    response.status(refusal.status).type('text/plain').set('Cache-Control', 'no-store').send(`${refusal.message}\n`);
  };
}

function logAnswers(log: Logger): RequestHandler {
  return (request, response, next) => {
    response.on('finish', () => log.debug(`${request.method} ${request.originalUrl} ${response.statusCode}`));
    next();
  };
}

/** Once the server is about to end, nothing more is written; reading goes on as long as it can. */
function createEnd(): { readonly refuseWrites: RequestHandler; begin(): void } {
  let isEnding = false;
  return {
    refuseWrites(request, response, next) {
      if (!isEnding || isReading(request)) return next();
      response.status(503).set({ 'Retry-After': '5', Connection: 'close' }).type('text/plain');
      response.send('The server is about to end; nothing was saved. Send it again in a moment.\n');
    },
    begin() {
      isEnding = true;
    },
  };
}

/**
 * What is ours goes into no page of another site.
 *
 * @guard resource-policy → false
 */
const OWN_RESOURCES = { policy: 'same-origin' } as const;

/** Nothing from elsewhere, no frames, no inline script; plain http stays possible on one’s own machine. */
function securityHeaders() {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
    // Not “no-referrer”: under that a browser sends no Origin with a form of our own.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    crossOriginResourcePolicy: OWN_RESOURCES,
  });
}
