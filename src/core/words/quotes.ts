import type { Span } from '../model/rich-text.ts';

/** Each opening sign with what closes it. */
const CLOSING: Readonly<Record<string, string>> = {
  '«': '»',
  '“': '”',
  '„': '“”',
  '‹': '›',
  '‘': '’',
  '"': '"',
  "'": "'",
};
const SIGN = /[«»“”„‹›‘’"']/g;
const WORD = /[\p{L}\p{M}\p{N}]/u;

/** An opening sign that waits for what closes it. */
interface Opened {
  readonly sign: string;
  readonly start: number;
}

/** A quotation with its signs. */
export interface QuotedSpan extends Span {
  /** A sign is missing: it may go on in another paragraph, or be a slip. */
  readonly isCut: boolean;
}

/**
 * The outermost quotations of a text: « », “ ”, „ “, ‘ ’, " ", ' '. An apostrophe is no sign, nor are inches. A double
 * sign that nothing closes opens to the end, one that nothing opened closes from the beginning.
 */
export function findQuotations(text: string): QuotedSpan[] {
  const spans: QuotedSpan[] = [];
  const waiting: Opened[] = [];
  for (const { 0: sign, index } of text.matchAll(SIGN)) {
    const [open] = waiting;
    if (open !== undefined && (CLOSING[open.sign] ?? '').includes(sign) && closes(text, index, open)) {
      spans.push({ start: open.start, end: index + 1, isCut: false });
      waiting.pop();
    } else if (open === undefined || (isSingle(open.sign) && !isSingle(sign))) {
      if (opens(text, index)) waiting[0] = { sign, start: index };
      else if (spans.length === 0 && /[»”]/.test(sign)) spans.push({ start: 0, end: index + 1, isCut: true });
    }
  }
  const [last] = waiting;
  if (last !== undefined && !isSingle(last.sign)) spans.push({ start: last.start, end: text.length, isCut: true });
  return spans;
}

function isSingle(sign: string): boolean {
  return sign === '‘' || sign === "'";
}

/** A single sign between letters is an apostrophe, and one after them too where the quotation goes on to another. */
function closes(text: string, at: number, { sign, start }: Opened): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)];
  if (isSingle(sign)) return at > start + 1 && !/\s/.test(before) && !WORD.test(after);
  if (sign !== '"') return true;
  return !(WORD.test(after) && /[\s(]/.test(before));
}

function opens(text: string, at: number): boolean {
  const [sign, before, after] = [text.charAt(at), text.charAt(at - 1), text.charAt(at + 1)];
  if ('«“„‹'.includes(sign)) return true;
  if (sign === '"') return !/\d/.test(before);
  if (!isSingle(sign) || WORD.test(before) || before === ')' || !/[\p{L}\p{N}[(…]/u.test(after)) return false;
  if (sign === '‘') return !/^(?:\d0s|tis|twas|em|til|cause)\b/i.test(text.slice(at + 1, at + 7));
  return closesLater(text, at);
}

/** How far a quotation in straight single signs reaches at most. UTF-16 units. */
const LONGEST_SINGLE = 300;

/** A straight single sign is an apostrophe unless another closes it: '90s, 'em. */
function closesLater(text: string, at: number): boolean {
  if (/^(?:\d0s|n')/.test(text.slice(at + 1, at + 4))) return false;
  return /[\p{L}\p{N}.,!?…]'(?![\p{L}\p{N}])/u.test(text.slice(at + 1, at + LONGEST_SINGLE));
}

/** Speech without quotation marks: a paragraph, or what follows a sentence, that begins with a dash. */
export function hasDialogueDash(text: string): boolean {
  return /(?:^|[.!?…»]\s)[\s\ufffc]*(?:[—–]|--)\s?\S/.test(text);
}
