import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { GlossaryStore } from '../core/changes/glossary-store.ts';
import type { History } from '../core/changes/history.ts';
import type { Library } from '../core/changes/library.ts';
import { createJobs, type Translation } from '../translate/jobs.ts';
import { type AssetFolder, readAssets, serveAssets } from './assets.ts';
import { createPageCache } from './cache.ts';
import { allowOnly, errorHandler, notFound } from './errors.ts';
import { createGate } from './guard/gate.ts';
import { createHostGuard } from './guard/host-guard.ts';
import type { PasswordCheck } from './guard/password.ts';
import { createWriteGuard, refuseForeign } from './guard/write-guard.ts';
import { createEntryApi } from './routes/entry-api.ts';
import { createEntryRoutes } from './routes/entry-routes.ts';
import { createEvents } from './routes/events.ts';
import { createRoutes } from './routes/routes.ts';
import { createSignInRoutes, wantSignIn } from './routes/sign-in.ts';
import { createTranslateRoutes } from './routes/translate-routes.ts';
import { createSavedNotice, createUndoRoutes } from './routes/undo-routes.ts';
import { createUnitRoutes } from './routes/unit-routes.ts';

export interface AppOptions {
  readonly library: Library;
  readonly log: Logger;
  /** Folder of the EJS templates. */
  readonly views: string;
  readonly assets: readonly AssetFolder[];
  /** Host names the server answers to, without port. */
  readonly hosts: readonly string[];
  readonly translation: Translation;
  readonly glossary: GlossaryStore;
  readonly history: History;
  /** Whether pages may change anything: not where other machines reach the server and no password is set. */
  readonly writable: boolean;
  /** Null when no password is asked for. */
  readonly password: PasswordCheck | null;
  /** Milliseconds, from any start; for sign-ins that end. */
  readonly now: () => number;
  /** The port it listens on; asked when the first request comes. */
  readonly port: () => number;
}

/** The site as the server needs it. */
export interface Site {
  readonly listener: RequestListener;
  /** Ends the lines on which pages wait for changes, and the runs of engines: what is under way there is still saved. */
  close(): Promise<void>;
}

/**
 * The whole site. In front stand the host guard and the pages already made; Express makes what is not there yet.
 */
export function createApp(options: AppOptions): Site {
  const { library, log, views, assets, hosts, port, translation, glossary, history } = options;
  const jobs = createJobs(library, translation);
  const cache = createPageCache();
  library.onChange(cache.clear);
  const refuse = createHostGuard(hosts, port);

  const app = express();
  app.disable('x-powered-by').disable('etag').enable('case sensitive routing').enable('view cache');
  app.set('views', views).set('view engine', 'ejs');
  app.use(securityHeaders());
  app.use((request, response, next) => {
    const refusal = refuse(request);
    if (refusal === null) return next();
    response.status(refusal.status).type('text/plain').set('Cache-Control', 'no-store').send(`${refusal.message}\n`);
  });
  app.use((request, response, next) => {
    response.on('finish', () => log.debug(`${request.method} ${request.originalUrl} ${response.statusCode}`));
    next();
  });
  let closing = false;
  app.use((request, response, next) => {
    if (!closing || request.method === 'GET' || request.method === 'HEAD') return next();
    response.status(503).set({ 'Retry-After': '5', Connection: 'close' }).type('text/plain');
    response.send('The server is about to end; nothing was saved. Send it again in a moment.\n');
  });
  app.use(serveAssets(readAssets(assets)));
  const events = createEvents(library);
  app.get('/events', events.handle);
  useWriteGuards(app, options);
  app.use(createSavedNotice(history));
  app.use(createRoutes(library, cache));
  app.use(createTranslateRoutes(library, translation, jobs));
  app.use(createUnitRoutes({ library, history, ...translation }));
  app.use(createUndoRoutes(library, history));
  app.use(createEntryApi({ library, glossary }));
  app.use(createEntryRoutes({ library, glossary }));
  app.all('/glossary/:id', allowOnly('GET', 'HEAD', 'POST'));
  app.use(notFound);
  app.use(errorHandler(library, log));

  const listener: RequestListener = (request, response) => {
    if (refuse(request) === null && cache.answer(request, response)) return;
    app(request, response);
  };
  return {
    listener,
    close() {
      closing = true;
      events.close();
      return jobs.end();
    },
  };
}

/** Pages that lead to the sign-in where a password is set. */
const EDITING_PAGES = ['/articles/:slug/units/:unit', '/articles/:slug/translate', '/add-term', '/changes'];

/** What stands before every change: first where it comes from, then whether anything, and by whom, may be changed. */
function useWriteGuards(app: Express, { library, writable, password, now }: AppOptions): void {
  const gate = password === null ? null : createGate(password, now);
  app.locals['writable'] = writable;
  app.locals['hasSignIn'] = gate !== null;
  app.use(refuseForeign);
  if (gate !== null) {
    app.use(createSignInRoutes(library, gate));
    app.get(EDITING_PAGES, wantSignIn(gate));
  }
  app.use(createWriteGuard(writable, gate));
}

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
  });
}

/** A server with limits against slow and endless requests. Milliseconds. */
export function createHttpServer(listener: RequestListener): Server {
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000, maxHeaderSize: 16_384 }, listener);
  server.maxConnections = 2000;
  return server;
}

/** Starts listening. Rejects with the system’s error, EADDRINUSE among them. */
export function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}
