import type { Reading } from '../matcher/index-part.ts';
import { type Concept, isAccepted } from '../model/concept.ts';
import { once } from '../model/once.ts';
import { partitionPoint } from '../model/partition-point.ts';
import type { Span } from '../model/rich-text.ts';
import { fold, lowerCase } from '../text/characters.ts';
import { isAcronym } from '../words/acronyms.ts';
import { derivedForms } from '../words/derivations.ts';
import { englishPlural } from '../words/english-inflection.ts';
import { verbInflections } from '../words/english-verbs.ts';
import type { Verbs } from '../words/verbs.ts';
import { freeNear, hasFree, type Occurrence } from './free-places.ts';
import type { Mention } from './mention.ts';
import { countPointing, findPointing } from './pointing-words.ts';
import { findShared } from './shared-words.ts';
import { particleBehind, splitVerbsOf } from './split-verb.ts';
import type { WordAt } from './text-words.ts';
import { createLookUp, GLUED, type SearchedWords, type WordSearch } from './word-search.ts';

/** A rendering of a term that does not stand there as one of its forms. */
export interface LooseRendering {
  readonly spans: readonly Span[];
  /**
   * `parts`: research … AI for “AI research”, shut … down for “shut down”. `short`: model for “AI model”, AI being
   * named elsewhere in the unit, or input for “input tokens” in “input and output tokens”. `derived`: evaluating for
   * “evaluation”. `pointing`: ones, for a noun said before. `term`: a unit that is written to its figure.
   */
  readonly how: 'term' | 'parts' | 'short' | 'derived' | 'pointing';
}

/** Characters that the parts of a compound may lie apart, beyond their own. */
const MOST_BETWEEN = 30;
const FUNCTION_WORDS = new Set('of for in on to with by from at as the a an and'.split(' '));

/** What loose renderings are looked for in. */
export interface LooseGround extends SearchedWords {
  /** The words of the source that belong to no term, in order. */
  readonly source: readonly WordAt[];
  readonly verbs: Verbs;
}

/** Looks for what renders a mention, read one way, though none of its terms stands there. */
export type LooseSearch = (mention: Mention, reading: Reading) => LooseRendering | null;

/**
 * Looks for a compound in its parts (“research into AI”), for a word of the same family (“evaluating”), for a verb that
 * its object parts (“shut the server down”), then for the head alone where the rest of it stands elsewhere in the unit
 * (“the model”, after “AI”). In the sentence that renders the mention’s own or one beside it. Names are never taken
 * apart.
 *
 * @param isFree whether a stretch of the target answers nothing else yet
 */
export function createLooseSearch(ground: LooseGround, isFree: (span: Span) => boolean): LooseSearch {
  const occurrences = createLookUp(ground);
  const bareHeads = createHeadCount(ground.source);
  const pointed = once(() => countPointing(ground.source));
  return ({ sentence }, { concept, term }) => {
    if (concept.keep) return null;
    const search = {
      occurrences,
      near: (list: readonly Occurrence[]) => freeNear(list, sentence, isFree),
      hasSpare: (list: readonly Occurrence[]) => hasFree(list, bareHeads(term.text) + 1, isFree),
    };
    const nouns = nounsOf(concept);
    const { target } = ground;
    return (
      findWhole(nouns, search) ??
      findSplit(concept, ground, search) ??
      findGlued(concept, search) ??
      findShort(concept, nouns, ground, search) ??
      pointing(findPointing(nounsOf(concept, true), target, pointed(), search))
    );
  };
}

/** The accepted nouns of an entry in their words, the head last. */
function nounsOf({ en }: Concept, withAcronyms = false): string[][] {
  return en
    .filter((term) => isAccepted(term) && term.partOfSpeech === 'noun' && (withAcronyms || !isAcronym(term.text)))
    .map((term) => contentWords(term.text));
}

/** A unit that is written to its figure: 1,287MWh. */
function findGlued({ en }: Concept, search: WordSearch): LooseRendering | null {
  const units = en.filter((term) => isAccepted(term) && /^\p{L}{1,4}$/u.test(term.text));
  const [found] = search.near(search.occurrences(units.map(({ text }) => `${GLUED}${text}`)));
  return found === undefined ? null : { spans: [{ start: found.start, end: found.end }], how: 'term' };
}

/** A compound without what it shares with another. */
function findShort(
  { en }: Concept,
  nouns: readonly string[][],
  { target }: LooseGround,
  search: WordSearch,
): LooseRendering | null {
  const compounds = en
    .filter((term) => isAccepted(term) && term.partOfSpeech === 'noun')
    .map(({ text }) => text.split(/[\s-]+/))
    .filter((words) => words.length > 1 && !words.some((word) => FUNCTION_WORDS.has(lowerCase(word))));
  const shared = findShared(compounds, target, search);
  return shared === null ? findHeads(nouns, search) : { spans: [shared], how: 'short' };
}

