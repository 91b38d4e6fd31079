import { orEmpty } from '../model/empty-list.ts';
import { partitionPoint } from '../model/partition-point.ts';
import type { Reference, RichText, Span } from '../model/rich-text.ts';
import { joinedSpans } from './joined-spans.ts';
import { findWordless } from './wordless.ts';

/** Stands for each unit that is no word: no letter, no space, so that a mark is a word edge. */
export const BLANK = '\ufffc';

/** What a parser found in a text; each list in order. */
export type Markup = Pick<RichText, 'marks' | 'syntax' | 'wordless'> & {
  readonly references: readonly Omit<Reference, 'at'>[];
};

/** Makes a text out of written text: whoever has the parser says what a mark is. */
export type ReadText = (text: string) => RichText;

const NO_MARKUP: Markup = { marks: [], syntax: [], wordless: [], references: [] };

/** A text without markup; its addresses and file names are no words all the same. */
export function readPlain(text: string): RichText {
  return readMarked(text, NO_MARKUP);
}

/** A text whose marks are too many to be read; it is found in, and never repaired. */
export function readUnread(text: string): RichText {
  return { ...readPlain(text), isUnread: true };
}

/** The empty text: what stands where there is no translation. */
export const NOTHING: RichText = readPlain('');

/** A text that is no language at all: code. */
export function readCode(text: string): RichText {
  const wordless = text === '' ? [] : [{ start: 0, end: text.length }];
  return { text, ...NO_MARKUP, wordless, references: [], words: BLANK.repeat(text.length) };
}

/** A text with its markup, ready to be read by everything that looks for words. */
export function readMarked(text: string, { marks, syntax, wordless, references }: Markup): RichText {
  const noWords = joinedSpans([...wordless, ...findWordless(text)]);
  const isPlain = syntax.length + noWords.length + references.length === 0;
  const read = isPlain
    ? { references: [], words: text }
    : wordsOf(text, joinedSpans([...syntax, ...noWords]), references);
  return {
    text,
    marks: orEmpty(marks),
    syntax: orEmpty(syntax),
    wordless: orEmpty(noWords),
    references: orEmpty(read.references),
    words: read.words,
  };
}

function wordsOf(text: string, blanks: readonly Span[], references: readonly Omit<Reference, 'at'>[]) {
  const placed: Reference[] = [];
  const pieces: string[] = [];
  let length = 0;
  let blank = 0;
  const add = (piece: string) => {
    pieces.push(piece);
    length += piece.length;
  };
  const addUpTo = (from: number, to: number) => {
    for (let at = from; at < to; ) {
      while ((blanks[blank]?.end ?? Infinity) <= at) blank += 1;
      const { start = to, end = to } = blanks[blank] ?? {};
      if (start > at) add(text.slice(at, Math.min(to, start)));
      else add(BLANK.repeat(Math.min(to, end) - at));
      at = Math.min(to, start > at ? start : end);
    }
  };
  let at = 0;
  for (const { start, end, character } of references) {
    addUpTo(at, start);
    placed.push({ start, end, character, at: length });
    while ((blanks[blank]?.end ?? Infinity) <= start) blank += 1;
    add((blanks[blank]?.start ?? Infinity) < end ? BLANK.repeat(character.length) : character);
    at = end;
  }
  addUpTo(at, text.length);
  return { references: placed, words: pieces.join('') };
}

/**
 * The words with a space for each sign of a mark, so that a phrase goes on through it: réseau de *neurones*. Not for
 * those of struck words: un ~~grand~~ modèle. Offsets stay; what is no word stays blank.
 */
export function wordsThroughMarks(rich: RichText): string {
  const { words, marks, syntax } = rich;
  if (syntax.length === 0) return words;
  const struck = new Set(marks.flatMap(({ kind, start, end }) => (kind === 'deleted' ? [start, end] : [])));
  const pieces: string[] = [];
  let at = 0;
  for (const span of syntax) {
    if (struck.has(span.start) || struck.has(span.end)) continue;
    const [start, end] = [Math.max(at, wordsOffset(rich, span.start)), wordsOffset(rich, span.end)];
    if (end <= start) continue;
    pieces.push(words.slice(at, start), ' '.repeat(end - start));
    at = end;
  }
  return at === 0 ? words : pieces.join('') + words.slice(at);
}

/** Offset into the words → offset into the text as written. UTF-16 units. */
export function writtenOffset({ references }: Pick<RichText, 'references'>, offset: number): number {
  const before = lastBefore(references, offset, 'at');
  if (before === null) return offset;
  return before.end + Math.max(0, offset - before.at - before.character.length);
}

/** Offset into the text as written → offset into the words. UTF-16 units. */
export function wordsOffset({ references }: Pick<RichText, 'references'>, offset: number): number {
  const before = lastBefore(references, offset, 'start');
  if (before === null) return offset;
  return before.at + before.character.length + Math.max(0, offset - before.end);
}

/** A span of the words as a span of the text as written. */
export function writtenSpan(rich: Pick<RichText, 'references'>, { start, end }: Span): Span {
  return { start: writtenOffset(rich, start), end: writtenOffset(rich, end) };
}

/** The words that stand in a stretch of the text as written. */
export function wordsIn(rich: RichText, { start, end }: Span): string {
  return rich.words.slice(wordsOffset(rich, start), wordsOffset(rich, end));
}

/** What a person reads in a stretch of the text as written: its words, without the signs between them. */
export function readableIn(rich: RichText, span: Span): string {
  return wordsIn(rich, span).replaceAll(BLANK, '');
}

/** Whether a stretch of the text as written holds words alone: no sign of a mark, no address, no reference. */
export function isWordsAlone({ syntax, wordless, references, isUnread }: RichText, span: Span): boolean {
  if (isUnread) return false;
  const lies = ({ start, end }: Span) => start < span.end && span.start < end;
  return ![syntax, wordless, references].some((list) => list.some(lies));
}

function lastBefore(references: readonly Reference[], offset: number, key: 'at' | 'start'): Reference | null {
  // Nearly no text has any, and this is asked several times a word.
  if (references.length === 0) return null;
  return references[partitionPoint(references, (reference) => reference[key] < offset) - 1] ?? null;
}
