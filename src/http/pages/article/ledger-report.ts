import { explain, explainAside } from '../../../core/checks/article/explain-unit.ts';
import type { CheckedArticle } from '../../../core/checks/checked-article.ts';
import type { LedgerEntry, OtherSense } from '../../../core/ledger/ledger-entry.ts';
import type { Unit } from '../../../core/model/article.ts';
import type { Span } from '../../../core/model/rich-text.ts';
import { mapSlices, type Slices } from '../../../core/model/slices.ts';

/** The ledger as people’s scripts read it; design section 6, `GET /articles/:slug/ledger.json`. */
export function* ledgerReport({ article, units, unchecked }: CheckedArticle, revision: string): Slices<object> {
  return {
    slug: article.slug,
    revision,
    // No terms of it are known then, which is not to be taken for none.
    ...(unchecked === null ? {} : { unchecked }),
    units: yield* mapSlices(units, ({ unit, entries, otherSenses, stale }) => ({
      unit: unit.id,
      source: unit.source.text,
      target: unit.target?.text ?? null,
      state: stale.length > 0 ? 'stale' : unit.state,
      terms: entries.map((entry) => ({
        concept: entry.reading.concept.id,
        verdict: entry.verdict,
        source: textAt(unit.source.text, entry.source),
        target: renderingAt(unit.target?.text ?? '', entry),
        why: explain(unit, entry),
      })),
      ...(otherSenses.length === 0 ? {} : { otherSenses: otherSenses.map((other) => aside(unit, other)) }),
    })),
  };
}

/** A word that does not count, for whoever asks why it is not among the terms. */
function aside(unit: Unit, other: OtherSense) {
  const { reading, source } = other;
  return { concept: reading.concept.id, source: textAt(unit.source.text, source), why: explainAside(unit, other) };
}

function textAt(text: string, { start, end }: Span) {
  return { text: text.slice(start, end), start, end };
}

/** One span, from the first part of a rendering to its last. */
function renderingAt(target: string, { rendering }: LedgerEntry) {
  const [first, last] = [rendering?.spans[0], rendering?.spans.at(-1)];
  return first === undefined || last === undefined ? null : textAt(target, { start: first.start, end: last.end });
}
