import { partitionPoint } from '../model/partition-point.ts';
import type { Span } from '../model/rich-text.ts';
import { lowerCase } from '../text/characters.ts';
import { englishPlural } from '../words/english-inflection.ts';
import type { Occurrence } from './free-places.ts';
import type { WordAt } from './text-words.ts';
import { indexOfPlace, type WordSearch } from './word-search.ts';

/** How many pairs of sentences before what points back to it the noun may stand. */
const MOST_SENTENCES = 2;
/** UTF-16 units between a head and the rest of its compound. */
const MOST_BESIDE = 30;
/** Words that may stand for a noun said before. */
const POINTING_WORDS: readonly string[] = 'ones one those that former latter vice versa s'.split(' ');

/** What stands behind “those” where no noun of its own follows. */
const BEHIND_THOSE: ReadonlySet<string> = new Set(
  'of in from with without for on at by that who which whose made used built designed based meant not'.split(' '),
);
const BEHIND_ONE: ReadonlySet<string> = new Set([
  ...BEHIND_THOSE,
  ...'to is are was were has had can could may will would and or but than we they he she it you i'.split(' '),
]);
/** What opens a phrase that ends in “one”: a new one, this one. */
const OPENS_PHRASE: ReadonlySet<string> = new Set(
  'a an the this that its his her their our your my another each'.split(' '),
);
/** Verbs that “the former” and “the latter” are the subject of, and what else follows no adjective. */
const BEHIND_ORDER: ReadonlySet<string> = new Set(
  'is are was were has have had can could may might must will would should do does did in on at for with by from of to as than and or but only more less'.split(
    ' ',
  ),
);
/** Words behind which ’s is a verb: it’s, that’s. */
const TAKES_IS: ReadonlySet<string> = new Set('it he she that this there here what who where how when let'.split(' '));
const WORD = /^[\p{L}\p{N}]/u;

/**
 * A word that stands for a noun said before: closed **ones**, **those** of Huawei, the **former**, Huawei’**s**, vice
 * **versa**; not those chips, the former president, one of them. Its noun stands in its own sentence or one of the two
 * before, and what makes it another than what was said there stands beside it: open models … **closed** ones.
 *
 * @param nouns those of an entry in their words, the head last
 * @param words all of the target, in order
 * @param french how many such words the source has, each of which wants one
 */
export function findPointing(
  nouns: readonly string[][],
  words: readonly WordAt[],
  french: number,
  { occurrences, near }: WordSearch,
): Span | null {
  if (!nouns.some((noun) => headOf(noun, occurrences).length > 0)) return null;
  const places = near(occurrences(POINTING_WORDS)).filter((place) => pointsBack(words, indexOfPlace(words, place)));
  if (places.length <= french) return besideTaken(nouns, words, { occurrences, near });
  const found = places.find((place) => {
    const around = spanAround(words, indexOfPlace(words, place));
    return nouns.some((noun) => isSaidBefore(noun, place, around, occurrences));
  });
  if (found === undefined) return besideTaken(nouns, words, { occurrences, near });
  return { start: found.start, end: found.end };
}

/** The adjective of a noun within what a word stands for as a whole: learning algorithms … **unsupervised** ones. */
function besideTaken(
  nouns: readonly string[][],
  words: readonly WordAt[],
  { occurrences, near }: Pick<WordSearch, 'occurrences' | 'near'>,
): Span | null {
  for (const noun of nouns.filter(({ length }) => length === 2)) {
    const found = near(occurrences(noun.slice(0, 1))).find((place) => {
      const next = indexOfPlace(words, place) + 1;
      const isOnes = /^ones?$/.test(lowerCase(words[next]?.text ?? ''));
      return isOnes && isSaidBefore(noun.slice(1), place, place, occurrences);
    });
    if (found !== undefined) return { start: found.start, end: found.end };
  }
  return null;
}

