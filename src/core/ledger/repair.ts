import type { Reading, TermIndexes } from '../matcher/term-index.ts';
import { isAccepted, type Term } from '../model/concept.ts';
import type { Repair } from '../model/repair-note.ts';
import type { RichText } from '../model/rich-text.ts';
import { hasCapitals } from '../text/characters.ts';
import { isWordsAlone, type ReadText } from '../text/reading.ts';
import { isAcronym, lengthOf } from '../words/acronyms.ts';
import { englishPluralOf } from '../words/english-forms.ts';
import { checkUnit } from './ledger.ts';
import type { LedgerEntry } from './ledger-entry.ts';

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
 * Puts the preferred term where an entry rules out the rendering that stands there. Number, capital letter and a/an
 * are kept; what renders another concept is left alone. A repair after which the ledger is no better is undone.
 */
export function repairTarget(source: RichText, target: RichText, tools: RepairTools): Repaired {
  let current = target;
  const repairs: Repair[] = [];
  while (repairs.length < MOST_REPAIRS) {
    const step = firstRepair(source, current, tools);
    if (step === null) break;
    current = step.target;
    repairs.push(step.repair);
  }
  return { target: current, repairs };
}

/** Each single repair that would do a text good, and the text after it. */
export function possibleRepairs(source: RichText, target: RichText, tools: RepairTools): RepairStep[] {
  const { entries } = checkUnit(source, target, tools.indexes);
  return wrongRenderings(entries).flatMap((entry) => tryRepair(entry, entries, { source, target, ...tools }) ?? []);
}

/** One repair, and the text after it. */
export interface RepairStep {
  readonly target: RichText;
  readonly repair: Repair;
}

/** Repairs of one text; more than this, and the text is left to a person. */
const MOST_REPAIRS = 200;

function firstRepair(source: RichText, target: RichText, tools: RepairTools): RepairStep | null {
  const { entries } = checkUnit(source, target, tools.indexes);
  const longestFirst = wrongRenderings(entries).sort((a, b) => lengthOfSpan(b) - lengthOfSpan(a));
  for (const entry of longestFirst) {
    const step = tryRepair(entry, entries, { source, target, ...tools });
    if (step !== null) return step;
  }
  return null;
}

function wrongRenderings(entries: readonly LedgerEntry[]): LedgerEntry[] {
  return entries.filter(({ verdict, rendering }) => verdict === 'deprecated' && rendering?.spans.length === 1);
}

/** A text pair that is to be repaired. */
type Pair = RepairTools & { readonly source: RichText; readonly target: RichText };

/** The repair of one rendering, unless the ledger is no better after it. */
function tryRepair(entry: LedgerEntry, entries: readonly LedgerEntry[], pair: Pair): RepairStep | null {
  if (overlapsAnother(entry, entries)) return null;
  const next = repairOne(entry, pair.target.text, pair);
  if (next === null) return null;
  return countWrong(checkUnit(pair.source, next.target, pair.indexes).entries) < countWrong(entries) ? next : null;
}

function lengthOfSpan({ rendering }: LedgerEntry): number {
  const [span] = rendering?.spans ?? [];
  return span === undefined ? 0 : span.end - span.start;
}

function countWrong(entries: readonly LedgerEntry[]): number {
  return entries.filter(({ verdict }) => verdict === 'deprecated' || verdict === 'missing').length;
}

function overlapsAnother(entry: LedgerEntry, entries: readonly LedgerEntry[]): boolean {
  const [span] = entry.rendering?.spans ?? [];
  if (span === undefined) return true;
  return entries.some(
    (other) =>
      other !== entry && (other.rendering?.spans ?? []).some(({ start, end }) => start < span.end && span.start < end),
  );
}

