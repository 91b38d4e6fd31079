import type { TermIndexes } from '../matcher/term-index.ts';
import { isAccepted, type Term } from '../model/concept.ts';
import { hasCapitals } from '../text/characters.ts';
import { isAcronym, lengthOf } from '../words/acronyms.ts';
import { englishPluralOf } from '../words/english-forms.ts';
import { checkUnit } from './ledger.ts';
import type { LedgerEntry } from './ledger-entry.ts';

/** One rendering that was put right. */
export interface Repair {
  readonly from: string;
  readonly to: string;
}

export interface Repaired {
  readonly target: string;
  /** In the order of the text. */
  readonly repairs: readonly Repair[];
}

/**
 * Puts the preferred term where an entry rules out the rendering that stands there. Number, capital letter and a/an
 * are kept; what renders another concept is left alone. A repair after which the ledger is no better is undone.
 */
export function repairTarget(source: string, target: string, indexes: TermIndexes): Repaired {
  let current = target;
  const repairs: Repair[] = [];
  for (;;) {
    const entries = checkUnit(source, current, indexes);
    const step = firstRepair(entries, current, repairs.length, indexes, source);
    if (step === null) return { target: current, repairs };
    current = step.target;
    repairs.push(step.repair);
  }
}

/** Each single repair that would do a text good, and the text after it. */
export function possibleRepairs(
  source: string,
  target: string,
  indexes: TermIndexes,
): { readonly repair: Repair; readonly target: string }[] {
  const entries = checkUnit(source, target, indexes);
  const wrong = countWrong(entries);
  return entries
    .filter(({ verdict, rendering }) => verdict === 'deprecated' && rendering?.spans.length === 1)
    .flatMap((entry) => {
      const next = overlapsAnother(entry, entries) ? null : repairOne(entry, target);
      return next !== null && countWrong(checkUnit(source, next.target, indexes)) < wrong ? [next] : [];
    });
}

/** Repairs of one text; more than this, and the text is left to a person. */
const MOST_REPAIRS = 200;

function firstRepair(
  entries: readonly LedgerEntry[],
  target: string,
  done: number,
  indexes: TermIndexes,
  source: string,
): { target: string; repair: Repair } | null {
  if (done >= MOST_REPAIRS) return null;
  const wrong = entries.filter(({ verdict, rendering }) => verdict === 'deprecated' && rendering?.spans.length === 1);
  const longestFirst = wrong.sort((a, b) => lengthOfSpan(b) - lengthOfSpan(a));
  for (const entry of longestFirst) {
    const next = repairOne(entry, target);
    if (next === null || overlapsAnother(entry, entries)) continue;
    if (countWrong(checkUnit(source, next.target, indexes)) < countWrong(entries)) return next;
  }
  return null;
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

function repairOne(entry: LedgerEntry, target: string): { target: string; repair: Repair } | null {
  const [span] = entry.rendering?.spans ?? [];
  const reading = entry.rendering?.reading;
  if (span === undefined || reading === null || reading === undefined) return null;
  const term = replacementFor(entry, reading.term);
  if (term === null) return null;
  const from = target.slice(span.start, span.end);
  const plural =
    reading.kind === 'plural' || (reading.kind === 'spelling' && /s$/.test(from) && !/s$/.test(reading.term.text));
  const form = plural ? englishPluralOf(term) : term.text + optionalEnding(from, term);
  const to = withCapitalsOf(from, form, isSentenceStart(target, span.start));
  const [head, article] = withArticle(target.slice(0, span.start), to);
  return {
    target: head + to + target.slice(span.end),
    repair: {
      from: article === null ? from : `${article.from} ${from}`,
      to: article === null ? to : `${article.to} ${to}`,
    },
  };
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

/** CHIPS → TOKENS; Chips → Tokens; a capital that only opens a sentence is kept too. */
function withCapitalsOf(from: string, to: string, opens: boolean): string {
  if (isAcronym(to)) return to;
  if (from.length > 1 && from === from.toUpperCase() && hasCapitals(from)) return to.toUpperCase();
  const capital = hasCapitals(from.charAt(0)) && (opens || !hasCapitals(from.slice(1)));
  return capital ? to.charAt(0).toUpperCase() + to.slice(1) : to;
}

/** “a chip” → “an embedding”: the article in front follows the word. */
function withArticle(head: string, word: string): [head: string, changed: Repair | null] {
  const article = /(?<![\p{L}\p{N}])(an?)(\s+)$/iu.exec(head);
  if (article === null) return [head, null];
  const [, from = '', space = ''] = article;
  const small = opensWithVowelSound(word) ? 'an' : 'a';
  const to = hasCapitals(from) ? `A${small.slice(1)}` : small;
  if (to === from) return [head, null];
  return [head.slice(0, article.index) + to + space, { from, to }];
}

/** By sound, not by letter: an LLM, a URL, a use, an hour. */
function opensWithVowelSound(word: string): boolean {
  const first = word.split(/[\s-]/, 1)[0] ?? '';
  if (isAcronym(first) && !/[aeiou]/i.test(first.slice(1, 3))) return /^[aefhilmnorsx]/i.test(first);
  if (/^(?:uni|use|usu|uti|eu|one|ubi)/i.test(first)) return false;
  return /^(?:[aeio]|u)|^(?:hour|honest|honou?r|heir)/i.test(first);
}
