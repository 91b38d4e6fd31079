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
  return createPairStamps(source, target)();
}

/**
 * The stamp of a pair, of today; or as a waiver may have it: its own four digits for each text that reads as the one
 * that it was written beside, though signs are escaped in other ways there (`\*`, `&#42;`, `*`), and those of today for
 * any other.
 */
export type PairStamps = (hash?: string) => string;

/** Nothing is made of the texts until somebody asks, and what is made then serves all who ask of that pair. */
export function createPairStamps(source: RichText, target: RichText): PairStamps {
  const [ofSource, ofTarget] = [stampsOf(source), stampsOf(target)];
  return (hash) => ofSource(hash?.slice(0, 4)) + ofTarget(hash?.slice(4, 8));
}

const BLANKS = /\ufffc+/g;

function stampOf(words: string): string {
  return fingerprint([readingKey(words.replaceAll(BLANKS, BLANK))]).slice(0, 4);
}

function stampsOf(rich: RichText): (stamp?: string) => string {
  let now: string | null = null;
  let same: ReadonlySet<string> | null = null;
  return (stamp) => {
    now ??= stampOf(rich.words);
    if (stamp === undefined || stamp === now) return now;
    same ??= new Set(sameWords(rich.words).map(stampOf));
    return same.has(stamp) ? stamp : now;
  };
}

/** A blank before a sign, which may be the backslash of one that is escaped. */
const ESCAPE = /\ufffc(?=[!-/:-@[-`{-~])/g;
/** What is escaped where it would be a mark otherwise, or begin a list. */
const SIGNS = /[\\`*_[\]<>&#~|]|^[-+=]|(?<=^\d{1,9})[.)]/g;
/** Kinds of signs that are tried alone: a stamp is short, and each text more may have that of a waiver by accident. */
const MOST_KINDS = 5;
/** UTF-16 units of a text beyond which it is read in one way only. */
const LONGEST = 10_000;

/**
 * The words of texts that read as one: a backslash before no sign, before each, or before those of one kind. It leaves
 * a blank among the words, a reference leaves none.
 */
function sameWords(words: string): string[] {
  if (words.length > LONGEST) return [];
  const bare = words.replaceAll(ESCAPE, '');
  const escaped = (kinds: ReadonlySet<string>) =>
    bare.replaceAll(SIGNS, (sign) => (kinds.has(sign) ? BLANK + sign : sign));
  const kinds = new Set(bare.match(SIGNS));
  return [bare, escaped(kinds), ...[...kinds].slice(0, MOST_KINDS).map((kind) => escaped(new Set([kind])))];
}
