import { countVerdicts, summarize } from '../checks/check-article.ts';
import type { Glossary } from '../checks/check-glossary.ts';
import { completenessFindings } from '../checks/completeness.ts';
import { explainEntry } from '../ledger/explain.ts';
import { checkUnit } from '../ledger/ledger.ts';
import type { LedgerEntry } from '../ledger/ledger-entry.ts';
import { possibleRepairs, type Repair } from '../ledger/repair.ts';
import { findAllTerms } from '../matcher/match.ts';
import { buildTermIndex } from '../matcher/term-index.ts';
import type { Span, Waiver } from '../model/article.ts';
import type { Concept } from '../model/concept.ts';

/**
 * The entries that decide the verdicts of one source text, whatever is written for it: those of any term found in it,
 * hidden in longer ones or not. With them alone the ledger says what it says with the whole glossary.
 */
export function conceptsFor(source: string, { concepts, indexes }: Pick<Glossary, 'concepts' | 'indexes'>): Concept[] {
  const found = new Set(
    findAllTerms(source, indexes.fr).flatMap(({ readings }) => readings.map(({ concept }) => concept)),
  );
  return concepts.filter((concept) => found.has(concept));
}

/** What one text makes of its terms at this moment: what a page shows while it is typed. */
export interface Proof {
  readonly entries: readonly LedgerEntry[];
  readonly marks: { readonly source: readonly ProofMark[]; readonly target: readonly ProofMark[] };
  readonly repairs: readonly { readonly repair: Repair; readonly target: string }[];
  /** “10 terms: 9 preferred, 1 deprecated” */
  readonly tally: string;
  /** What else does not hold: numbers, quotations, names. */
  readonly findings: readonly string[];
}

/** A term where it stands, with its explanation. Marks of one text do not overlap and are in order. */
export interface ProofMark extends Span {
  readonly entry: LedgerEntry;
  readonly why: string;
}

const NOWHERE = { file: '', line: 0, column: 0 };

/** Makes the proof of any target of one source, from the few entries that matter for it. */
export function createProof(
  { id, source }: { readonly id: string; readonly source: string },
  { concepts, verbs }: Pick<Glossary, 'concepts' | 'verbs'>,
  waivers: readonly Waiver[],
): (target: string) => Proof {
  const unit = { id, source: { text: source }, place: NOWHERE, targetPlace: () => NOWHERE };
  const findingsOf = (target: string, entries: readonly LedgerEntry[]) =>
    completenessFindings(
      unit,
      target,
      entries.map((entry) => entry.source),
    ).map(({ message }) => message);
  const indexes = { fr: buildTermIndex(concepts, 'fr', verbs), en: buildTermIndex(concepts, 'en', verbs) };
  return (target) => {
    const entries = checkUnit(source, target, indexes, waivers);
    const explained = entries.map((entry) => ({ entry, why: explainEntry(entry, source, target) }));
    const inTarget = explained.flatMap((one) =>
      (one.entry.rendering?.spans ?? []).map((span) => ({ ...span, ...one })),
    );
    return {
      entries,
      marks: {
        source: explained.map((one) => ({ ...one.entry.source, ...one })),
        target: inTarget.sort((a, b) => a.start - b.start),
      },
      repairs: possibleRepairs(source, target, indexes),
      tally: summarize(countVerdicts(entries)),
      findings: target.trim() === '' ? [] : findingsOf(target, entries),
    };
  };
}
