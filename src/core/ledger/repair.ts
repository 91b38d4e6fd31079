import { findAllTerms } from '../matcher/match.ts';
import type { TermIndexes } from '../matcher/term-index.ts';
import { isAccepted } from '../model/concept.ts';
import { describeRepair, inOneLine, type Repair } from '../model/repair-note.ts';
import type { RichText, Span } from '../model/rich-text.ts';
import type { Slices } from '../model/slices.ts';
import { isWordsAlone, type ReadText } from '../text/reading.ts';
import { toldOnce } from '../text/told-once.ts';
import { ledgerSlices } from './ledger.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { rewordingOf } from './rewording.ts';
import { isWrong, standingOf } from './standing.ts';

/** A text, and what was put right in it. */
export interface Repaired {
  readonly target: RichText;
  /** In the order done; each place holds for the text as that repair left it. */
  readonly repairs: readonly Repair[];
}

/** What a repair needs: the terms, and the way to read the text that it makes. */
export interface RepairTools {
  readonly indexes: TermIndexes;
  readonly read: ReadText;
}

/**
 * Puts the preferred term where an entry rules out the rendering that stands there, in the number, the form of the verb
 * and the capitals of the place, as often as the source asks for it; what renders another concept is left alone. A
 * repair after which the ledger is no better is undone.
 */
export function* repairSlices(source: RichText, target: RichText, tools: RepairTools): Slices<Repaired> {
  let current = target;
  const repairs: Repair[] = [];
  while (repairs.length < MOST_REPAIRS) {
    const step = yield* firstRepair({ source, target: current, ...tools });
    if (step === null) break;
    current = step.target;
    repairs.push(step.repair);
  }
  return { target: current, repairs };
}

/** A text pair, and what the ledger says of it. */
export interface JudgedPair {
  readonly source: RichText;
  readonly target: RichText;
  readonly entries: readonly LedgerEntry[];
}

/** Each single repair that would do a text good, and the text after it; the first of many. */
export function* possibleRepairs({ entries, ...texts }: JudgedPair, tools: RepairTools): Slices<RepairStep[]> {
  const steps: RepairStep[] = [];
  for (const entry of wrongRenderings(entries).slice(0, MOST_OFFERED)) {
    const step = yield* tryRepair(entry, entries, { ...texts, ...tools });
    if (step !== null) steps.push(step);
  }
  return steps;
}

/** One repair, and the text after it. */
export interface RepairStep {
  readonly target: RichText;
  readonly repair: Repair;
}

/** A repair as it is offered to somebody. */
export interface OfferedRepair {
  /** “chips → tokens”, “chips → tokens (one of 3)” */
  readonly says: string;
  /** Its place among the possible ones. */
  readonly index: number;
  readonly step: RepairStep;
}

/** One of those that say the same is offered at a time. */
export function offeredRepairs(possible: readonly RepairStep[]): OfferedRepair[] {
  const told = toldOnce([...possible.entries()], ([, { repair }]) => describeRepair(repair));
  return told.map(({ one: [index, step], times }) => {
    const says = describeRepair(step.repair);
    return { says: times === 1 ? says : `${says} (one of ${times})`, index, step };
  });
}

/** Repairs of one text; more than this, and the text is left to a person. */
const MOST_REPAIRS = 200;
/** Ruled-out words of one text for which a repair is offered at a time. */
const MOST_OFFERED = 40;

function* firstRepair(pair: Pair): Slices<RepairStep | null> {
  const entries = yield* entriesOf(pair);
  const longestFirst = wrongRenderings(entries).sort((a, b) => lengthOfSpan(b) - lengthOfSpan(a));
  for (const entry of longestFirst) {
    const step = yield* tryRepair(entry, entries, pair);
    if (step !== null) return step;
  }
  return yield* firstRepeat(entries, pair);
}

function* entriesOf({ source, target, indexes }: Pair): Slices<readonly LedgerEntry[]> {
  return (yield* ledgerSlices({ source, target, waivers: [] }, indexes)).entries;
}

function wrongRenderings(entries: readonly LedgerEntry[]): LedgerEntry[] {
  return entries.filter(({ verdict, rendering }) => verdict === 'deprecated' && rendering?.spans.length === 1);
}

/** A text pair that is to be repaired. */
type Pair = RepairTools & { readonly source: RichText; readonly target: RichText };

