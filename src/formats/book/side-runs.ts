import type { CheckedUnit } from '../../core/checks/checked-article.ts';
import type { LedgerEntry } from '../../core/ledger/ledger-entry.ts';
import { isTranslatable } from '../../core/model/article.ts';
import type { RichText, Span } from '../../core/model/rich-text.ts';
import type { Leads } from '../../core/text/leads.ts';
import { createRunCutter, cutIntoPieces, type MarkedSpan, type Piece } from '../../core/text/pieces.ts';
import type { Run } from '../../core/text/stretches.ts';
import type { Side } from '../article/article-leads.ts';

/** A term of the glossary, or the text between two. */
export type TermPiece = Piece<LedgerEntry>;

/**
 * The text of a side; null where it is not translated yet. What is the same in both languages is its own translation.
 */
export function textOn({ unit }: CheckedUnit, side: Side): RichText | null {
  if (side === 'fr') return unit.source;
  return unit.target ?? (isTranslatable(unit) ? null : unit.source);
}

/** Whether both sides are one text, which stands once. */
export function isOneText({ unit }: CheckedUnit): boolean {
  return unit.target === null && !isTranslatable(unit);
}

/** Where the terms of a side stand, in order, without overlaps. */
export function termsOn({ unit, entries }: CheckedUnit, side: Side): MarkedSpan<LedgerEntry>[] {
  if (side === 'en' && unit.target === null) return [];
  const marked = entries.flatMap((mention) => {
    const spans = side === 'fr' ? [mention.source] : (mention.rendering?.spans ?? []);
    return spans.map(({ start, end }) => ({ start, end, mention }));
  });
  return marked.sort((a, b) => a.start - b.start).filter((one, i, all) => one.start >= (all[i - 1]?.end ?? 0));
}

/** How a side is cut. */
interface Cut {
  readonly leads: Leads;
  readonly terms: readonly MarkedSpan<LedgerEntry>[];
  /** The whole text where none is given. */
  readonly span?: Span;
}

/** A text, or a stretch of it, in pieces. */
export function piecesOf(rich: RichText, { leads, terms, span }: Cut): TermPiece[] {
  const { start, end } = span ?? { start: 0, end: rich.text.length };
  const marked = terms.filter((term) => term.start < end && term.end > start);
  return cutIntoPieces({ start, end }, marked, createRunCutter(rich, leads));
}

/** Signs and words of runs, without what only leads somewhere. */
export function wordsOfRuns(runs: readonly Run[]): string {
  return runs.map((run) => (run.note === null ? shownText(run) : '')).join('');
}

/** What is read in a run: of a sign that nobody sees, its name. */
export function shownText({ text, hidden }: Run): string {
  return hidden === null ? text : `[${hidden}]`;
}
