import type { Alignment } from '../alignment/sentence-pairs.ts';
import type { Reading } from '../matcher/index-part.ts';
import type { Span } from '../model/rich-text.ts';
import type { LooseRendering } from './loose-rendering.ts';

/** What the target made of a source term. Design section 2. */
export type Verdict = 'preferred' | 'admitted' | 'deprecated' | 'missing' | 'waived';

/** What answers a source term in the target. */
export interface Rendering {
  /** One span, or the parts of a compound in reading order. */
  readonly spans: readonly Span[];
  /** The term used; null for a compound in parts or its head alone. */
  readonly reading: Reading | null;
  /** As in {@link LooseRendering}; `term`: one of its forms. */
  readonly how: LooseRendering['how'];
}

/** What became of the terms of a source in its target. */
export interface Ledger {
  /** One for each source term that counts, in reading order. */
  readonly entries: readonly LedgerEntry[];
  /** Those that do not count, in reading order. */
  readonly otherSenses: readonly OtherSense[];
  /** The sentences of both sides, and which belong together. */
  readonly alignment: Alignment;
}

/** A word of the source that is a term elsewhere, and something else here; nothing is asked of the target. */
export interface OtherSense {
  readonly reading: Reading;
  readonly source: Span;
  /** What shows it: the word in front that makes a verb of it, or what the entry names under `unless`. */
  readonly evidence: Span & { readonly side: 'source' | 'target' };
}

/** One source term and what became of it. */
export interface LedgerEntry {
  /** Which of the terms found in the source it is, from 0; the same whatever the target says. */
  readonly number: number;
  readonly reading: Reading;
  readonly source: Span;
  readonly verdict: Verdict;
  /** Null when missing, and for a repeat that needs no rendering of its own. */
  readonly rendering: Rendering | null;
  /** A repeat of a concept of which one rendering in the unit is enough. */
  readonly repeat: boolean;
  /** Why a person accepted it; only when waived. */
  readonly reason: string | null;
}
