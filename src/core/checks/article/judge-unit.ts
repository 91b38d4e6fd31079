import { alignmentSlices } from '../../alignment/sentence-pairs.ts';
import { ledgerSlices } from '../../ledger/ledger.ts';
import type { Ledger, LedgerEntry } from '../../ledger/ledger-entry.ts';
import { createPairStamps, type PairStamps } from '../../ledger/pair-stamps.ts';
import { staleReasons } from '../../ledger/review-stamps.ts';
import { isRuleHash } from '../../ledger/waivers.ts';
import { isTranslatable, type Unit, type Waiver } from '../../model/article.ts';
import { orEmpty } from '../../model/empty-list.ts';
import type { RichText, Span } from '../../model/rich-text.ts';
import type { Slices } from '../../model/slices.ts';
import { NOTHING } from '../../text/reading.ts';
import { type AcceptedFinding, sortFindings } from '../accepted.ts';
import type { CheckedUnit } from '../checked-article.ts';
import { createFindings, type Finding, type Telling } from '../finding.ts';
import type { Glossary } from '../glossary/check-glossary.ts';
import { pairSlices } from '../pair/check-pair.ts';
import { termSlices } from '../pair/check-terms.ts';
import { knownSlices } from '../pair/known-french.ts';
import { type AnsweredTerm, answeredTerms } from '../pair/numbers.ts';
import type { KnownFrench } from '../pair/pair-rule.ts';
import { lapsedWaivers } from './lapsed-waiver.ts';
import { mergeConflict } from './merge-conflict.ts';
import { sourceChanged } from './source-changed.ts';
import type { Unedited } from './unedited.ts';
import { untranslated } from './untranslated.ts';

/** A unit with what its rules find, before anybody asks what a person accepted. */
export interface Judged extends Ledger {
  readonly unit: Unit;
  /** Of its two texts. */
  readonly stampAs: PairStamps;
  /** What is wrong with its terms. */
  readonly ofTerms: readonly Finding[];
  readonly others: readonly Finding[];
}

/** What is known of a unit before its terms are. */
export interface UnitKnown {
  /** Words that its article writes in small letters; asked for only where they matter. */
  readonly lowered: () => ReadonlySet<string>;
  /** The same unit of the same article as it was judged with another glossary; null where it was not. */
  readonly before: Pick<Judged, 'entries' | 'alignment' | 'others'> | null;
}

export function* judgeSlices(unit: Unit, glossary: Glossary, { lowered, before }: UnitKnown): Slices<Judged> {
  const { source, target } = unit;
  const stampAs = createPairStamps(source, target ?? NOTHING);
  if (!isTranslatable(unit) || target === null) {
    const alignment = yield* alignmentSlices(source, target ?? NOTHING);
    const others = isTranslatable(unit) ? [untranslated(unit)] : [];
    return { unit, stampAs, entries: [], otherSenses: [], alignment, ofTerms: [], others };
  }
  const texts = { source, target, waivers: unit.waivers };
  const ledger = yield* ledgerSlices(texts, glossary.indexes, before?.alignment);
  const { entries } = ledger;
  const told = createFindings(unit, target, stampAs);
  const terms = answeredTerms(entries, source, target);
  const isKnown = before !== null && sameTerms(answeredTerms(before.entries, source, target), terms);
  const others = isKnown ? before.others : yield* otherSlices(unit, target, { terms, lowered, told });
  return { unit, stampAs, ...ledger, ofTerms: yield* termSlices(unit, target, { entries, told }), others };
}

/**
 * A unit that says what it said when it was judged: its ledger holds. What is wrong with it is told anew where there is
 * anything, as it may stand on another line by now; and where the French around it is another, as that tells names.
 */
export function* judgedAlready(
  unit: Unit,
  { entries, otherSenses, alignment, others: before }: CheckedUnit,
  { isFrenchSame, lowered }: Pick<Unedited, 'isFrenchSame'> & Pick<UnitKnown, 'lowered'>,
): Slices<Judged> {
  const { source, target } = unit;
  const stampAs = createPairStamps(source, target ?? NOTHING);
  const ledger = { unit, stampAs, entries, otherSenses, alignment };
  if (!isTranslatable(unit)) return { ...ledger, ofTerms: [], others: [] };
  if (target === null) return { ...ledger, ofTerms: [], others: [untranslated(unit)] };
  const told = createFindings(unit, target, stampAs);
  const terms = answeredTerms(entries, source, target);
  const isKnown = isFrenchSame && before.length === 0;
  const others = isKnown ? before : yield* otherSlices(unit, target, { terms, lowered, told });
  return { ...ledger, ofTerms: yield* termSlices(unit, target, { entries, told }), others };
}

/** What is wrong besides the terms; of the glossary it knows only where they stand. */
function* otherSlices(
  unit: Unit,
  target: RichText,
  { terms, lowered, told }: Pick<KnownFrench, 'terms'> & Pick<UnitKnown, 'lowered'> & { readonly told: Telling },
): Slices<Finding[]> {
  const known = { terms, ...(yield* knownSlices(unit.source, lowered())) };
  yield;
  return [
    ...sourceChanged.find(unit).map((fault) => told(sourceChanged.rule, fault)),
    ...mergeConflict.find(unit).map((fault) => told(mergeConflict.rule, fault)),
    ...(yield* pairSlices(unit, target, { known, told })),
  ];
}

/** Whether the terms stand where they stood, and the numbers that render them. */
function sameTerms(before: readonly AnsweredTerm[], terms: readonly AnsweredTerm[]): boolean {
  const isSame = (term: AnsweredTerm, known: AnsweredTerm | undefined) =>
    isSameSpan(term, known) && isSameSpan(term.rendered, known?.rendered);
  return before.length === terms.length && terms.every((term, i) => isSame(term, before[i]));
}

function isSameSpan(one: Span | null, other: Span | null | undefined): boolean {
  return one?.start === other?.start && one?.end === other?.end;
}

/**
 * What is spread comes last: a property behind it would give each a shape of its own in memory, as large as itself.
 *
 * @param more what only the whole article tells of this unit
 */
export function settle(judged: Judged, more: readonly Finding[], glossary: Glossary): CheckedUnit {
  const { unit, stampAs, entries, alignment, ofTerms } = judged;
  const { target, waivers } = unit;
  const [otherSenses, others] = [orEmpty(judged.otherSenses), orEmpty(judged.others)];
  const rest = { unit, entries: orEmpty(entries), otherSenses, alignment, others };
  if (!isTranslatable(unit) || target === null)
    return { findings: others, accepted: orEmpty([]), stale: orEmpty([]), ...rest };
  const { open, accepted } = sortFindings([...others, ...more], waivers, stampAs);
  const used = usedWaivers(waivers, entries, accepted);
  const lapsed = lapsedWaivers(unit, used, { concepts: glossary.byId, stampAs });
  const findings = orEmpty([...ofTerms, ...lapsed, ...open]);
  return { findings, accepted: orEmpty(accepted), stale: orEmpty(staleReasons(unit, entries)), ...rest };
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