function repairOne(entry: LedgerEntry, text: string, { target, read }: Pair): RepairStep | null {
  const [span] = entry.rendering?.spans ?? [];
  const reading = entry.rendering?.reading;
  if (span === undefined || reading === null || reading === undefined || !isWordsAlone(target, span)) return null;
  const term = replacementFor(entry, reading.term);
  if (term === null) return null;
  const from = text.slice(span.start, span.end);
  const to = withCapitalsOf(
    { from, wrong: reading.term },
    formLike(term, reading, from),
    isSentenceStart(text, span.start),
  );
  const before = articleBefore(text.slice(0, span.start), to);
  const article = before !== null && isWordsAlone(target, { start: before.start, end: span.start }) ? before : null;
  const start = article?.start ?? span.start;
  const put = (article?.text ?? '') + to;
  const after = text.slice(0, start) + put + text.slice(span.end);
  const at = onlyPlaceOf(inOneLine(put), after) === null ? start : null;
  return { target: read(after), repair: { from: inOneLine(text.slice(start, span.end)), to: inOneLine(put), at } };
}

/** The plural of a term where a plural stands. */
function formLike(term: Term, { kind, term: wrong }: Reading, from: string): string {
  const plural = kind === 'plural' || (kind === 'spelling' && /s$/.test(from) && !/s$/.test(wrong.text));
  return plural ? englishPluralOf(term) : term.text + optionalEnding(from, term);
}

/** As it stands in a comment of one line; units are kept. */
function inOneLine(text: string): string {
  return text.replaceAll(/\s/g, ' ');
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

/** `(s)` for words that are written with it: chip(s) → token(s). */
function optionalEnding(from: string, term: Term): string {
  const plural = englishPluralOf(term);
  return /\(e?s\)$/.test(from) && plural.startsWith(term.text) ? `(${plural.slice(term.text.length)})` : '';
}

/** The preferred English term of the entry that is as long as the French one: long for long, acronym for acronym. */
function replacementFor({ reading }: LedgerEntry, wrong: Term): Term | null {
  const accepted = reading.concept.en.filter(isAccepted);
  const preferred = accepted.filter(({ status }) => status === 'preferred');
  const length = isAcronym(wrong.text) ? 'short' : lengthOf(reading.term);
  return preferred.find((term) => lengthOf(term) === length) ?? preferred[0] ?? accepted[0] ?? null;
}

function isSentenceStart(text: string, at: number): boolean {
  return /(?:^|[.!?:…]["”»’)]*\s+|["“«(]\s*)$/u.test(text.slice(Math.max(0, at - 6), at)) || at === 0;
}

/** CHIPS → TOKENS; Chips → Tokens; a capital that only opens a sentence is kept too, those of an acronym are not. */
function withCapitalsOf({ from, wrong }: { from: string; wrong: Term }, to: string, opens: boolean): string {
  if (isAcronym(to)) return to;
  if (isAcronym(wrong.text)) return opens ? capitalized(to) : to;
  if (from.length > 1 && from === from.toUpperCase() && hasCapitals(from)) return to.toUpperCase();
  const capital = hasCapitals(from.charAt(0)) && (opens || !hasCapitals(from.slice(1)));
  return capital ? capitalized(to) : to;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** “a chip” → “an embedding”: the article in front that has to follow the word; null where it stays. */
function articleBefore(head: string, word: string): { readonly start: number; readonly text: string } | null {
  const article = /(?<![\p{L}\p{N}])(an?)(\s+)$/iu.exec(head);
  if (article === null) return null;
  const [, from = '', space = ''] = article;
  const small = opensWithVowelSound(word) ? 'an' : 'a';
  const to = hasCapitals(from) ? `A${small.slice(1)}` : small;
  return to === from ? null : { start: article.index, text: to + space };
}

/** By sound, not by letter: an LLM, a URL, a use, an hour. */
function opensWithVowelSound(word: string): boolean {
  const first = word.split(/[\s-]/, 1)[0] ?? '';
  if (isAcronym(first) && !/[aeiou]/i.test(first.slice(1, 3))) return /^[aefhilmnorsx]/i.test(first);
  if (/^(?:uni|use|usu|uti|eu|one|ubi)/i.test(first)) return false;
  return /^(?:[aeio]|u)|^(?:hour|honest|honou?r|heir)/i.test(first);
}
