import type { Snapshot } from '../../core/changes/library.ts';
import { explain } from '../../core/checks/check-article.ts';
import type { CheckedUnit } from '../../core/checks/checked-article.ts';
import type { LedgerEntry, Verdict } from '../../core/ledger/ledger-entry.ts';
import type { Concept } from '../../core/model/concept.ts';
import type { Slices } from '../../core/model/slices.ts';
import { unitAddress } from '../addresses.ts';
import { pilcrow } from './wording.ts';

/** Characters of context on each side of a term in the concordance. */
const CONTEXT = 60;

/** One line of a concordance: the words around a term on both sides. */
export interface Concordance {
  readonly href: string;
  /** “essai ¶7” */
  readonly label: string;
  readonly verdict: Verdict;
  readonly source: InContext;
  readonly target: InContext | null;
  readonly why: string;
}

interface InContext {
  readonly before: string;
  readonly term: string;
  readonly after: string;
}

/** Where a concept stands in all articles that have a translation. */
export function* occurrencesOf(concept: Concept, { articles }: Snapshot): Slices<Concordance[]> {
  const found: Concordance[] = [];
  for (const [slug, article] of articles) {
    yield;
    if (!article.summary.uses.has(concept)) continue;
    for (const unit of article.units)
      for (const entry of unit.entries)
        if (entry.reading.concept === concept) found.push(concordanceLine(slug, unit, entry));
  }
  return found;
}

function concordanceLine(slug: string, { unit }: CheckedUnit, entry: LedgerEntry): Concordance {
  const spans = entry.rendering?.spans ?? [];
  const [first, last] = [spans[0], spans.at(-1)];
  return {
    href: unitAddress(slug, unit.id),
    label: `${slug} ${pilcrow(unit.id)}`,
    verdict: entry.verdict,
    source: inContext(unit.source.text, entry.source.start, entry.source.end),
    target: first && last && unit.target ? inContext(unit.target.text, first.start, last.end) : null,
    why: explain(unit, entry),
  };
}

/** A term with the words around it, cut at spaces. */
function inContext(text: string, start: number, end: number): InContext {
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  const after = text.slice(end, end + CONTEXT);
  return {
    before: start > CONTEXT ? `…${before.replace(/^\S*/, '')}` : before,
    term: text.slice(start, end),
    after: end + CONTEXT < text.length ? `${after.replace(/\S*$/, '')}…` : after,
  };
}
