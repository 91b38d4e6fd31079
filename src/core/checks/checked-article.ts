import type { Alignment } from '../alignment/sentence-pairs.ts';
import type { LedgerEntry, OtherSense, Verdict } from '../ledger/ledger-entry.ts';
import type { Article, Unit } from '../model/article.ts';
import type { AcceptedFinding } from './accepted.ts';
import type { Finding } from './finding.ts';

/** A unit with its ledger. */
export interface CheckedUnit {
  readonly unit: Unit;
  readonly entries: readonly LedgerEntry[];
  /** Words that are terms elsewhere, and do not count here. */
  readonly otherSenses: readonly OtherSense[];
  /** Its sentences, and which of both sides belong together. */
  readonly alignment: Alignment;
  readonly findings: readonly Finding[];
  /** Those that a person accepted, but for terms: their entries are `waived`. */
  readonly accepted: readonly AcceptedFinding[];
  /** Why a reviewed unit wants another look; empty for one that holds. */
  readonly stale: readonly string[];
}

/** An article with all its verdicts; what pages, reports and commands are made from. */
export interface CheckedArticle {
  readonly article: Article;
  readonly units: readonly CheckedUnit[];
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly findings: readonly Finding[];
}
