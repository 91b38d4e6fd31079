import type { Snapshot } from '../../core/changes/library.ts';
import { unitVersion } from '../../core/changes/unit-edit.ts';
import { describeAccepted } from '../../core/checks/accepted.ts';
import { explain, summarize } from '../../core/checks/check-article.ts';
import type { CheckedArticle, CheckedUnit } from '../../core/checks/checked-article.ts';
import { formatPlace } from '../../core/ledger/explain.ts';
import type { LedgerEntry, Verdict } from '../../core/ledger/ledger-entry.ts';
import type { Unit } from '../../core/model/article.ts';
import { type Concept, isAccepted, type Language } from '../../core/model/concept.ts';
import type { Span } from '../../core/model/rich-text.ts';
import { NOTHING, readableIn } from '../../core/text/reading.ts';
import { type AlignedPair, alignSentences } from '../../core/text/sentence-pairs.ts';
import type { ArticlePage, ConceptRow, MentionView, UnitView } from './pages.ts';
import { cutIntoSegments, type MarkedSpan, type NumberedSpan } from './runs.ts';

/** From the worst to the best, as a reader is told. */
const WORST_FIRST: readonly Verdict[] = ['missing', 'deprecated', 'waived', 'admitted', 'preferred'];

/** Where a concept’s own page is. */
export function conceptAddress(id: string): string {
  return `/glossary/${id}`;
}

/** Everything the reader shows of an article. Pure: the same snapshot gives the same page. */
export function articlePage({ article, units, verdicts }: CheckedArticle, snapshot: Snapshot): ArticlePage {
  const { site, url, date, title } = article.citation;
  return {
    title,
    revision: snapshot.revision,
    problems: snapshot.problems,
    slug: article.slug,
    site,
    url,
    date,
    summary: summarize(verdicts),
    verdicts,
    units: units.map(unitView),
    concepts: conceptRows(units),
    untranslated: units.filter(({ unit }) => unit.state === 'initial' && unit.kind !== 'code').length,
  };
}

/** `p7-3`: the third term of unit p7. */
export function mentionKey(unit: Unit, index: number): string {
  return `${unit.id}-${index + 1}`;
}

/** A unit with its terms, its sentences and what is to be said of it. */
export function unitView({ unit, entries, findings, accepted, stale }: CheckedUnit): UnitView {
  const mentions = entries.map((entry, i) => mentionView(unit, entry, i));
  const inSource = entries.map((entry, i) => ({ ...entry.source, mention: mentions[i] as MentionView }));
  const inTarget = entries.flatMap((entry, i) =>
    (entry.rendering?.spans ?? []).map((span) => ({ ...span, mention: mentions[i] as MentionView })),
  );
  const alignment = alignSentences(unit.source, unit.target ?? NOTHING);
  const source = numbered(alignment.source, alignment.pairs, 'source');
  const target = numbered(alignment.target, alignment.pairs, 'target');
  return {
    id: unit.id,
    number: Number(unit.id.slice(1)),
    kind: unit.kind,
    level: unit.level,
    source: cutIntoSegments(unit.source, source, byStart(inSource)),
    target: unit.target && cutIntoSegments(unit.target, target, byStart(inTarget)),
    state: unit.state,
    origin: unit.origin,
    version: unitVersion(unit),
    notes: unit.notes,
    stale,
    findings: findings.map(({ said }) => said),
    accepted: accepted.map(describeAccepted),
  };
}

/** Gives each sentence of a side the number of its pair; 0 for one without a partner. */
function numbered(spans: readonly Span[], pairs: readonly AlignedPair[], side: keyof AlignedPair): NumberedSpan[] {
  const pairOf = new Map(pairs.flatMap((pair, number) => pair[side].map((segment) => [segment, number + 1] as const)));
  return spans.map(({ start, end }, i) => ({ start, end, pair: pairOf.get(i) ?? 0 }));
}

function byStart(marked: readonly MarkedSpan[]): MarkedSpan[] {
  return [...marked].sort((a, b) => a.start - b.start);
}

function mentionView(unit: Unit, entry: LedgerEntry, index: number): MentionView {
  const { id, keep } = entry.reading.concept;
  return {
    key: mentionKey(unit, index),
    concept: id,
    keep,
    verdict: entry.verdict,
    why: explain(unit, entry),
    href: conceptAddress(id),
  };
}

/** The concepts of an article in the order in which they first appear. */
function conceptRows(units: readonly CheckedUnit[]): ConceptRow[] {
  const rows = new Map<Concept, ConceptRow['occurrences'][number][]>();
  for (const { unit, entries } of units) {
    entries.forEach((entry, i) => {
      const { concept } = entry.reading;
      const text = readableIn(unit.source, entry.source);
      const list = rows.get(concept) ?? [];
      list.push({ unit: unit.id, key: mentionKey(unit, i), text, verdict: entry.verdict });
      rows.set(concept, list);
    });
  }
  return [...rows].map(([concept, occurrences]) => conceptRow(concept, occurrences));
}

function conceptRow(concept: Concept, occurrences: ConceptRow['occurrences']): ConceptRow {
  const texts = (language: Language, accepted: boolean) =>
    concept[language].filter((term) => isAccepted(term) === accepted).map(({ text }) => text);
  return {
    id: concept.id,
    href: conceptAddress(concept.id),
    fr: texts('fr', true),
    en: texts('en', true),
    not: texts('en', false),
    keep: concept.keep,
    definition: concept.definition,
    note: concept.note,
    place: formatPlace(concept.place),
    verdict: WORST_FIRST.find((verdict) => occurrences.some((one) => one.verdict === verdict)) ?? 'preferred',
    occurrences,
  };
}
