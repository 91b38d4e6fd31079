import { alignmentSlices } from '../alignment/sentence-pairs.ts';
import { explainEntry, explainOtherSense } from '../ledger/explain.ts';
import { ledgerSlices } from '../ledger/ledger.ts';
import type { Ledger, LedgerEntry, OtherSense } from '../ledger/ledger-entry.ts';
import { staleReasons } from '../ledger/review-stamps.ts';
import { isRuleHash } from '../ledger/waivers.ts';
import { type Article, isTranslatable, type Unit, type Waiver } from '../model/article.ts';
import { addToGroup } from '../model/groups.ts';
import { finish, mapSlices, type Slices } from '../model/slices.ts';
import { NOTHING } from '../text/reading.ts';
import { type AcceptedFinding, sortFindings } from './accepted.ts';
import type { Glossary } from './check-glossary.ts';
import { checkPair } from './check-pair.ts';
import { checkTerms } from './check-terms.ts';
import type { CheckedArticle, CheckedUnit } from './checked-article.ts';
import { createFindings, type Finding } from './finding.ts';
import { firstMentions } from './first-mention.ts';
import { knownOf } from './known-french.ts';
import { lapsedWaivers } from './lapsed-waiver.ts';
import { mergeConflict } from './merge-conflict.ts';
import { loweredWords } from './sought-names.ts';
import { sourceChanged } from './source-changed.ts';
import { untranslated } from './untranslated.ts';
import { countVerdicts } from './verdict-counts.ts';

/** Checks an article at once; see {@link articleSlices}. */
export function checkArticle(article: Article, glossary: Glossary): CheckedArticle {
  return finish(articleSlices(article, glossary));
}

export function* articleSlices(article: Article, glossary: Glossary): Slices<CheckedArticle> {
  const lowered = loweredWords(article.units.map(({ source }) => source));
  const judged: Judged[] = [];
  for (const unit of article.units) judged.push(yield* judge(unit, glossary, lowered));
  const early = byUnit(firstMentions(judged));
  const units = yield* mapSlices(judged, (one) => settle(one, early.get(one.unit.id) ?? [], glossary));
  const verdicts = countVerdicts(units.flatMap(({ entries }) => entries));
  return { article, units, verdicts, findings: units.flatMap(({ findings }) => findings) };
}

/**
 * What can be said of a unit without the English of the others of its article.
 *
 * @param lowered words that its article writes in small letters
 */
export function* unitSlices(unit: Unit, glossary: Glossary, lowered: ReadonlySet<string>): Slices<CheckedUnit> {
  return settle(yield* judge(unit, glossary, lowered), [], glossary);
}

/** A unit with what its rules find, before anybody asks what a person accepted. */
interface Judged extends Ledger {
  readonly unit: Unit;
  /** What is wrong with its terms. */
  readonly ofTerms: readonly Finding[];
  readonly others: readonly Finding[];
}

function* judge(unit: Unit, glossary: Glossary, lowered: ReadonlySet<string>): Slices<Judged> {
  const { source, target } = unit;
  if (!isTranslatable(unit) || target === null) {
    const alignment = yield* alignmentSlices(source, target ?? NOTHING);
    const others = isTranslatable(unit) ? [untranslated(unit)] : [];
    return { unit, entries: [], otherSenses: [], alignment, ofTerms: [], others };
  }
  const ledger = yield* ledgerSlices({ source, target, waivers: unit.waivers }, glossary.indexes);
  const { entries } = ledger;
  const told = createFindings(unit, target);
  const terms = entries.map((entry) => entry.source);
  return {
    unit,
    ...ledger,
    ofTerms: checkTerms(unit, target, entries),
    others: [
      ...sourceChanged.find(unit).map((fault) => told(sourceChanged.rule, fault)),
      ...mergeConflict.find(unit).map((fault) => told(mergeConflict.rule, fault)),
      ...checkPair(unit, target, { terms, ...knownOf(source, lowered) }),
    ],
  };
}

/** @param more what only the whole article tells of this unit */
function settle({ ofTerms, others, ...judged }: Judged, more: readonly Finding[], glossary: Glossary): CheckedUnit {
  const { unit, entries } = judged;
  const { source, target, waivers } = unit;
  if (!isTranslatable(unit) || target === null) return { ...judged, findings: others, accepted: [], stale: [] };
  const { open, accepted } = sortFindings([...others, ...more], waivers, { source, target });
  const lapsed = lapsedWaivers(unit, usedWaivers(waivers, entries, accepted), glossary.byId);
  return {
    ...judged,
    findings: [...ofTerms, ...lapsed, ...open],
    accepted,
    stale: staleReasons(unit, entries),
  };
}

function byUnit(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    addToGroup(groups, finding.unit, finding);
  }
  return groups;
}

/** Those that accept something: an entry of the ledger, or what a rule found. */
function usedWaivers(
  waivers: readonly Waiver[],
  entries: readonly LedgerEntry[],
  accepted: readonly AcceptedFinding[],
): ReadonlySet<Waiver> {
  const concepts = new Set(
    entries.filter(({ verdict }) => verdict === 'waived').map((entry) => entry.reading.concept.id),
  );
  const rules = new Set<string>(accepted.map(({ finding }) => finding.rule));
  return new Set(waivers.filter(({ accepts, hash }) => (isRuleHash(accepts, hash) ? rules : concepts).has(accepts)));
}

/** The explanation of a word that does not count in a unit. */
export function explainAside(unit: Unit, other: OtherSense): string {
  return explainOtherSense(other, unit.source, unit.target ?? NOTHING);
}

/** The explanation of an entry of a unit. */
export function explain(unit: Unit, entry: LedgerEntry): string {
  return explainEntry(entry, unit.source, unit.target ?? NOTHING);
}
