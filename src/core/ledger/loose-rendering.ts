import type { Reading } from '../matcher/term-index.ts';
import { createTokenizer } from '../matcher/tokens.ts';
import { isAccepted } from '../model/concept.ts';
import type { RichText, Span } from '../model/rich-text.ts';
import { fold } from '../text/characters.ts';
import { writtenSpan } from '../text/reading.ts';
import { isAcronym } from '../words/acronyms.ts';
import { derivedForms } from '../words/derivations.ts';
import { englishPlural } from '../words/english-inflection.ts';

/** A rendering of a term that does not stand there as one of its forms. */
export interface LooseRendering {
  readonly spans: readonly Span[];
  /**
   * `parts`: research … AI for “AI research”. `head`: model for “AI model”, AI being named elsewhere in the unit.
   * `derived`: evaluating for “evaluation”.
   */
  readonly how: 'parts' | 'head' | 'derived';
}

/** A word of a target where it stands. */
interface Occurrence extends Span {
  /** Number of the pair of sentences it stands in. */
  readonly sentence: number;
  /** The word before it, folded; '' at the beginning. */
  readonly before: string;
}

/** The words of a target, to look compounds up in. */
export interface TargetWords {
  /** Where any of some words stands, in order. */
  occurrences(forms: readonly string[]): readonly Occurrence[];
}

/** Occurrences of one word that are looked at. */
const MOST_TRIES = 32;
/** Characters that the parts of a compound may lie apart, beyond their own. */
const MOST_BETWEEN = 30;
const FUNCTION_WORDS = new Set([
  'of',
  'for',
  'in',
  'on',
  'to',
  'with',
  'by',
  'from',
  'at',
  'as',
  'the',
  'a',
  'an',
  'and',
]);

const TOKENIZER = createTokenizer(null, 0);

/**
 * Indexes the words of a target once, when the first compound asks.
 *
 * @param sentenceOf number of the pair of sentences that an offset lies in
 */
export function createTargetWords(target: RichText, sentenceOf: (offset: number) => number): TargetWords {
  let byWord: Map<string, Occurrence[]> | null = null;
  const read = () => {
    const index = new Map<string, Occurrence[]>();
    let before = '';
    TOKENIZER.each(target.words, ({ starts, ends }, begin, limit) => {
      for (let i = begin; i < limit; i += 1) {
        const word = fold(target.words.slice(starts[i], ends[i]));
        const span = writtenSpan(target, { start: starts[i] as number, end: ends[i] as number });
        const occurrence = { ...span, sentence: sentenceOf(span.start), before };
        const list = index.get(word);
        if (list === undefined) index.set(word, [occurrence]);
        else list.push(occurrence);
        before = word;
      }
    });
    return index;
  };
  const found = new Map<string, readonly Occurrence[]>();
  return {
    occurrences(forms) {
      byWord ??= read();
      const key = forms.join(' ');
      const known = found.get(key);
      if (known !== undefined) return known;
      const index = byWord;
      const list = [...new Set(forms.map(fold))].flatMap((form) => index.get(form) ?? []);
      list.sort((a, b) => a.start - b.start);
      found.set(key, list);
      return list;
    },
  };
}

/** What is looked for: one way to read a mention, and where it stands. */
export interface Wanted {
  readonly reading: Reading;
  /** Number of the pair of sentences of the mention. */
  readonly sentence: number;
}

/**
 * Looks for a compound in its parts (“research into AI”), for a word of the same family (“evaluating”), then for its
 * head alone where the rest of it stands elsewhere in the unit (“the model”, after “AI”). In the sentence that renders
 * the mention’s own or one beside it. Names are never taken apart.
 *
 * @param isFree whether a stretch of the target answers nothing else yet
 */
export function findLooseRendering(
  { reading: { concept }, sentence }: Wanted,
  words: TargetWords,
  isFree: (span: Span) => boolean,
): LooseRendering | null {
  if (concept.keep) return null;
  const nouns = concept.en
    .filter((term) => isAccepted(term) && term.partOfSpeech === 'noun' && !isAcronym(term.text))
    .map((term) => contentWords(term.text));
  const near = (list: readonly Occurrence[]) =>
    list.filter((one) => Math.abs(one.sentence - sentence) <= 1 && isFree(one)).slice(0, MOST_TRIES);
  const search = { words, near };
  for (const parts of nouns) {
    const spans = findParts(parts, search);
    if (spans !== null) return { spans, how: parts.length > 1 ? 'parts' : 'derived' };
  }
  for (const parts of nouns.filter(({ length }) => length >= 2)) {
    const head = findHead(parts, search);
    if (head !== null) return { spans: [head], how: 'head' };
  }
  return null;
}

/** Where a rendering is searched: among all words, those that are near and free. */
interface Search {
  readonly words: TargetWords;
  readonly near: (list: readonly Occurrence[]) => readonly Occurrence[];
}

/** The words that carry the meaning, the head last: chain of thought → thought, chain. */
function contentWords(text: string): string[] {
  const words = text.split(/[\s-]+/);
  const of = words.findIndex((word) => FUNCTION_WORDS.has(word.toLowerCase()));
  const ordered = of < 1 ? words : [...words.slice(of), ...words.slice(0, of)];
  return ordered.filter((word) => !FUNCTION_WORDS.has(word.toLowerCase()));
}

/** All words of a compound close together, the head as a verb or adjective perhaps; of a single word only those. */
function findParts(parts: readonly string[], { words, near }: Search): Span[] | null {
  const head = parts.at(-1) ?? '';
  const formsOf = (part: string) => {
    const own = parts.length > 1 ? [part, englishPlural(part)] : [];
    return part === head ? [...own, ...derivedForms(part)] : own;
  };
  const lists = parts.map((part) => near(words.occurrences(formsOf(part))));
  const rarest = lists.reduce((least, list) => (list.length < least.length ? list : least), lists[0] ?? []);
  for (const anchor of rarest) {
    const spans = lists.map((list) => (list === rarest ? anchor : nearest(list, anchor)));
    const found = spans.filter((span) => span !== null).map(({ start, end }) => ({ start, end }));
    if (found.length === parts.length && isClose(found)) return found.sort((a, b) => a.start - b.start);
  }
  return null;
}

function nearest(list: readonly Span[], { start }: Span): Span | null {
  const distance = (span: Span) => Math.abs(span.start - start);
  return list.reduce<Span | null>(
    (best, span) => (best === null || distance(span) < distance(best) ? span : best),
    null,
  );
}

function isClose(spans: readonly Span[]): boolean {
  const first = spans.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY);
  const last = spans.reduce((most, { end }) => Math.max(most, end), 0);
  const own = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const distinct = new Set(spans.map(({ start }) => start)).size === spans.length;
  return distinct && last - first - own <= MOST_BETWEEN;
}

/** Words after which the next one is a verb: “should be set”, “to train”, “they model”. */
const BEFORE_VERBS = new Set(
  `to be been being am is are was were can could may might must shall should will would do does did not n't i you he she it we they who let`.split(
    ' ',
  ),
);

function findHead(parts: readonly string[], { words, near }: Search): Span | null {
  const head = parts.at(-1) ?? '';
  const modifiers = parts.slice(0, -1);
  const stands = (part: string) => words.occurrences([part, englishPlural(part)]).length > 0;
  if (isAcronym(head) || !modifiers.every(stands)) return null;
  const found = near(words.occurrences([head, englishPlural(head)])).find(({ before }) => !BEFORE_VERBS.has(before));
  return found === undefined ? null : { start: found.start, end: found.end };
}
