import type { NumberWords } from './number-words.ts';
import { matchAt, type NumberText, wordAt } from './reading-at.ts';

/** A number in words, or null: where it ends, and what it is worth. */
export interface Numeral {
  readonly end: number;
  readonly value: number;
}

interface Sum {
  readonly thousands: number;
  readonly rest: number;
}

const JOINT = /(?:-|\s)(?:(et|and)(?:-|\s))?/y;

/** Number words in a row: vingt-deux, neuf cents, two hundred and five. */
export function numeralAt(source: NumberText, at: number): Numeral | null {
  const { text } = source;
  let found: Numeral | null = null;
  let sum: Sum = { thousands: 0, rest: 0 };
  for (let next = at, joint = ''; ; ) {
    const word = wordAt(text, next);
    const value = worthOf(source, { word, at: next, joint, isFirst: found === null });
    const joined = value === null ? null : join(sum, value);
    if (joined === null) return found;
    sum = joined;
    found = { end: next + word.length, value: sum.thousands + sum.rest };
    joint = matchAt(JOINT, text, found.end)?.[0] ?? '';
    if (joint === '' || !maySayAnd(source, { joint, sum, at: found.end + joint.length })) return found;
    next = found.end + joint.length;
  }
}

interface Candidate {
  readonly word: string;
  readonly at: number;
  /** What stands between it and the word before. */
  readonly joint: string;
  readonly isFirst: boolean;
}

function worthOf({ text, words }: NumberText, { word, at, joint, isFirst }: Candidate): number | null {
  const lower = word.toLowerCase();
  const known = words.cardinals.get(lower) ?? words.ordinals.get(lower);
  if (known !== undefined) return known;
  if (isFirst) return multiplies(text, at + word.length) ? (words.loose.get(lower) ?? articleOf(words, lower)) : null;
  const ends = words.endings.has(lower) && (joint.trim() !== '' || !/^(?:first|second|third)$/.test(lower));
  return ends ? (words.loose.get(lower) ?? null) : null;
}

/** A hundred and one. */
function articleOf({ language }: NumberWords, word: string): number | null {
  return language === 'en' && word === 'a' ? 1 : null;
}

/** Neuf cents, one thousand: a word of several senses is a number before these. */
function multiplies(text: string, at: number): boolean {
  return /^(?:-|\s)(?:cents?|mille|hundred|thousand)(?![\p{L}])/iu.test(text.slice(at, at + 12));
}

/** French says et before un and onze, English and after hundreds: not between two numbers of their own. */
function maySayAnd(
  { text, language }: NumberText,
  { joint, sum, at }: { joint: string; sum: Sum; at: number },
): boolean {
  if (!/et|and/.test(joint)) return true;
  const word = wordAt(text, at).toLowerCase();
  if (language === 'fr') return /^(?:une?|onze|unième|onzième)$/.test(word);
  const isLarge = sum.rest % 100 === 0 || sum.rest === 0;
  return (
    isLarge && !/^[\s-](?:hundred|thousand|[mbtr]+illion)/.test(text.slice(at + word.length, at + word.length + 10))
  );
}

/**
 * A number word after others, French soixante-dix-sept and quatre-vingts included; null when it begins a new number.
 */
function join({ thousands, rest }: Sum, value: number): Sum | null {
  const tens = rest % 100;
  if (value === 1000) return thousands > 0 ? null : { thousands: Math.max(1, rest) * 1000, rest: 0 };
  if (value === 100)
    return rest < 100 && (rest < 10 || rest % 10 > 0) ? { thousands, rest: Math.max(1, rest) * 100 } : null;
  if (value === 20 && tens === 4) return { thousands, rest: rest - 4 + 80 };
  // Of ten and a digit French has 17, 18 and 19 only.
  const fits =
    tens === 0 ||
    (value < 20 && (tens === 60 || tens === 80)) ||
    (value < 10 && tens % 10 === 0 && (tens > 10 || value > 6));
  return fits ? { thousands, rest: rest + value } : null;
}
