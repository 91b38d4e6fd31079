import type { Request, Response } from 'express';
import type { Library, Snapshot } from '../../core/changes/library.ts';
import { type Changes, changesBetween } from '../../core/changes/snapshot-changes.ts';
import { createPlaces } from '../guard/places.ts';
import { refuseOtherSites } from '../guard/write-guard.ts';

/** Pages that are told of changes at once; more wait for a place. */
const MOST_PAGES = 1500;
/** Of them for one other network, so that it cannot take all places. */
const MOST_FOR_ADDRESS = 20;
/** Time between two signs of life. Milliseconds. */
const HEARTBEAT = 15_000;
/** A page that does not read is let go. Bytes. */
const MOST_UNSENT = 64 * 1024;

/** Tells every open page when the files changed (server-sent events). */
export interface Events {
  handle(request: Request, response: Response): void;
  close(): void;
}

export function createEvents(library: Library): Events {
  const pages = new Set<Response>();
  const places = createPlaces(MOST_FOR_ADDRESS);
  const tell = (text: string) => {
    for (const page of pages) {
      if (page.writableLength > MOST_UNSENT) page.destroy();
      else page.write(text);
    }
  };
  let last = library.current();
  const stop = library.onChange((snapshot) => {
    tell(eventOf(snapshot, { before: last.revision, ...changesBetween(last, snapshot) }));
    last = snapshot;
  });
  const heartbeat = setInterval(() => tell(':\n\n'), HEARTBEAT);
  heartbeat.unref();
  return {
    handle(request, response) {
      refuseOtherSites(request);
      const leave = pages.size >= MOST_PAGES ? null : places.take(request.socket.remoteAddress ?? '');
      if (leave === null) {
        response.status(503).set({ 'Retry-After': '30', 'Cache-Control': 'no-store' }).end();
        return;
      }
      response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
      response.flushHeaders();
      pages.add(response);
      response.on('close', () => {
        pages.delete(response);
        leave();
      });
      // The state now comes first, so that a page that was away catches up.
      response.write(`retry: 1000\n${eventOf(library.current())}`);
    },
    close() {
      stop();
      clearInterval(heartbeat);
      for (const page of pages) page.end();
    },
  };
}

/** @param changes since the event before; none in the first event of a page */
function eventOf({ revision }: Snapshot, changes?: Changes & { readonly before: string }): string {
  return `event: snapshot\ndata: ${JSON.stringify({ revision, ...changes })}\n\n`;
}
