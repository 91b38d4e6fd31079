import type { Request, RequestHandler, Response, Router } from 'express';
import type { Library, Snapshot } from '../../core/changes/ports/library.ts';
import { type Changes, changesBetween } from '../../core/changes/snapshot-changes.ts';
import type { ClientOf } from '../clients.ts';
import type { Ways } from '../guard/gate.ts';
import { refuseOtherSites } from '../guard/write-guard.ts';
import { articleFrom } from '../looked-at.ts';
import { createPlaces } from '../places.ts';
import { routerOf } from './table.ts';

/** Pages that are told of changes at once; more wait for a place. */
const MOST_PAGES = 1500;
/**
 * Of them for one other network, so that it cannot take all places.
 *
 * @guard places-of-network → Infinity
 */
const MOST_FOR_NETWORK = 20;
/** Of them for all who come through one trusted proxy. */
const MOST_FOR_PROXY = 1000;
/** Time between two signs of life. Milliseconds. */
const HEARTBEAT = 15_000;
/** A page that does not read is let go. Bytes. */
const MOST_UNSENT = 64 * 1024;

/** Tells every open page when the files changed, and how a run goes on (server-sent events). */
export interface Events {
  readonly router: Router;
  /** A run of an article went on; its page says how far. */
  tellRun(slug: string): void;
  close(): void;
}

export function createEvents(library: Library, { publicOrigin, clientOf }: Ways): Events {
  const audience = createAudience(clientOf);
  let last = library.current();
  const stop = library.onChange((snapshot) => {
    const changes = changesBetween(last, snapshot);
    if (isInBetween(last, snapshot, changes)) return;
    audience.tell(snapshotEvent(snapshot, { before: last.revision, ...changes }));
    last = snapshot;
  });
  const heartbeat = setInterval(() => audience.tell(':\n\n'), HEARTBEAT);
  heartbeat.unref();
  return {
    router: routerOf({ '/events': { GET: [refuseOtherPages(publicOrigin), listen(library, audience)] } }),
    tellRun: (slug) => audience.tell(eventOf('run', { slug })),
    close() {
      stop();
      clearInterval(heartbeat);
      audience.end();
    },
  };
}

/** @guard events-from-elsewhere → (_request, _response, next) => next() */
function refuseOtherPages(publicOrigin: string | null): RequestHandler {
  return (request, _response, next) => {
    refuseOtherSites(request, publicOrigin);
    next();
  };
}

function listen(library: Library, audience: Audience): RequestHandler {
  return (request, response) => {
    const add = audience.placeFor(request);
    if (add === null) {
      response.status(503).set({ 'Retry-After': '30', 'Cache-Control': 'no-store' }).end();
      return;
    }
    response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
    response.flushHeaders();
    add(response);
    const slug = articleFrom(request);
    if (slug !== null) response.on('close', library.attend(slug));
    // The state now comes first, so that a page that was away catches up.
    response.write(`retry: 1000\n${snapshotEvent(library.current())}`);
  };
}

/** The pages that are told. */
interface Audience {
  /** Takes a place: gives the way to add the page, which leaves when its line is closed; null when none is free. */
  placeFor(request: Request): ((page: Response) => void) | null;
  tell(text: string): void;
  end(): void;
}

function createAudience(clientOf: ClientOf): Audience {
  const pages = new Set<Response>();
  const places = createPlaces({ ofNetwork: MOST_FOR_NETWORK, ofProxy: MOST_FOR_PROXY });
  return {
    placeFor(request) {
      const leave = pages.size >= MOST_PAGES ? null : places.take(clientOf(request));
      if (leave === null) return null;
      return (page) => {
        pages.add(page);
        page.on('close', () => {
          pages.delete(page);
          leave();
        });
      };
    },
    tell(text) {
      for (const page of pages) {
        if (page.writableLength > MOST_UNSENT) page.destroy();
        else page.write(text);
      }
    },
    end() {
      for (const page of pages) page.end();
    },
  };
}

/** Articles that were pending were checked, and others still are: that is told once all are. */
function isInBetween(last: Snapshot, now: Snapshot, { articles, glossary, problems }: Changes): boolean {
  const isOnlyChecked = (slug: string) =>
    last.pending.has(slug) && last.articles.get(slug)?.article === now.articles.get(slug)?.article;
  return now.pending.size > 0 && !glossary && !problems && articles.every(isOnlyChecked);
}

/** @param changes since the event before; none in the first event of a page */
function snapshotEvent({ revision }: Snapshot, changes?: Changes & { readonly before: string }): string {
  return eventOf('snapshot', { revision, ...changes });
}

function eventOf(name: 'snapshot' | 'run', told: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(told)}\n\n`;
}
