import { partitionPoint } from '../model/partition-point.ts';
import type { RichText, Span } from '../model/rich-text.ts';
import { fold } from '../text/characters.ts';
import { wordsOffset } from '../text/reading.ts';
import { findWordless } from '../text/wordless.ts';
import { HIT, type Hits } from './scratch.ts';

/**
 * What in terms and exceptions is no word to a text, folded: `llama.cpp` looks like a file, and is the name of a
 * program.
 */
export function wordlessNamesIn(texts: Iterable<string>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const text of texts) for (const { start, end } of findWordless(text)) names.add(fold(text.slice(start, end)));
  return names;
}

/** A text of which some stretches are read as words that are none to others. */
export interface NamedText {
  readonly text: RichText;
  /** Those stretches, in order. */
  readonly named: readonly Span[];
}

/**
 * The same text, where what is no word of a language (a file, a host, code) is read as it is written if an entry names
 * it.
 *
 * @param isNamed whether an entry names what is written there
 */
export function readNamed(text: RichText, isNamed: (written: string) => boolean): NamedText {
  const named = text.wordless.filter(
    (span) => isReadable(text, span) && isNamed(text.text.slice(span.start, span.end)),
  );
  if (named.length === 0) return { text, named };
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of named) {
    pieces.push(text.words.slice(at, wordsOffset(text, start)), text.text.slice(start, end));
    at = wordsOffset(text, end);
  }
  return { text: { ...text, words: pieces.join('') + text.words.slice(at) }, named };
}

/** A name has no spaces, and is as long in the words as it is written: no character reference stands in it. */
function isReadable(text: RichText, { start, end }: Span): boolean {
  return wordsOffset(text, end) - wordsOffset(text, start) === end - start && !/\s/.test(text.text.slice(start, end));
}

/** The hits without those that lie in such a stretch and do not hold it: no “tokenizer” in `tokenizer.json`. */
export function withoutParts({ count, numbers }: Hits, named: readonly Span[]): Hits {
  let kept = 0;
  for (let i = 0; i < count * HIT; i += HIT) {
    if (isPart(numbers[i] as number, numbers[i + 1] as number, named)) continue;
    numbers.copyWithin(kept * HIT, i, i + HIT);
    kept += 1;
  }
  return { count: kept, numbers };
}

function isPart(from: number, to: number, named: readonly Span[]): boolean {
  const [first, last] = [
    named[partitionPoint(named, ({ end }) => end <= from)],
    named[partitionPoint(named, ({ start }) => start < to) - 1],
  ];
  const cuts = ({ start, end }: Span) => start < to && from < end && (from > start || to < end);
  return (first !== undefined && cuts(first)) || (last !== undefined && cuts(last));
}
