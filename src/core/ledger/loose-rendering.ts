import { createTokenizer } from '../matcher/tokens.ts';
import type { Span } from '../model/article.ts';
import { type Concept, isAccepted } from '../model/concept.ts';
import { fold } from '../text/characters.ts';
import { isAcronym } from '../words/acronyms.ts';
import { englishPlural } from '../words/english-inflection.ts';

/** A rendering of a compound that does not stand in one piece. */
export interface LooseRendering {
  readonly spans: readonly Span[];
  /** `parts`: research … AI for “AI research”. `head`: model for “AI model”, AI being named elsewhere in the unit. */
  readonly how: 'parts' | 'head';
}

/** The words of a target, to look compounds up in. */
export interface TargetWords {
  /** Spans of a word, its plural included, in order. */
  occurrences(word: string): readonly Span[];
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

/** Indexes the words of a target once, when the first compound asks. */
export function createTargetWords(target: string): TargetWords {
  let byWord: Map<string, Span[]> | null = null;
  const read = () => {
    const index = new Map<string, Span[]>();
    TOKENIZER.each(target, ({ starts, ends }, begin, limit) => {
      for (let i = begin; i < limit; i += 1) {
        const span = { start: starts[i] as number, end: ends[i] as number };
        const word = fold(target.slice(span.start, span.end));
        const list = index.get(word);
        if (list === undefined) index.set(word, [span]);
        else list.push(span);
      }
    });
    return index;
  };
  const found = new Map<string, readonly Span[]>();
  return {
    occurrences(word) {
      byWord ??= read();
      const known = found.get(word);
      if (known !== undefined) return known;
      const [one, many] = [byWord.get(fold(word)) ?? [], byWord.get(fold(englishPlural(word))) ?? []];
      const list = many.length === 0 ? one : [...one, ...many].sort((a, b) => a.start - b.start);
      found.set(word, list);
      return list;
    },
  };
}

/**
 * Looks for a compound in its parts (“research into AI”), then for its head alone where the rest of it stands
 * elsewhere in the unit (“the model”, after “AI”). Names are never taken apart.
 *
 * @param isFree whether a stretch of the target answers nothing else yet
 */
export function findLooseRendering(
  concept: Concept,
  words: TargetWords,
  isFree: (span: Span) => boolean,
): LooseRendering | null {
  if (concept.keep) return null;
  const compounds = concept.en
    .filter((term) => isAccepted(term) && term.partOfSpeech === 'noun')
    .map((term) => contentWords(term.text))
    .filter((parts) => parts.length >= 2);
  for (const parts of compounds) {
    const spans = findParts(parts, words, isFree);
    if (spans !== null) return { spans, how: 'parts' };
  }
  for (const parts of compounds) {
    const head = findHead(parts, words, isFree);
    if (head !== null) return { spans: [head], how: 'head' };
  }
  return null;
}

/** The words that carry the meaning, the head last: chain of thought → thought, chain. */
function contentWords(text: string): string[] {
  const words = text.split(/[\s-]+/);
  const of = words.findIndex((word) => FUNCTION_WORDS.has(word.toLowerCase()));
  const ordered = of < 1 ? words : [...words.slice(of), ...words.slice(0, of)];
  return ordered.filter((word) => !FUNCTION_WORDS.has(word.toLowerCase()));
}

function findParts(parts: readonly string[], words: TargetWords, isFree: (span: Span) => boolean): Span[] | null {
  const lists = parts.map((part) => words.occurrences(part).slice(0, MOST_TRIES).filter(isFree));
  const rarest = lists.reduce((least, list) => (list.length < least.length ? list : least), lists[0] ?? []);
  for (const anchor of rarest) {
    const spans = lists.map((list) => (list === rarest ? anchor : nearest(list, anchor)));
    const found = spans.filter((span) => span !== null);
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

function findHead(parts: readonly string[], words: TargetWords, isFree: (span: Span) => boolean): Span | null {
  const head = parts.at(-1) ?? '';
  const modifiers = parts.slice(0, -1);
  if (isAcronym(head) || !modifiers.every((part) => words.occurrences(part).length > 0)) return null;
  return words.occurrences(head).slice(0, MOST_TRIES).find(isFree) ?? null;
}
