import type { Slices } from '../model/slices.ts';
import { bare } from '../text/characters.ts';
import { type Denial, denialOf } from './denials.ts';
import type { SideWords } from './side-words.ts';

/** What of a segment its translation mostly has as well. */
export interface TellingMarks {
  /** Names and figures, as numbers of words of its side. */
  readonly keys: readonly number[];
  /**
   * Names that programs give to things, which no language changes: `num_return_sequences`, `AutoModel`; of several,
   * one.
   */
  readonly identifiers: readonly string[];
  /** The same with all that stands behind a stop: `AutoModel`, `torch.triu`, `data.csv`. */
  readonly joined: readonly string[];
  /** Whole figures as they are written, by the numbers of their words. */
  readonly figures: ReadonlyMap<number, string>;
  /** The hour of a whole day that a figure stands for, by the number of its word: 18 for 6 of “6 pm”. */
  readonly hours: ReadonlyMap<number, number>;
  /** The same of names: words with a capital letter that do not begin a sentence. */
  readonly names: ReadonlyMap<number, string>;
  readonly denial: Denial;
  readonly end: SegmentEnd;
}

/** The marks of both sides. */
export interface SideMarks {
  readonly source: readonly TellingMarks[];
  readonly target: readonly TellingMarks[];
}

/** How a segment ends: it says that something follows, it asks, it says no more, or it is no sentence. */
export type SegmentEnd = 'colon' | 'question' | 'stop' | 'none';

/** A figure, or a word with a capital letter that does not begin a sentence. */
const KEY = /(?<=[\p{Ll},;’'] ?[«“"(]?)\p{Lu}[\p{L}\p{M}\d]+|\d+(?:[.,]\d+)*/gu;
const NAME = /[\p{L}\p{M}\d_]+/gu;
/** A low line within a name, or a capital behind a small letter. */
const IDENTIFIER = /[^_]_[^_]|\p{Ll}\p{Lu}/u;
/** A word, and what follows it behind a stop without a space. */
const JOINED = /[\p{L}\p{M}\d_]+(?:\.[\p{L}\p{M}\d_]+)*/gu;
/** A stop between a word and small letters. */
const DOTTED = /[\p{L}\d_]{2}\.[\p{Ll}\d_]*\p{Ll}{2}/u;
/** No part of a word: the 5 of t5 is none. */
const FIGURE = /(?<![\p{L}\p{M}\d_.,])\d{1,3}(?:\s\d{3})+(?!\d)|(?<![\p{L}\p{M}\d_.,])\d+(?:[.,]\d+)*/gu;
/** An hour of half a day, as English counts them. */
const HOUR = /(?<![\p{L}\d.,:])(1[0-2]|[1-9])(?:[:.][0-5]\d)?\s?([ap])\.?\s?m\b/giu;
/** The last sign, before quotation marks and brackets that close. */
const LAST_SIGN = /[^\s»"”’')\]*_]/u;

const ENDS: Readonly<Record<string, SegmentEnd>> = { ':': 'colon', '?': 'question' };

/** Reads the segments of one side. */
export function* markSlices(texts: readonly string[], { numbers }: SideWords): Slices<TellingMarks[]> {
  const marks: TellingMarks[] = [];
  for (const text of texts) {
    const keys = asWritten(text.match(KEY), (word) => numbers.get(bare(word).replaceAll(',', '.')));
    const names = (text.match(NAME) ?? []).filter((name) => IDENTIFIER.test(name)).map(asOne);
    marks.push({
      keys: [...keys.keys()],
      identifiers: names,
      joined: (text.match(JOINED) ?? []).filter((name) => IDENTIFIER.test(name) || DOTTED.test(name)).map(asOne),
      figures: asWritten(text.match(FIGURE), (word) => numbers.get(word.replaceAll(/[.,\s]/g, '.'))),
      hours: new Map(
        [...text.matchAll(HOUR)].flatMap(([, hour = '', half = '']) => hourOf(numbers.get(hour), hour, half)),
      ),
      names: new Map([...keys].filter(([, word]) => /^\p{L}/u.test(word))),
      denial: denialOf(text),
      end: endOf(text),
    });
    yield;
  }
  return marks;
}

/** Words by their numbers; those that have none are left out. */
function asWritten(
  words: readonly string[] | null,
  numberOf: (word: string) => number | undefined,
): ReadonlyMap<number, string> {
  const written = new Map<number, string>();
  for (const word of words ?? []) {
    const number = numberOf(word);
    if (number !== undefined) written.set(number, word);
  }
  return written;
}

function hourOf(number: number | undefined, hour: string, half: string): [number: number, hour: number][] {
  const ofDay = (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return number === undefined ? [] : [[number, ofDay]];
}

/** French leaves DataFrame as it is where English says DataFrames. */
function asOne(name: string): string {
  return name.endsWith('s') ? name.slice(0, -1) : name;
}

function endOf(text: string): SegmentEnd {
  let at = text.length - 1;
  while (at >= 0 && !LAST_SIGN.test(text.charAt(at))) at -= 1;
  const sign = text.charAt(at);
  return ENDS[sign] ?? (/[.!…;,]/u.test(sign) ? 'stop' : 'none');
}
