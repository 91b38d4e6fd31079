import type { TermMatch } from '../matcher/match.ts';
import type { Reading } from '../matcher/term-index.ts';
import type { Span } from '../model/rich-text.ts';
import type { LooseRendering } from './loose-rendering.ts';

/** What the target made of a source term. Design section 2. */
export const VERDICTS = ['preferred', 'admitted', 'deprecated', 'missing', 'waived'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What answers a source term in the target. */
export interface Rendering {
  /** One span, or the parts of a compound in reading order. */
  readonly spans: readonly Span[];
  /** The term used; null for a compound in parts or its head alone. */
  readonly reading: Reading | null;
  /** `parts` and `head` as in {@link LooseRendering}. */
  readonly how: 'term' | LooseRendering['how'];
}

/** One source term and what became of it. */
export interface LedgerEntry {
  readonly reading: Reading;
  readonly source: Span;
  readonly verdict: Verdict;
  /** Null when missing, and for a repeat that needs no rendering of its own. */
  readonly rendering: Rendering | null;
  /** A repeat of a concept of which one rendering in the unit is enough. */
  readonly repeat: boolean;
  /** Why a person accepted it; only when waived. */
  readonly reason: string | null;
  /** Shorter terms inside this one, not asked for. */
  readonly shadowed: readonly TermMatch[];
}
