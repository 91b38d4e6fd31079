import type { RichText } from '../../model/rich-text.ts';
import { isWordsAlone, writtenSpan } from '../../text/reading.ts';
import type { Mend } from './mend.ts';

/** A sign as French writes it, with the word beside it, so that a person sees which one it was. */
const QUOTES =
  /«[ \u00a0\u2009\u202f]{0,4}([\p{L}\p{M}\p{N}'’-]{0,40})|([\p{L}\p{M}\p{N}'’.,!?…%)-]{0,40})[ \u00a0\u2009\u202f]{0,4}»/gu;
/** A figure parted from its sign by a space: 12 %. */
const PER_CENT = /(?<![\d.,])(\d[\d.,]{0,20})[ \u00a0\u2009\u202f]{1,4}([%‰])/g;
/** A sign parted by a space from the word before it, where it ends a sentence or a quotation: Why ? “Yes !” */
const BEFORE_SIGN =
  /([\p{L}\p{M}\p{N}%”)]{1,40})[ \u00a0\u2009\u202f]{1,4}((?:[;:](?=[\s”"»)]|$))|[!?]{1,4}(?=[”"»)]|\s*$|\s+[“"«(—–]?\p{Lu}))/gu;

/** French quotation marks that an engine left as they were. */
export function findFrenchQuotes(target: RichText): Mend[] {
  return inWords(target, quotesIn(target.words));
}

/** Spaces in « 50 % » and before ; : ! ? that an engine left as they were. */
export function findFrenchSpaces(target: RichText): Mend[] {
  return inWords(target, [...mendsOf(target.words, PER_CENT), ...mendsOf(target.words, BEFORE_SIGN)]);
}

function inWords(target: RichText, mends: readonly Mend[]): Mend[] {
  return mends
    .map((mend) => ({ ...mend, ...writtenSpan(target, mend) }))
    .filter((mend) => isWordsAlone(target, mend))
    .sort((a, b) => a.start - b.start)
    .filter((mend, i, all) => mend.start >= (all[i - 1]?.end ?? 0));
}

/** “ ” in place of « », and ‘ ’ within “ ”. */
function quotesIn(words: string): Mend[] {
  let depth = 0;
  return [...words.matchAll(QUOTES)].map(({ 0: written, 1: after, 2: before, index }) => {
    const opens = written.startsWith('«');
    if (opens) depth += 1;
    const isInner = depth > 1 || isWithinQuotes(words, index);
    if (!opens) depth = Math.max(0, depth - 1);
    const sign = opens ? (isInner ? '‘' : '“') : isInner ? '’' : '”';
    return { start: index, end: index + written.length, put: opens ? sign + after : before + sign };
  });
}

/** Whether the last English quotation mark in front opens a quotation. */
function isWithinQuotes(words: string, at: number): boolean {
  return words.lastIndexOf('“', at) > words.lastIndexOf('”', at);
}

function mendsOf(words: string, pattern: RegExp): Mend[] {
  return [...words.matchAll(pattern)].map(({ 0: written, 1: before = '', 2: sign = '', index }) => {
    return { start: index, end: index + written.length, put: before + sign };
  });
}
