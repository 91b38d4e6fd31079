import type { RichText } from '../model/rich-text.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { BLANK, wordsOffset } from '../text/reading.ts';
import { readingKey } from '../text/same-reading.ts';

/**
 * What a waiver is tied to: it lapses when the source, the target or the entry changes. Twelve hexadecimal digits,
 * four for each, so that the check can say which. These are the first eight, those of the two texts: of their words,
 * since an address, code or a tag is judged by nothing that a waiver accepts, and as a reader sees them.
 */
export function pairStamp(source: RichText, target: RichText): string {
  return stampOf(source.words) + stampOf(target.words);
}

/**
 * The stamp of a pair as a waiver may have it: its own four digits for each text that reads as the one that it was
 * written beside, though signs are escaped in other ways there (`\*`, `&#42;`, `*`), and those of today for any other.
 */
export function createPairStamps(source: RichText, target: RichText): (hash: string) => string {
  const [ofSource, ofTarget] = [stampsOf(source), stampsOf(target)];
  return (hash) => ofSource(hash.slice(0, 4)) + ofTarget(hash.slice(4, 8));
}

const BLANKS = /\ufffc+/g;

function stampOf(words: string): string {
  return fingerprint([readingKey(words.replaceAll(BLANKS, BLANK))]).slice(0, 4);
}

function stampsOf(rich: RichText): (stamp: string) => string {
  const now = stampOf(rich.words);
  let same: ReadonlySet<string> | undefined;
  return (stamp) => {
    if (stamp === now) return now;
    same ??= new Set(sameWords(rich).map(stampOf));
    return same.has(stamp) ? stamp : now;
  };
}

/** What is escaped where it would be a mark otherwise, or begin a list. */
const SIGNS = /[\\`*_[\]<>&#~|]|^[-+=]|(?<=^\d{1,9})[.)]/g;
/** Kinds of signs that are escaped or not each by itself; the rest of them go together. */
const MOST_KINDS = 4;

/**
 * The words of the texts that read as this one, each kind of sign with a backslash before it everywhere or nowhere: a
 * backslash leaves a blank among the words, a reference leaves none.
 */
function sameWords(rich: RichText): string[] {
  const bare = withoutBackslashes(rich);
  const kinds = [...new Set(bare.match(SIGNS) ?? [])].map((sign, i) => ({
    sign,
    bit: 2 ** Math.min(i, MOST_KINDS - 1),
  }));
  const ways = 2 ** Math.min(kinds.length, MOST_KINDS);
  return Array.from({ length: ways }, (_, way) => {
    const escaped = new Set(kinds.filter(({ bit }) => (way & bit) > 0).map(({ sign }) => sign));
    return bare.replaceAll(SIGNS, (sign) => (escaped.has(sign) ? BLANK + sign : sign));
  });
}

function withoutBackslashes(rich: RichText): string {
  const { text, syntax, words } = rich;
  const escapes = syntax.filter(({ start, end }) => end - start === 1 && text.charAt(start) === '\\');
  const pieces: string[] = [];
  let at = 0;
  for (const { start } of escapes) {
    const offset = wordsOffset(rich, start);
    pieces.push(words.slice(at, offset));
    at = offset + 1;
  }
  return pieces.join('') + words.slice(at);
}
