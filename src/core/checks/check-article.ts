import { acceptedRenderings, explainEntry } from '../ledger/explain.ts';
import { checkUnit } from '../ledger/ledger.ts';
import { type LedgerEntry, VERDICTS, type Verdict } from '../ledger/ledger-entry.ts';
import { staleReasons } from '../ledger/review-stamps.ts';
import { changedSince, waiverHash } from '../ledger/waivers.ts';
import type { Article, Unit, Waiver } from '../model/article.ts';
import { type Concept, isAccepted } from '../model/concept.ts';
import type { Finding } from '../model/finding.ts';
import type { RichText } from '../model/rich-text.ts';
import { NOTHING, readableIn } from '../text/reading.ts';
import { englishPluralOf } from '../words/english-forms.ts';
import type { Glossary } from './check-glossary.ts';
import type { CheckedArticle, CheckedUnit } from './checked-article.ts';
import { completenessFindings } from './completeness.ts';
import { firstMentionFindings } from './first-mention.ts';

export function checkArticle(article: Article, glossary: Glossary): CheckedArticle {
  const units = article.units.map((unit) => checkUnitAlone(unit, glossary));
  const verdicts = countVerdicts(units.flatMap(({ entries }) => entries));
  const findings = [...units.flatMap((unit) => unit.findings), ...firstMentionFindings(units)];
  return { article, units, verdicts, findings };
}

/** What can be said of a unit without the others of its article. */
export function checkUnitAlone(unit: Unit, glossary: Glossary): CheckedUnit {
  if (unit.kind === 'code') return { unit, entries: [], findings: [], stale: [] };
  if (unit.target === null) return { unit, entries: [], findings: [untranslated(unit)], stale: [] };
  const entries = checkUnit(unit.source, unit.target, glossary.indexes, unit.waivers);
  const hashOf = waiverHashes(unit.source, unit.target);
  const findings = [
    ...entries.flatMap((entry) => termFinding(unit, entry, hashOf)),
    ...lapsedWaivers(unit, entries, glossary),
    ...(unit.previous === null ? [] : [sourceChanged(unit)]),
    ...completenessFindings(
      unit,
      unit.target,
      entries.map(({ source }) => source),
    ),
  ];
  return { unit, entries, findings, stale: staleReasons(unit, entries) };
}

function untranslated(unit: Unit): Finding {
  const message = `${unit.id} has no translation; write its msgstr`;
  const none = { concept: null, source: null, expected: [], found: [] };
  return { ...unit.targetPlace(0), rule: 'untranslated', severity: 'warning', unit: unit.id, ...none, message };
}

function sourceChanged(unit: Unit): Finding {
  const message = `the French changed since this was translated; bring the English up to it [${unit.id}]`;
  const none = { concept: null, source: null, expected: [], found: [] };
  return { ...unit.targetPlace(0), rule: 'source-changed', severity: 'warning', unit: unit.id, ...none, message };
}

/** The hash that a waiver of a concept needs here. Made once a concept, however often it stands in the unit. */
function waiverHashes(source: RichText, target: RichText): (concept: Concept) => string {
  const known = new Map<Concept, string>();
  return (concept) => {
    const hash = known.get(concept) ?? waiverHash(source, target, concept);
    known.set(concept, hash);
    return hash;
  };
}

function termFinding(unit: Unit, entry: LedgerEntry, hashOf: (concept: Concept) => string): Finding[] {
  if ((entry.verdict !== 'missing' && entry.verdict !== 'deprecated') || entry.repeat) return [];
  const target = unit.target ?? NOTHING;
  const text = readableIn(unit.source, entry.source);
  const found = (entry.rendering?.spans ?? []).map((span) => readableIn(target, span));
  const { concept } = entry.reading;
  const waive = `# waive: ${concept.id} ${hashOf(concept)} - reason`;
  return [
    {
      ...unit.targetPlace(entry.rendering?.spans[0]?.start ?? 0),
      rule: `${entry.verdict}-term`,
      severity: 'error',
      unit: unit.id,
      concept: concept.id,
      source: { text, ...entry.source },
      expected: acceptedRenderings(entry.reading),
      found,
      message: `${messageOf(entry, text, found)} [${unit.id}, ${concept.place.file}:${concept.place.line}; or accept it: “${waive}”]`,
    },
  ];
}

function messageOf(entry: LedgerEntry, text: string, found: readonly string[]): string {
  const write = expectedForms(entry).join(' or ');
  if (entry.verdict === 'missing') return `nothing renders “${text}”; write ${write}`;
  const why = entry.rendering?.reading?.term.why;
  return `“${found.join(' … ')}” is ruled out for “${text}”${why ? ` (${why})` : ''}; write ${write}`;
}

/** The accepted terms in the number of the source term: chips, not chip, for “puces”. */
function expectedForms({ reading }: LedgerEntry): string[] {
  return reading.concept.en.filter(isAccepted).map((term) => {
    return `“${reading.kind.endsWith('plural') ? englishPluralOf(term) : term.text}”`;
  });
}

/** Waivers that accept nothing any more, and why. */
function lapsedWaivers(unit: Unit, entries: readonly LedgerEntry[], glossary: Glossary): Finding[] {
  const used = new Set(entries.filter(({ verdict }) => verdict === 'waived').map(({ reading }) => reading.concept.id));
  return unit.waivers
    .filter(({ concept }) => !used.has(concept))
    .map((waiver) => ({
      ...waiver.place,
      rule: 'lapsed-waiver',
      severity: 'warning',
      unit: unit.id,
      concept: waiver.concept,
      source: null,
      expected: [],
      found: [],
      message: lapseMessage(unit, waiver, glossary.byId.get(waiver.concept)),
    }));
}

function lapseMessage(unit: Unit, { concept: id, hash }: Waiver, concept: Concept | undefined): string {
  if (concept === undefined) return `this waiver names “${id}”, which is no entry; delete the line`;
  const now = waiverHash(unit.source, unit.target ?? NOTHING, concept);
  const changed = changedSince(hash, now);
  if (changed.length === 0) return `this waiver of “${id}” accepts nothing, since nothing is wrong; delete the line`;
  return `this waiver of “${id}” lapsed, since ${changed.join(' and ')} changed; delete the line, or write ${now} if it still holds`;
}

/** How often each verdict was given. */
export function countVerdicts(entries: readonly LedgerEntry[]): Record<Verdict, number> {
  const verdicts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict } of entries) verdicts[verdict] += 1;
  return verdicts;
}

/** “61 terms: 58 preferred, 3 admitted”: how an article stands, in one line. */
export function summarize(verdicts: Readonly<Record<Verdict, number>>): string {
  const total = VERDICTS.reduce((sum, verdict) => sum + verdicts[verdict], 0);
  const parts = VERDICTS.filter((verdict) => verdicts[verdict] > 0).map((verdict) => `${verdicts[verdict]} ${verdict}`);
  return `${total} ${total === 1 ? 'term' : 'terms'}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}

/** The explanation of an entry of a unit. */
export function explain(unit: Unit, entry: LedgerEntry): string {
  return explainEntry(entry, unit.source, unit.target ?? NOTHING);
}
