import { sortFindings } from '../checks/accepted.ts';
import { countStandings, summarize } from '../checks/article/standing-counts.ts';
import type { Finding } from '../checks/finding.ts';
import { acceptedOnce } from '../checks/findings-once.ts';
import type { Glossary } from '../checks/glossary/check-glossary.ts';
import { checkPair } from '../checks/pair/check-pair.ts';
import { answeredTerms } from '../checks/pair/numbers.ts';
import type { KnownFrench } from '../checks/pair/pair-rule.ts';
import { tellEntry, tellOtherSense } from '../ledger/explain.ts';
import { ledgerSlices } from '../ledger/ledger.ts';
import type { LedgerEntry, OtherSense } from '../ledger/ledger-entry.ts';
import { createPairStamps } from '../ledger/pair-stamps.ts';
import { possibleRepairs, type RepairStep } from '../ledger/repair.ts';
import { findAllTerms } from '../matcher/match.ts';
import { termIndexSlices } from '../matcher/term-index.ts';
import type { Waiver } from '../model/article.ts';
import type { Concept } from '../model/concept.ts';
import type { RichText, Span } from '../model/rich-text.ts';
import type { Slices } from '../model/slices.ts';
import type { ReadText } from '../text/reading.ts';
import type { Told } from '../text/told-words.ts';
import type { Verbs } from '../words/verbs.ts';

/**
 * The entries that decide the verdicts of one source text, whatever is written for it: those of any term found in it,
 * hidden in longer ones or not. With them alone the ledger says what it says with the whole glossary.
 */
export function conceptsFor(
  source: RichText,
  { concepts, indexes }: Pick<Glossary, 'concepts' | 'indexes'>,
): Concept[] {
  const found = new Set(
    findAllTerms(source, indexes.fr).flatMap(({ readings }) => readings.map(({ concept }) => concept)),
  );
  return concepts.filter((concept) => found.has(concept));
}

/** What one text makes of its terms at this moment: what a page shows while it is typed. */
export interface LiveVerdicts {
  readonly entries: readonly LedgerEntry[];
  /** Words that are terms elsewhere, and why they do not count. */
  readonly otherSenses: readonly { readonly other: OtherSense; readonly why: Told }[];
  readonly marks: { readonly source: readonly VerdictMark[]; readonly target: readonly VerdictMark[] };
  readonly repairs: readonly RepairStep[];
  /** “10 terms: 9 preferred, 1 deprecated” */
  readonly tally: string;
  /** What else does not hold: numbers, quotations, names. */
  readonly findings: readonly Pick<Finding, 'rule' | 'said'>[];
  /** Of those, what a person accepted for the very text as it is, with the reason. */
  readonly accepted: readonly string[];
}

/** A term where it stands, with its explanation. Marks of one text do not overlap and are in order. */
export interface VerdictMark extends Span {
  readonly entry: LedgerEntry;
  readonly why: Told;
}

const NOWHERE = { file: '', line: 0, column: 0 };

/** What the verdicts of one paragraph are made from, whatever is written for it. Plain data but for the reader. */
export interface VerdictGround {
  /** Id of the unit. */
  readonly id: string;
  readonly source: RichText;
  /** The entries that matter for it; see {@link conceptsFor}. */
  readonly concepts: readonly Concept[];
  /** The verbs of those entries. */
  readonly verbs: Verbs;
  readonly waivers: readonly Waiver[];
  readonly known: Omit<KnownFrench, 'terms'>;
  readonly read: ReadText;
}

/**
 * Makes the proof of any target of one source, from the few entries that matter for it. In pieces, so that a page can be
 * read meanwhile: first what every proof needs, then each proof.
 */
export function* liveVerdictSlices(ground: VerdictGround): Slices<(target: string) => Slices<LiveVerdicts>> {
  const { source, concepts, verbs, waivers, read } = ground;
  const fr = yield* termIndexSlices(concepts, 'fr', { verbs });
  yield;
  const en = yield* termIndexSlices(concepts, 'en', { verbs });
  const indexes = { fr, en };
  return function* prove(written) {
    yield;
    const target = read(written);
    yield;
    const { entries, otherSenses } = yield* ledgerSlices({ source, target, waivers }, indexes);
    yield;
    const marks = marksOf(entries, source, target);
    yield;
    const repairs = yield* possibleRepairs({ source, target, entries }, { indexes, read });
    yield;
    const found = written.trim() === '' ? { findings: [], accepted: [] } : findingsOf(target, entries, ground);
    yield;
    return {
      entries,
      otherSenses: otherSenses.map((other) => ({ other, why: tellOtherSense(other, source, target) })),
      marks,
      repairs,
      tally: summarize(countStandings(entries)),
      ...found,
    };
  };
}

function marksOf(entries: readonly LedgerEntry[], source: RichText, target: RichText): LiveVerdicts['marks'] {
  const explained = entries.map((entry) => ({ entry, why: tellEntry(entry, source, target) }));
  const inTarget = explained.flatMap((one) => (one.entry.rendering?.spans ?? []).map((span) => ({ ...span, ...one })));
  return {
    source: explained.map((one) => ({ ...one.entry.source, ...one })),
    target: inTarget.sort((a, b) => a.start - b.start),
  };
}

function findingsOf(
  target: RichText,
  entries: readonly LedgerEntry[],
  { id, source, waivers, known }: VerdictGround,
): Pick<LiveVerdicts, 'findings' | 'accepted'> {
  const unit = { id, source, place: NOWHERE, targetPlace: () => NOWHERE };
  const terms = answeredTerms(entries, source, target);
  const found = checkPair(unit, target, { terms, ...known });
  const { open, accepted } = sortFindings(found, waivers, createPairStamps(source, target));
  return { findings: open, accepted: acceptedOnce(accepted) };
}
