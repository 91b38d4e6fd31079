import type { Span } from '../model/rich-text.ts';
import { fold } from '../text/characters.ts';
import { englishPlural } from '../words/english-inflection.ts';
import type { WordAt } from './text-words.ts';
import { indexOfPlace, type WordSearch } from './word-search.ts';

/** What joins two compounds of which the first leaves out what the second says. */
const JOINTS: ReadonlySet<string> = new Set(
  '- , / & and or nor to than as well rather but not both versus vs instead of'.split(' '),
);
/** What a joint begins with. */
const OPENS_JOINT: ReadonlySet<string> = new Set(', / & and or nor to than as rather but versus vs instead'.split(' '));
/** Words that never stand between it and the rest: another phrase begins. */
const OTHER_PHRASE: ReadonlySet<string> = new Set(
  'the a an this that these those its their for in on with by from at into is are was were be been has have had will can could may who which when where while if because it they'.split(
    ' ',
  ),
);
/** Words and signs between the first words of a compound and the rest. */
const MOST_BETWEEN = 7;

/**
 * The first words of a compound that shares the others with one behind it: **input** and output tokens, **short**- and
 * long-term memory.
 *
 * @param compounds in their words, as an entry has them
 * @param words all of the target, in order
 * @returns the span of what stands there; null where the rest stands nowhere behind
 */
export function findShared(
  compounds: readonly string[][],
  words: readonly WordAt[],
  { occurrences, near }: WordSearch,
): Span | null {
  for (const compound of compounds)
    for (const place of near(occurrences(compound.slice(0, 1)))) {
      const shared = firstOfShared(words, indexOfPlace(words, place), compound);
      if (shared !== null) return shared;
    }
  return null;
}

function firstOfShared(words: readonly WordAt[], at: number, compound: readonly string[]): Span | null {
  for (let count = compound.length - 1; count > 0; count -= 1) {
    const end = readRun(words, at, compound.slice(0, count));
    if (end === null || !isSharedBehind(words, end, compound.slice(count))) continue;
    return { start: (words[at] as WordAt).start, end: (words[end - 1] as WordAt).end };
  }
  return null;
}

function isSharedBehind(words: readonly WordAt[], at: number, rest: readonly string[]): boolean {
  const first = isHyphen(words[at]) ? at + 1 : at;
  if (!OPENS_JOINT.has(wordAt(words, first))) return false;
  let others = 0;
  for (let i = first; i < first + MOST_BETWEEN; i += 1) {
    const word = wordAt(words, i);
    if (others > 0 && readRun(words, i, rest, englishPlural) !== null) return true;
    if (OTHER_PHRASE.has(word) || !(JOINTS.has(word) || /^[\p{L}\p{N}]/u.test(word))) return false;
    if (!JOINTS.has(word)) others += 1;
  }
  return false;
}

/** The index behind words in a row, hyphens between them aside; null where they do not stand there. */
function readRun(
  words: readonly WordAt[],
  at: number,
  run: readonly string[],
  plural?: (word: string) => string,
): number | null {
  let next = at;
  for (const [i, part] of run.entries()) {
    if (i > 0 && isHyphen(words[next])) next += 1;
    const word = wordAt(words, next);
    const isLast = i === run.length - 1;
    if (word !== fold(part) && !(isLast && plural !== undefined && word === fold(plural(part)))) return null;
    next += 1;
  }
  return next;
}

function wordAt(words: readonly WordAt[], at: number): string {
  return fold(words[at]?.text ?? '');
}

function isHyphen(word: WordAt | undefined): boolean {
  return word !== undefined && /^[-‐‑]$/.test(word.text);
}
