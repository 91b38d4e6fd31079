import type { RichText, Span } from '../model/rich-text.ts';
import { bare } from '../text/characters.ts';
import { readableIn, writtenSpan } from '../text/reading.ts';
import { findQuotations, hasDialogueDash, type QuotedSpan } from '../words/quotes.ts';

/** A quotation that one side has and the other has not. */
export interface QuotationDifference {
  readonly source: Span | null;
  readonly target: Span | null;
}

/**
 * The first quotation that one side has and the other has not, or null. Quotations of the same words answer each other;
 * of the others the speaker’s name may cut one in two or more. What is stressed or code, or begins with the dash of a
 * dialogue, may answer what the other side quotes.
 */
export function compareQuotations(source: RichText, target: RichText): QuotationDifference | null {
  const [from, to] = [quotationsIn(source), quotationsIn(target)];
  if (from.length === 0 && to.length === 0) return null;
  if (from.length === 0) return isSetApart(source) ? null : differenceOf(null, firstWhole(to));
  if (to.length === 0) return isSetApart(target) ? null : differenceOf(firstWhole(from), null);
  if (from.length > MOST_COUNTED || to.length > MOST_COUNTED) return null;
  const [lost, added] = [unlike(from, to), unlike(to, from)];
  const cut = { source: cutIn(from), target: cutIn(to) };
  const [sources, targets] = [rangeOf(lost, source, cut.source), rangeOf(added, target, cut.target)];
  if (sources.least > targets.most + 1) return { source: lost[added.length]?.span ?? null, target: null };
  if (targets.least > sources.most + 1) return { source: null, target: added[lost.length]?.span ?? null };
  return null;
}

/** A paragraph of more quotations is about words, and each side marks them in its own way. */
const MOST_COUNTED = 6;

interface Quotation {
  readonly span: Span;
  /** Its words, bare. */
  readonly said: string;
  /** Places in the words of its text. */
  readonly words: QuotedSpan;
}

function quotationsIn(text: RichText): Quotation[] {
  return findQuotations(text.words).map((words) => {
    const span = writtenSpan(text, words);
    const said = bare(readableIn(text, span))
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    return { span, said, words };
  });
}

function firstWhole(quotations: readonly Quotation[]): Span | null {
  return quotations.find(({ words }) => !words.isCut)?.span ?? null;
}

function differenceOf(source: Span | null, target: Span | null): QuotationDifference | null {
  return source === null && target === null ? null : { source, target };
}

/** Those whose words the other side does not quote; one that is cut may answer, and is not missed. */
function unlike(quotations: readonly Quotation[], others: readonly Quotation[]): Quotation[] {
  const said = others.map((one) => ` ${one.said} `).join('|');
  return quotations.filter((one) => !one.words.isCut && !said.includes(` ${one.said} `));
}

/** Whether a side sets words apart in another way: by stress, as code, or by the dash of a dialogue. */
function isSetApart({ marks, words }: RichText): boolean {
  return marks.some(({ kind }) => kind !== 'link') || hasDialogueDash(words);
}

function cutIn(quotations: readonly Quotation[]): number {
  return quotations.filter(({ words }) => words.isCut).length;
}

/** How many quotations there are, and how many at least when those that a speaker’s name interrupts are one. */
function rangeOf(quotations: readonly Quotation[], { words }: RichText, cut: number): { least: number; most: number } {
  const interruptions = quotations.filter(({ words: { start } }, i) => {
    const before = quotations[i - 1]?.words.end;
    return before !== undefined && isInterruption(words, before, start);
  });
  const most = hasDialogueDash(words) ? Infinity : quotations.length + cut;
  return { least: quotations.length - interruptions.length, most };
}

const LONGEST_INTERRUPTION = 120;

/** “…,” he said, “…”: the first ends with a sign inside, or some words stand between the two. */
function isInterruption(words: string, end: number, start: number): boolean {
  const between = words.slice(end, start);
  return (
    start - end <= LONGEST_INTERRUPTION &&
    /\p{L}+\s+\p{L}/u.test(between) &&
    /[,.!?…]/.test(words.slice(end - 2, end + 1))
  );
}
