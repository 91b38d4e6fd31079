import { type FetchPage, type FetchProgress, PageError } from '../../core/changes/ports/page-fetcher.ts';
import type { Document } from './brought.ts';

/** Fetches a page for whoever waits for an answer; a wait that ends ends the fetching too. */
export type FetchDocument = (
  address: string,
  waiting: {
    readonly owner: string;
    /** Tells that they wait no more. */
    readonly signal: AbortSignal;
    readonly onProgress: (says: string) => void;
  },
) => Promise<Document>;

/** Pages that are fetched at once, by all together: fewer than texts are taken, so that slow servers keep none out. */
const MOST_AT_ONCE = 6;

/**
 * One page at a time for each owner.
 *
 * @throws {PageError}
 */
export function createFetching(fetchPage: FetchPage): FetchDocument {
  const busy = new Set<string>();
  return async (written, { owner, signal, onProgress }) => {
    if (busy.has(owner)) throw new PageError('A page is being fetched for you already; wait for it, or cancel it.');
    if (busy.size >= MOST_AT_ONCE)
      throw new PageError('Many pages are being fetched at this moment; try again in a moment.');
    busy.add(owner);
    try {
      const watch = {
        signal,
        onProgress: (progress: FetchProgress) => onProgress(sentenceOf(progress)),
      };
      const { bytes, name, ...options } = await fetchPage(written, watch);
      return { bytes, file: name, from: options.url, options };
    } finally {
      busy.delete(owner);
    }
  };
}

function sentenceOf(progress: FetchProgress): string {
  if (progress.step === 'asking') return `Asking ${progress.host} …`;
  return `Reading ${progress.host}: ${(progress.bytes / 1_000_000).toFixed(1)} MB so far …`;
}
