/** Hyphen, space or closed: the ways one compound is written. */

const MOST_VARIANTS = 24;

/** Two to four words without an apostrophe, which a hyphen can join. */
const JOINABLE = /^[^\s’']+( [^\s’']+){1,3}$/;

/** How the parts of a term may be joined. */
export interface Joints {
  /** What a hyphen may be. */
  readonly signs: readonly string[];
  /** Whether words may be joined by hyphens: reasoning-model. */
  readonly hyphenates: boolean;
}

const SIGNS = ['-', ' ', ''];
export const AS_HYPHENED: Joints = { signs: SIGNS, hyphenates: false };
export const HYPHENED: Joints = { signs: SIGNS, hyphenates: true };
/** For whoever takes a hyphen for a space, as the matcher does in English. */
export const CLOSED: Joints = { signs: ['-', ''], hyphenates: false };

/**
 * Spellings of a term that differ only in how its parts are joined. A hyphen may be a space or nothing; a known
 * prefix may take a hyphen; words may be joined by hyphens where the language does so.
 *
 * @param prefixLength how many letters of a word may be cut off with a hyphen
 */
export function spellings(text: string, prefixLength: (word: string) => number, joints: Joints): string[] {
  const prefixed = hyphenatePrefixes(text, prefixLength);
  if (prefixed === text && !text.includes('-'))
    return joints.hyphenates && text.includes(' ') ? [text, ...hyphenated(text)] : [text];
  const variants = new Set([text]);
  for (const written of [text, prefixed]) {
    for (const joined of joinedWith(written, joints)) if (variants.size < MOST_VARIANTS) variants.add(joined);
  }
  return [...variants];
}

function hyphenatePrefixes(text: string, prefixLength: (word: string) => number): string {
  let [written, kept] = ['', 0];
  for (let at = 0; at < text.length; ) {
    const space = text.indexOf(' ', at);
    const end = space < 0 ? text.length : space;
    const length = prefixLength(text.slice(at, end));
    if (length > 0) {
      written += `${text.slice(kept, at + length)}-`;
      kept = at + length;
    }
    at = end + 1;
  }
  const prefixed = kept === 0 ? text : written + text.slice(kept);
  return prefixed.includes('non ') ? prefixed.replace(/(?<![^ ])non (?=\p{L})/u, 'non-') : prefixed;
}

/** The words joined by hyphens, all of them or some: machine-learning model, machine-learning-model. */
function hyphenated(text: string): string[] {
  if (!JOINABLE.test(text)) return [];
  const [first = '', ...words] = text.split(' ');
  let joined = [first];
  for (const word of words) {
    const longer: string[] = [];
    for (const start of joined) longer.push(`${start}-${word}`, `${start} ${word}`);
    joined = longer;
  }
  joined.pop();
  return joined;
}

/** Each hyphen as all it may be; and spaces as hyphens. */
function joinedWith(text: string, { signs, hyphenates }: Joints): string[] {
  const parts = text.split('-');
  let joined = [parts[0] ?? ''];
  for (const part of parts.slice(1)) {
    const ways = joined.length > MOST_VARIANTS ? ['-'] : signs;
    joined = joined.flatMap((start) => ways.map((sign) => `${start}${sign}${part}`));
  }
  return hyphenates ? [...joined, ...hyphenated(text)] : joined;
}
