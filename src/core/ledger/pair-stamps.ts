import type { RichText } from '../model/rich-text.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { BLANK } from '../text/reading.ts';
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

function stampsOf({ words }: RichText): (stamp: string) => string {
  const now = stampOf(words);
  return (stamp) => (stamp === now || !sameWords(words).some((same) => stampOf(same) === stamp) ? now : stamp);
}

/** A blank before a sign, which may be the backslash of one that is escaped. */
const ESCAPE = /\ufffc(?=[!-/:-@[-`{-~])/g;
/** What is escaped where it would be a mark otherwise, or begin a list. */
const SIGNS = /[\\`*_[\]<>&#~|]|^[-+=]|(?<=^\d{1,9})[.)]/g;
/** Of more kinds of signs the rest is taken to have no backslash. */
const MOST_KINDS = 6;

/**
 * The words of texts that read as one, each kind of sign with a backslash before it everywhere or nowhere: that leaves
 * a blank among the words, a reference leaves none.
 */
function sameWords(words: string): string[] {
  const bare = words.replaceAll(ESCAPE, '');
  const kinds = [...new Set(bare.match(SIGNS))].slice(0, MOST_KINDS);
  return kinds.reduce(
    (all, kind) =>
      all.flatMap((text) => [text, text.replaceAll(SIGNS, (sign) => (sign === kind ? BLANK + sign : sign))]),
    [bare],
  );
}
