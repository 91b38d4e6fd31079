import type { Request, Response } from 'express';
import type { Library, Snapshot } from '../../core/changes/library.ts';
import { type Changes, changesBetween } from '../../core/changes/snapshot-changes.ts';
import { refuseOtherSites } from '../guard/write-guard.ts';

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
  handle(request: Request, response: Response): void;
  /** A run of an article went on; its page says how far. */
  tellRun(slug: string): void;
  close(): void;
}

export function createEvents(library: Library): Events {
  const pages = new Set<Response>();
  const byAddress = new Map<string, number>();
  const tell = (text: string) => {
    for (const page of pages) {
      if (page.writableLength > MOST_UNSENT) page.destroy();
      else page.write(text);
    }
  };
  let last = library.current();
  const stop = library.onChange((snapshot) => {
    tell(snapshotEvent(snapshot, { before: last.revision, ...changesBetween(last, snapshot) }));
    last = snapshot;
  });
  const heartbeat = setInterval(() => tell(':\n\n'), HEARTBEAT);
  heartbeat.unref();
  return {
    handle(request, response) {
      refuseOtherSites(request);
      const { remoteAddress = '' } = request.socket;
      const others = isOwnMachine(remoteAddress) ? 0 : (byAddress.get(remoteAddress) ?? 0);
      if (pages.size >= MOST_PAGES || others >= MOST_FOR_ADDRESS) {
        response.status(503).set({ 'Retry-After': '30', 'Cache-Control': 'no-store' }).end();
        return;
      }
      response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
      response.flushHeaders();
      pages.add(response);
      byAddress.set(remoteAddress, (byAddress.get(remoteAddress) ?? 0) + 1);
      response.on('close', () => {
        pages.delete(response);
        const left = (byAddress.get(remoteAddress) ?? 1) - 1;
        if (left > 0) byAddress.set(remoteAddress, left);
        else byAddress.delete(remoteAddress);
      });
      // The state now comes first, so that a page that was away catches up.
      response.write(`retry: 1000\n${snapshotEvent(library.current())}`);
    },
    tellRun: (slug) => tell(eventOf('run', { slug })),
    close() {
      stop();
      clearInterval(heartbeat);
      for (const page of pages) page.end();
    },
  };
}

function isOwnMachine(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}

/** @param changes since the event before; none in the first event of a page */
function snapshotEvent({ revision }: Snapshot, changes?: Changes & { readonly before: string }): string {
  return eventOf('snapshot', { revision, ...changes });
}

function eventOf(name: 'snapshot' | 'run', told: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(told)}\n\n`;
}
