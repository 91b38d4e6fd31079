import type { CheckedArticle, UnitLedger } from '../../checks/checked-article.ts';
import type { Glossary } from '../../checks/glossary/check-glossary.ts';
import type { Problem } from '../../checks/problem.ts';
import type { Article } from '../../model/article.ts';
import type { EntryChange } from './entry-change.ts';

/** Everything there is to show at one moment, made from the files alone. Immutable: a change makes a new one. */
export interface Snapshot {
  /** Content hash of all the files read; another one while articles are pending. */
  readonly revision: string;
  readonly glossary: Glossary;
  /** Paths relative to the root. */
  readonly glossaryFiles: readonly string[];
  /** By slug, in order. */
  readonly articles: ReadonlyMap<string, CheckedArticle>;
  /**
   * Slugs of those that still stand as they were checked with another glossary, or without a verdict as they were not
   * checked since the start, and are being checked with this one.
   */
  readonly pending: ReadonlySet<string>;
  /** What the files have wrong, by file and line. Where a file is broken its last good version is in use. */
  readonly problems: readonly Problem[];
}

/** The files under one root, always in their newest good state. */
export interface Library {
  current(): Snapshot;
  /**
   * Reads the files again now; resolves when the new snapshot is in use. After a change of the glossary articles may be
   * pending in it, but never one whose own files changed.
   *
   * @param named the files that changed, relative to the root, where that is known: others are looked at later
   */
  reload(named?: readonly string[]): Promise<void>;
  /** Resolves when an article is not pending; it is checked before others. */
  checked(slug: string): Promise<void>;
  /**
   * Resolves when the findings of the glossary are those of its entries: after a change of a large one they come
   * behind.
   */
  tested(): Promise<void>;
  /** Resolves when no article is pending and the entries are tested. */
  settled(): Promise<void>;
  /**
   * Somebody has the page of an article open, so that it is among the first to be checked. Returns the way to say that
   * it was closed.
   */
  attend(slug: string): () => void;
  /** What would be there after a change of the glossary; nothing is written, nothing replaced. */
  preview(change: EntryChange): Promise<Preview>;
  /** Calls back after each change. Returns the way to stop. */
  onChange(listener: (snapshot: Snapshot) => void): () => void;
  close(): Promise<void>;
}

/** What a change of one entry would make of everything. */
export interface Preview {
  /** What there is, with the glossary of now, whatever was checked with it. */
  readonly before: Pick<Snapshot, 'glossary' | 'articles'>;
  readonly glossary: Glossary;
  /** By slug, in order: those that it may bear on. */
  readonly articles: ReadonlyMap<string, PreviewedArticle>;
}

export interface PreviewedArticle {
  readonly article: Article;
  /**
   * Paragraphs that it may bear on, in order, and beside them drafts that say the same French as one of these. Null
   * where what it makes of them cannot be found out.
   */
  readonly units: readonly PreviewedUnit[] | null;
}

export interface PreviewedUnit {
  /** What the paragraph makes of the terms. */
  readonly before: UnitLedger;
  /** What it would; the very same object where the change does not bear on it. */
  readonly after: UnitLedger;
}
