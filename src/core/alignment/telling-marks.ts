import type { Slices } from '../model/slices.ts';
import { bare } from '../text/characters.ts';
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
  readonly end: SegmentEnd;
}

/** How a segment ends: it says that something follows, it asks, it says no more, or it is no sentence. */
export type SegmentEnd = 'colon' | 'question' | 'stop' | 'none';

/** A figure, or a word with a capital letter that does not begin a sentence. */
const KEY = /(?<=[\p{Ll},;’'] ?[«“"(]?)\p{Lu}[\p{L}\p{M}\d]+|\d+(?:[.,]\d+)*/gu;
const NAME = /[\p{L}\p{M}\d_]+/gu;
/** A low line within a name, or a capital behind a small letter. */
const IDENTIFIER = /[^_]_[^_]|\p{Ll}\p{Lu}/u;
/** The last sign, before quotation marks and brackets that close. */
const LAST_SIGN = /[^\s»"”’')\]*_]/u;

const ENDS: Readonly<Record<string, SegmentEnd>> = { ':': 'colon', '?': 'question' };

/** Reads the segments of one side. */
export function* markSlices(texts: readonly string[], { numbers }: SideWords): Slices<TellingMarks[]> {
  const marks: TellingMarks[] = [];
  for (const text of texts) {
    const keys = (text.match(KEY) ?? []).map((word) => numbers.get(bare(word).replaceAll(',', '.')));
    const names = (text.match(NAME) ?? []).filter((name) => IDENTIFIER.test(name)).map(asOne);
    marks.push({
      keys: [...new Set(keys.filter((key) => key !== undefined))],
      identifiers: names,
      end: endOf(text),
    });
    yield;
  }
  return marks;
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
