import type { RichText, Span } from '../../model/rich-text.ts';
import { bare } from '../../text/characters.ts';
import { readableIn, writtenSpan } from '../../text/reading.ts';
import { hasWholeWords } from '../../text/whole-words.ts';
import { findQuotations, hasDialogueDash, type QuotedSpan } from '../../words/quotes.ts';

/** A quotation that one side has and the other has not. */
export interface QuotationDifference {
  readonly source: Span | null;
  readonly target: Span | null;
}

/**
 * The first quotation that one side has and the other has not, or null. Quotations of the same words answer each other,
 * and the others one each: two where a speaker’s name interrupts one, or a sign is missing and nobody knows where it
 * ends. What is stressed or code on one side alone, or begins with the dash of a dialogue, may answer what the other
 * side quotes.
 */
export function compareQuotations(source: RichText, target: RichText): QuotationDifference | null {
  const from = quotationsIn(source);
  const said = new Set(from.map((one) => one.said));
  const to = quotationsIn(target).filter((one) => said.has(one.said) || !isNamedAlike(one, source, target));
  if (from.length === 0 && to.length === 0) return null;
  if (from.length === 0) return isSetApart(source) ? null : differenceOf(null, firstWhole(to));
  if (to.length === 0) return isSetApart(target) ? null : differenceOf(firstWhole(from), null);
  if (from.length > MOST_COUNTED || to.length > MOST_COUNTED) return null;
  const [lost, added] = [unlike(from, to), unlike(to, from)];
  const [sources, targets] = [rangeOf(lost, from, source), rangeOf(added, to, target)];
  const stressed = stressedIn(target) - stressedIn(source);
  if (sources.least > targets.most + sources.slack + Math.max(0, stressed))
    return { source: lost[added.length]?.span ?? null, target: null };
  if (targets.least > sources.most + targets.slack + Math.max(0, -stressed))
    return { source: null, target: added[lost.length]?.span ?? null };
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

/** Jetons (de l’anglais « tokens »): the word of the other language, which a translation leaves out. */
const GLOSS = /\((?:de |en |in |from )?(?:the |l[’'])?(?:anglais|français|english|french)[^()]{0,20}$/i;
const LONGEST_GLOSS_LEAD = 40;

function isGloss(words: string, { start }: Span): boolean {
  return GLOSS.test(words.slice(Math.max(0, start - LONGEST_GLOSS_LEAD), start));
}

function quotationsIn(text: RichText): Quotation[] {
  const quoted = findQuotations(text.words).filter((span) => !isGloss(text.words, span));
  return quoted.map((words) => {
    const span = writtenSpan(text, words);
    const said = bare(readableIn(text, span))
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    return { span, said, words };
  });
}

/** Whether the English quotes a name or a title that the French has letter for letter. */
function isNamedAlike({ span }: Quotation, source: RichText, target: RichText): boolean {
  const name = readableIn(target, span).replaceAll(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '');
  return /^\p{Lu}\p{L}{2}/u.test(name) && hasWholeWords(source.words, name);
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
function isSetApart(text: RichText): boolean {
  return stressedIn(text) > 0 || hasDialogueDash(text.words);
}

/** How many times a side stresses words, or marks them as code. */
function stressedIn({ marks }: RichText): number {
  return marks.filter(({ kind }) => kind !== 'link').length;
}

function cutIn(quotations: readonly Quotation[]): number {
  return quotations.filter(({ words }) => words.isCut).length;
}

interface QuotationRange {
  /** When those that a speaker’s name interrupts are one. */
  readonly least: number;
  readonly most: number;
  /** One where a speaker’s name or a missing sign divides a quotation of the side, so that their number is not sure. */
  readonly slack: number;
}

/** @param unanswered those of a side that the other does not quote in the same words */
function rangeOf(unanswered: readonly Quotation[], all: readonly Quotation[], { words }: RichText): QuotationRange {
  const cut = cutIn(all);
  const interrupted = interruptionsIn(unanswered, words);
  const most = hasDialogueDash(words) ? Infinity : unanswered.length + cut;
  const slack = cut > 0 || interruptionsIn(all, words) > 0 ? 1 : 0;
  return { least: unanswered.length - interrupted, most, slack };
}

function interruptionsIn(quotations: readonly Quotation[], words: string): number {
  return quotations.filter(({ words: { start } }, i) => {
    const before = quotations[i - 1]?.words.end;
    return before !== undefined && isInterruption(words, before, start);
  }).length;
}

const LONGEST_INTERRUPTION = 120;

/** “…,” he said, “…”: the first ends with a sign inside, or some words stand between the two. */
function isInterruption(words: string, end: number, start: number): boolean {
  const between = words.slice(end, start);
  return (
    start - end <= LONGEST_INTERRUPTION &&
    /\p{L}[\s-]+\p{L}/u.test(between) &&
    /[,.!?…]/.test(words.slice(end - 2, end + 1))
  );
}
