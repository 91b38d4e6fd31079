import type { Request, RequestHandler, Response, Router } from 'express';
import type { Library, Snapshot } from '../../core/changes/library.ts';
import { type Changes, changesBetween } from '../../core/changes/snapshot-changes.ts';
import { isLoopback } from '../../core/text/loopback.ts';
import { refuseOtherSites } from '../guard/write-guard.ts';
import { routerOf } from './table.ts';

/** Pages that are told of changes at once; more wait for a place. */
const MOST_PAGES = 1500;
/** Of them for one other machine, so that it cannot take all places. */
const MOST_FOR_ADDRESS = 20;
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

export function createEvents(library: Library): Events {
  const audience = createAudience();
  let last = library.current();
  const stop = library.onChange((snapshot) => {
    audience.tell(snapshotEvent(snapshot, { before: last.revision, ...changesBetween(last, snapshot) }));
    last = snapshot;
  });
  const heartbeat = setInterval(() => audience.tell(':\n\n'), HEARTBEAT);
  heartbeat.unref();
  return {
    router: routerOf({ '/events': { GET: [listen(library, audience)] } }),
    tellRun: (slug) => audience.tell(eventOf('run', { slug })),
    close() {
      stop();
      clearInterval(heartbeat);
      audience.end();
    },
  };
}

function listen(library: Library, audience: Audience): RequestHandler {
  return (request, response) => {
    refuseOtherSites(request);
    if (!audience.hasPlace(request)) {
      response.status(503).set({ 'Retry-After': '30', 'Cache-Control': 'no-store' }).end();
      return;
    }
    response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
    response.flushHeaders();
    audience.add(request, response);
    // The state now comes first, so that a page that was away catches up.
    response.write(`retry: 1000\n${snapshotEvent(library.current())}`);
  };
}

/** The pages that are told. */
interface Audience {
  hasPlace(request: Request): boolean;
  /** A page leaves when its line is closed. */
  add(request: Request, page: Response): void;
  tell(text: string): void;
  end(): void;
}

function createAudience(): Audience {
  const addresses = new Map<Response, string>();
  return {
    hasPlace({ socket: { remoteAddress = '' } }) {
      if (addresses.size >= MOST_PAGES) return false;
      if (isLoopback(remoteAddress)) return true;
      return [...addresses.values()].filter((address) => address === remoteAddress).length < MOST_FOR_ADDRESS;
    },
    add({ socket: { remoteAddress = '' } }, page) {
      addresses.set(page, remoteAddress);
      page.on('close', () => addresses.delete(page));
    },
    tell(text) {
      for (const page of addresses.keys()) {
        if (page.writableLength > MOST_UNSENT) page.destroy();
        else page.write(text);
      }
    },
    end() {
      for (const page of addresses.keys()) page.end();
    },
  };
}

/** @param changes since the event before; none in the first event of a page */
function snapshotEvent({ revision }: Snapshot, changes?: Changes & { readonly before: string }): string {
  return eventOf('snapshot', { revision, ...changes });
}

function eventOf(name: 'snapshot' | 'run', told: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(told)}\n\n`;
}