function pointing(span: Span | null): LooseRendering | null {
  return span === null ? null : { spans: [span], how: 'pointing' };
}

function findWhole(nouns: readonly string[][], search: WordSearch): LooseRendering | null {
  for (const parts of nouns) {
    const spans = findParts(parts, search);
    if (spans !== null) return { spans, how: parts.length > 1 ? 'parts' : 'derived' };
  }
  return null;
}

/** A verb whose particle stands behind its object, both free. */
function findSplit(concept: Concept, { target, verbs }: LooseGround, search: WordSearch): LooseRendering | null {
  for (const { verb, particle } of splitVerbsOf(concept)) {
    const particles = search.near(search.occurrences([particle]));
    if (particles.length === 0) continue;
    const forms = [verb, ...verbInflections(verb, verbs)];
    const spans = findParticle(search.near(search.occurrences(forms)), particle, particles, target);
    if (spans !== null) return { spans, how: 'parts' };
  }
  return null;
}

function findParticle(
  standing: readonly Span[],
  particle: string,
  particles: readonly Span[],
  target: readonly WordAt[],
): Span[] | null {
  for (const { start, end } of standing) {
    const behind = particleBehind(
      target,
      partitionPoint(target, (word) => word.start < start),
      particle,
    );
    if (behind !== null && particles.some((one) => one.start === behind.start)) return [{ start, end }, behind];
  }
  return null;
}

function findHeads(nouns: readonly string[][], search: WordSearch): LooseRendering | null {
  for (const parts of nouns.filter(({ length }) => length >= 2)) {
    const head = findHead(parts, search);
    if (head !== null) return { spans: [head], how: 'short' };
  }
  return null;
}

/** Counts how often the head of a French term, its first word, stands in the source for itself; either number. */
function createHeadCount(source: readonly WordAt[]): (term: string) => number {
  const bareForm = (word: string) => fold(word).replace(/[sx]$/, '');
  const counts = once(() => countWords(source.map(({ text }) => bareForm(text))));
  return (term) => counts().get(bareForm(/^[\p{L}\p{M}]+/u.exec(term)?.[0] ?? '')) ?? 0;
}

function countWords(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The words that carry the meaning, the head last: chain of thought → thought, chain. */
function contentWords(text: string): string[] {
  const words = text.split(/[\s-]+/);
  const of = words.findIndex((word) => FUNCTION_WORDS.has(word.toLowerCase()));
  const ordered = of < 1 ? words : [...words.slice(of), ...words.slice(0, of)];
  return ordered.filter((word) => !FUNCTION_WORDS.has(word.toLowerCase()));
}

/** All words of a compound close together, the head as a verb or adjective perhaps; of a single word only those. */
function findParts(parts: readonly string[], search: WordSearch): Span[] | null {
  const last = parts.length - 1;
  const lists = parts.map((part, i) => (i === last ? headsNear(part, last > 0, search) : nounsNear(part, search)));
  const rarest = lists.reduce((least, list) => (list.length < least.length ? list : least), lists[0] ?? []);
  for (const anchor of rarest) {
    const spans = lists.map((list) => (list === rarest ? anchor : nearest(list, anchor)));
    const found = spans.filter((span) => span !== null).map(({ start, end }) => ({ start, end }));
    if (found.length === parts.length && isClose(found)) return found.sort((a, b) => a.start - b.start);
  }
  return null;
}

/** Where a word stands as a noun; what stands in a verb’s place (“should be set”) is none. */
function nounsNear(word: string, { occurrences, near }: WordSearch): readonly Occurrence[] {
  return near(occurrences([word, englishPlural(word)])).filter(({ before }) => !BEFORE_VERBS.has(before));
}

function headsNear(head: string, isCompound: boolean, search: WordSearch): readonly Occurrence[] {
  const derived = search.near(search.occurrences(derivedForms(head)));
  return isCompound ? [...nounsNear(head, search), ...derived] : derived;
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

function findHead(parts: readonly string[], search: WordSearch): Span | null {
  const head = parts.at(-1) ?? '';
  const stands = (part: string) => search.occurrences([part, englishPlural(part)]).length > 0;
  if (isAcronym(head) || !parts.slice(0, -1).every(stands)) return null;
  if (!search.hasSpare(search.occurrences([head, englishPlural(head)]))) return null;
  const [found] = nounsNear(head, search);
  return found === undefined ? null : { start: found.start, end: found.end };
}
