import type { Alignment } from '../alignment/sentence-pairs.ts';
import type { LedgerEntry, OtherSense } from '../ledger/ledger-entry.ts';
import type { Standings } from '../ledger/standing.ts';
import type { WordHashes } from '../matcher/word-hashes.ts';
import type { Article, Unit } from '../model/article.ts';
import type { Concept } from '../model/concept.ts';
import type { AcceptedFinding } from './accepted.ts';
import type { Finding } from './finding.ts';

/** A unit with what it makes of the terms. */
export interface UnitLedger {
  readonly unit: Unit;
  readonly entries: readonly LedgerEntry[];
  /** Why a reviewed unit wants another look; empty for one that holds. */
  readonly stale: readonly string[];
}

/** A unit with all that is found in it. */
export interface CheckedUnit extends UnitLedger {
  /** Words that are terms elsewhere, and do not count here. */
  readonly otherSenses: readonly OtherSense[];
  /** Its sentences, and which of both sides belong together. */
  readonly alignment: Alignment;
  readonly findings: readonly Finding[];
  /** What its rules found besides its terms, before anybody asked what a person accepted. */
  readonly others: readonly Finding[];
  /** Those that a person accepted, but for terms: their entries are `waived`. */
  readonly accepted: readonly AcceptedFinding[];
}

/** What the texts make of a concept. */
export interface Use {
  /** How often it occurs. */
  readonly count: number;
  /** Of these, how often its rendering is missing or ruled out. */
  readonly broken: number;
}

/** By the concepts that occur, in the order in which they first do. */
export type Uses = ReadonlyMap<Concept, Use>;

/** What tells, without its paragraphs, that a change of entries does not bear on an article. */
export interface Bearing {
  /** The French words of each of its paragraphs. */
  readonly words: WordHashes;
  /** Ids of the entries and rules that its waivers accept. */
  readonly accepts: readonly string[];
  /** Entries that its ledgers name besides those that occur. */
  readonly named: ReadonlySet<Concept>;
}

/** What lists tell of an article: none of them has to go through its paragraphs. */
export interface ArticleSummary {
  /** The English headline; null while there is none. */
  readonly target: string | null;
  /** Paragraphs that can have English, those that have, and of these those that a person approved. */
  readonly units: number;
  readonly translated: number;
  readonly reviewed: number;
  readonly uses: Uses;
  readonly bearing: Bearing;
  /** Another one where a page would show another text, or say something else of it. */
  readonly shown: string;
}

/** An article with all its verdicts; what pages, reports and commands are made from. */
export interface CheckedArticle {
  readonly article: Article;
  readonly units: readonly CheckedUnit[];
  /** Whether those are there, so that getting them takes no time; absent where they always are. */
  readonly isOpen?: () => boolean;
  readonly standings: Standings;
  readonly findings: readonly Finding[];
  readonly summary: ArticleSummary;
  /**
   * Why it could not be checked, so that there is no verdict in it; goes on from the name of a file. Null where it was.
   */
  readonly unchecked: string | null;
}

/** What is known of a checked article without its paragraphs. */
export type ArticleCard = Pick<CheckedArticle, 'standings' | 'findings' | 'summary'>;
