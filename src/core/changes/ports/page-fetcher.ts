/** A page as its server sent it. */
export interface FetchedPage {
  /** Unpacked, and at most as much as a document may be. */
  readonly bytes: Uint8Array;
  /** Of a file that is no page, by which its kind is told: `fleuve.md`; '' for a page. */
  readonly name: string;
  /** Media type without what follows it, in small letters: `text/html`. */
  readonly type: string;
  /** The encoding that the server names; null where it names none. */
  readonly charset: string | null;
  /** The address that answered in the end, after redirects. */
  readonly url: string;
}

/** How far it is, for a person who waits. */
export type FetchProgress =
  | { readonly step: 'asking'; readonly host: string }
  | {
      readonly step: 'reading';
      readonly host: string;
      /** Bytes so far, unpacked. */
      readonly bytes: number;
    };

/** What tells when nobody waits any more; an `AbortSignal` is one. */
export interface Cancellation {
  readonly aborted: boolean;
  addEventListener(type: 'abort', act: () => void): void;
  removeEventListener(type: 'abort', act: () => void): void;
}

export interface FetchWatch {
  readonly signal?: Cancellation;
  readonly onProgress?: (progress: FetchProgress) => void;
}

/**
 * Fetches a page of the public internet that a person named, once.
 *
 * @throws {PageError}
 */
export type FetchPage = (address: string, watch?: FetchWatch) => Promise<FetchedPage>;

/** The same for a person at the machine itself, who may name an address of their own network. */
export type FetchAnyPage = (
  address: string,
  watch?: FetchWatch & { readonly allowPrivate?: boolean },
) => Promise<FetchedPage>;

/** Why there is no page, and what to do instead, in one sentence for a person. Never holds what the server sent. */
export class PageError extends Error {}
