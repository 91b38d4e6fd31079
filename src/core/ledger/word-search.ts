import { addToGroup } from '../model/groups.ts';
import { once } from '../model/once.ts';
import { partitionPoint } from '../model/partition-point.ts';
import type { Span } from '../model/rich-text.ts';
import { fold } from '../text/characters.ts';
import type { Occurrence } from './free-places.ts';
import type { WordAt } from './text-words.ts';

/** What renderings are looked for in, word by word. */
export interface SearchedWords {
  /** All words of the target, in order. */
  readonly target: readonly WordAt[];
  /** Number of the pair of sentences that an offset of the target lies in. */
  readonly sentenceOf: (offset: number) => number;
}

/** Where a rendering is searched. */
export interface WordSearch {
  /** Where any of some words stands, in order. */
  readonly occurrences: (forms: readonly string[]) => readonly Occurrence[];
  /** Of some places, those that are near the mention and free. */
  readonly near: (list: readonly Occurrence[]) => readonly Occurrence[];
  /** Whether a free place is left when each head that stands alone in the source has had its own. */
  readonly hasSpare: (list: readonly Occurrence[]) => boolean;
}

/** Finds words; the target is indexed once, when the first compound asks. */
export function createLookUp({ target, sentenceOf }: SearchedWords): WordSearch['occurrences'] {
  const byWord = once(() => indexWords(target, sentenceOf));
  const found = new Map<string, readonly Occurrence[]>();
  return (forms) => {
    const key = forms.join(' ');
    const known = found.get(key);
    if (known !== undefined) return known;
    const index = byWord();
    const list = [...new Set(forms.map(fold))].flatMap((form) => index.get(form) ?? []);
    list.sort((a, b) => a.start - b.start);
    found.set(key, list);
    return list;
  };
}

function indexWords(words: readonly WordAt[], sentenceOf: (offset: number) => number): Map<string, Occurrence[]> {
  const index = new Map<string, Occurrence[]>();
  let before = '';
  for (const word of words) {
    const key = fold(word.text);
    const { start, end, text } = word;
    const occurrence = { start, end, text, sentence: sentenceOf(start), before };
    addToGroup(index, key, occurrence);
    const glued = gluedUnit(word);
    if (glued !== null) addToGroup(index, `${GLUED}${fold(glued.text)}`, { ...occurrence, ...glued });
    before = key;
  }
  return index;
}

/** Before a unit that is written to its figure, so that it is found as no word. */
export const GLUED = '#';

/** MWh of 1,287MWh; null for any other word. */
function gluedUnit({ end, text }: WordAt): Pick<WordAt, 'start' | 'end' | 'text'> | null {
  const letters = /^\d+(\p{L}{1,4})$/u.exec(text)?.[1];
  return letters === undefined ? null : { start: end - letters.length, end, text: letters };
}

/** Where a place stands among the words of a text. */
export function indexOfPlace(words: readonly WordAt[], { start }: Span): number {
  return partitionPoint(words, (word) => word.start < start);
}
