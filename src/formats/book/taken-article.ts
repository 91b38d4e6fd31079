import type { StoredPicture } from '../../core/changes/picture-store.ts';
import type { CheckedArticle } from '../../core/checks/checked-article.ts';

/** An article with all that a file made of it holds, in one state. */
export interface TakenArticle {
  readonly checked: CheckedArticle;
  /** The catalogue as it is kept; null where there is none. */
  readonly catalogue: string | null;
  /** The images that lie beside its text, by name. */
  readonly pictures: ReadonlyMap<string, StoredPicture>;
  /** Of this program. */
  readonly version: string;
}

/** How the pairs of a book stand on its pages. */
export const LAYOUTS = ['pairs', 'table'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** What may be chosen of a file that is taken away. A format heeds those that it names. */
export interface ExportOptions {
  /** The English under the French, or beside it. */
  readonly layout: Layout;
  /** The English is there when it is asked for. */
  readonly hidden: boolean;
  /** The terms of the glossary are marked. */
  readonly terms: boolean;
  /** Drafts come along where they else would not. */
  readonly drafts: boolean;
  /** Without marks. */
  readonly plain: boolean;
  /** The French stands where an English is to come. */
  readonly prefill: boolean;
  /** A paragraph in its sentences, where they go one for one with those of its English. */
  readonly segments: boolean;
}

export type ExportOption = keyof ExportOptions;

export const NO_OPTIONS: ExportOptions = {
  layout: 'pairs',
  hidden: false,
  terms: false,
  drafts: false,
  plain: false,
  prefill: false,
  segments: false,
};