/** Whether a noun stands before a place, and the rest of its compound there or around the place. */
function isSaidBefore(
  noun: readonly string[],
  place: Occurrence,
  around: Span,
  occurrences: WordSearch['occurrences'],
): boolean {
  const said = lastBefore(headOf(noun, occurrences), place);
  if (said === null || said.sentence < place.sentence - MOST_SENTENCES) return false;
  const beside = { start: said.start - MOST_BESIDE, end: said.end + MOST_BESIDE };
  return noun.slice(0, -1).every((word) => {
    const list = occurrences([word, englishPlural(word)]);
    return hasWithin(list, around) || hasWithin(list, beside);
  });
}

function headOf(noun: readonly string[], occurrences: WordSearch['occurrences']): readonly Occurrence[] {
  const head = noun.at(-1) ?? '';
  return occurrences([head, englishPlural(head)]);
}

function lastBefore(list: readonly Occurrence[], { start }: Span): Occurrence | null {
  return list[partitionPoint(list, (one) => one.start < start) - 1] ?? null;
}

function hasWithin(list: readonly Occurrence[], { start, end }: Span): boolean {
  const first = list[partitionPoint(list, (one) => one.start < start)];
  return first !== undefined && first.end <= end;
}

/**
 * French words that want one of their own: celui; ces derniers, though not ces derniers mois; les gens qui (those who);
 * et inversement, which wants both of vice versa.
 */
const FRENCH_POINTING: readonly (readonly [before: RegExp, word: RegExp, behind: RegExp, count: number])[] = [
  [/^/, /^(?:celui|celle|ceux|celles|versa)$/i, /^/, 1],
  [/^(?:ce|cet|cette|ces)$/i, /^derni(?:er|ère)s?$/i, /^(?!(?:années?|ans?|mois|semaines?|jours?|temps|heures?)$)/i, 1],
  [/^/, /^(?:gens|personnes?|quiconque)$/i, /^(?:qui|que|dont)$/i, 1],
  [/^(?:et|ou)$/i, /^inversement$/i, /^/, 2],
];

/** How many words of a French text stand for a noun said before, or may be said in English by one that does. */
export function countPointing(words: readonly WordAt[]): number {
  const countAt = (at: number) => {
    const [before = '', word = '', next = ''] = [words[at - 1]?.text, words[at]?.text, words[at + 1]?.text];
    const found = FRENCH_POINTING.find(
      ([opens, itself, follows]) => itself.test(word) && opens.test(before) && follows.test(next),
    );
    return found?.[3] ?? 0;
  };
  return words.reduce((sum, _, at) => sum + countAt(at), 0);
}

function pointsBack(words: readonly WordAt[], at: number): boolean {
  const said = (offset: number) => lowerCase(words[at + offset]?.text ?? '');
  const [before, next] = [said(-1), said(1)];
  const isEnd = !WORD.test(next);
  const isVerb = /\w[^s\W]s$|\wed$/.test(next);
  const isPhraseEnd = isEnd || isVerb || BEHIND_ONE.has(next);
  switch (said(0)) {
    case 'ones':
      return WORD.test(before);
    case 'one':
      return isPhraseEnd ? OPENS_PHRASE.has(before) || OPENS_PHRASE.has(said(-2)) : false;
    case 'those':
      return BEHIND_THOSE.has(next) || /\wed$/.test(next);
    case 'that':
      return next === 'of';
    case 'former':
    case 'latter':
      return before === 'the' && (isEnd || isVerb || BEHIND_ORDER.has(next));
    case 'vice':
      return next === 'versa';
    case 'versa':
      return before === 'vice';
    default:
      return (
        /^['’]$/.test(before) &&
        !TAKES_IS.has(said(-2)) &&
        (/^[.,;:!?)]$/.test(next) || /^(?:and|or|but|is|are|was|were)$/.test(next))
      );
  }
}

/** Words before or behind a pointing word among which the adjectives of its noun are looked for. */
const AROUND = 4;

/**
 * The span around a pointing word in which what it does not repeat is said anew: **closed** ones, those of
 * **training**.
 */
function spanAround(words: readonly WordAt[], at: number): Span {
  const first = words[Math.max(0, at - AROUND)] as WordAt;
  const last = words[Math.min(words.length - 1, at + AROUND)] as WordAt;
  return { start: first.start, end: last.end };
}