/** The repair of one rendering, unless the ledger is no better after it. */
function* tryRepair(entry: LedgerEntry, entries: readonly LedgerEntry[], pair: Pair): Slices<RepairStep | null> {
  if (overlapsAnother(entry, entries)) return null;
  const next = repairOne(entry, pair);
  if (next === null) return null;
  const after = yield* entriesOf({ ...pair, target: next.target });
  return countWrong(after) < countWrong(entries) ? next : null;
}

/**
 * The repair of a ruled-out word that answers a repeat of a concept of which the ledger asks for one rendering only:
 * the paragraph would call one thing by two names.
 */
function* firstRepeat(entries: readonly LedgerEntry[], pair: Pair): Slices<RepairStep | null> {
  const repeats = entries.filter(({ repeat, rendering }) => repeat && rendering === null);
  if (repeats.length === 0) return null;
  const matches = findAllTerms(pair.target, pair.indexes.en);
  for (const entry of repeats) {
    const { concept } = entry.reading;
    const found = matches.map((match) => ({ match, reading: match.readings.find((one) => one.concept === concept) }));
    const right = found.filter(({ reading }) => reading !== undefined && isAccepted(reading.term)).length;
    if (right >= entries.filter(({ reading }) => reading.concept === concept).length) continue;
    for (const { match, reading } of found) {
      if (reading === undefined || isAccepted(reading.term)) continue;
      const spans = [{ start: match.start, end: match.end }];
      const wrong: LedgerEntry = { ...entry, verdict: 'deprecated', rendering: { spans, reading, how: 'term' } };
      const next = overlapsAnother(wrong, entries) ? null : repairOne(wrong, pair);
      if (next === null) continue;
      const after = yield* entriesOf({ ...pair, target: next.target });
      if (countWrong(after) <= countWrong(entries)) return next;
    }
  }
  return null;
}

function lengthOfSpan({ rendering }: LedgerEntry): number {
  const [span] = rendering?.spans ?? [];
  return span === undefined ? 0 : span.end - span.start;
}

function countWrong(entries: readonly LedgerEntry[]): number {
  return entries.filter((entry) => isWrong(standingOf(entry))).length;
}

function overlapsAnother(entry: LedgerEntry, entries: readonly LedgerEntry[]): boolean {
  const [span] = entry.rendering?.spans ?? [];
  if (span === undefined) return true;
  return entries.some(
    (other) =>
      other !== entry && (other.rendering?.spans ?? []).some(({ start, end }) => start < span.end && span.start < end),
  );
}

function repairOne(entry: LedgerEntry, { source, target, read, indexes }: Pair): RepairStep | null {
  const [span] = entry.rendering?.spans ?? [];
  const reading = entry.rendering?.reading;
  if (span === undefined || reading === null || reading === undefined || !isWordsAlone(target, span)) return null;
  const edits = rewordingOf(
    { text: target.text, span, wrong: reading, french: entry.reading, source: source.text },
    { verbs: indexes.en.verbs, mayChange: (at: Span) => isWordsAlone(target, at) },
  );
  if (edits === null) return null;
  const { text } = target;
  const start = edits[0]?.start ?? span.start;
  const end = edits.at(-1)?.end ?? span.end;
  let put = '';
  let at = start;
  for (const edit of edits) {
    put += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  const after = text.slice(0, start) + put + text.slice(end);
  const place = onlyPlaceOf(inOneLine(put), after) === null ? start : null;
  return { target: read(after), repair: { from: inOneLine(text.slice(start, end)), to: inOneLine(put), at: place } };
}

/**
 * The text after a repair is taken back at the very place where it was made; null when other words stand there by now.
 * Where nobody noted the place, the only place where those words stand.
 */
export function takeRepairBack(text: string, { from, to, at }: Repair): string | null {
  const start = at ?? onlyPlaceOf(to, text);
  if (start === null || !standsAt(text, to, start)) return null;
  return text.slice(0, start) + from + text.slice(start + to.length);
}

function standsAt(text: string, words: string, at: number): boolean {
  const around = [text.slice(0, at), text.slice(at + words.length)] as const;
  const isWhole = !/[\p{L}\p{N}]$/u.test(around[0]) && !/^[\p{L}\p{N}]/u.test(around[1]);
  return isWhole && inOneLine(text.slice(at, at + words.length)) === words;
}

function onlyPlaceOf(words: string, text: string): number | null {
  const line = inOneLine(text);
  const places: number[] = [];
  for (let at = line.indexOf(words); at >= 0 && places.length < 2; at = line.indexOf(words, at + 1)) {
    if (standsAt(text, words, at)) places.push(at);
  }
  return places.length === 1 ? (places[0] as number) : null;
}
