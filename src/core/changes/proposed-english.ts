import { learntSlices } from '../alignment/learnt-partners.ts';
import { type SideWords, sideSlices } from '../alignment/side-words.ts';
import { termRenderingSlices } from '../alignment/term-renderings.ts';
import { commonRenderings, knownSlices } from '../alignment/word-partners.ts';
import { isFunctionWord } from '../checks/candidates/candidate-words.ts';
import type { CheckedUnit } from '../checks/checked-article.ts';
import type { Concept } from '../model/concept.ts';
import type { Slices } from '../model/slices.ts';
import { bare } from '../text/characters.ts';
import { readableIn } from '../text/reading.ts';
import { bareWords } from '../words/bare-words.ts';

/** Paragraphs on either side of one from which it is learnt which words go together. */
const NEAR = 150;
/** Proposals for one phrase. */
const MOST = 3;
/** Words that an English phrase may have more than the French one. */
const LONGER = 2;

/** Where French words stand for which an English is wanted. */
export interface Wanted {
  readonly french: string;
  readonly unit: string;
  readonly units: readonly CheckedUnit[];
  /** What is known of which words render each other. */
  readonly concepts: readonly Concept[];
}

/**
 * The words of the English of a paragraph that may render French words of it, the likeliest first: as they stand there,
 * never made up. Told by what looks alike, by the entries of the glossary, and by which words of the paragraphs around
 * always stand together. Empty where the paragraph has no English, or nothing tells.
 */
export function* proposedEnglish({ french, unit, units, concepts }: Wanted): Slices<string[]> {
  const at = units.findIndex((one) => one.unit.id === unit);
  const checked = units[at];
  const phrase = bareWords(french).filter((word) => !isFunctionWord(word));
  if (checked === undefined || phrase.length === 0) return [];
  const near = units.slice(Math.max(0, at - NEAR), at + NEAR + 1).filter((one) => one.unit.target !== null);
  const partners = yield* partnerSlices(near, yield* conceptsAbout(phrase, concepts));
  const found = sentencesFor(french, checked).flatMap(({ text, place }) => {
    const tokens = tokensOf(text);
    return windowsOf(tokens, phrase.map(partners)).map((window) => ({
      ...window,
      far: farness(window, tokens, place),
    }));
  });
  const [best] = found.sort((a, b) => b.covered - a.covered || a.words.length - b.words.length || a.far - b.far);
  if (best === undefined) return [];
  const isWhole = best.covered >= phrase.length;
  return [...new Set([best.text, ...(isWhole ? [] : best.longer)])].slice(0, MOST);
}

/** Letters of a word that its other number keeps. */
const KEPT = 3;
/** Entries between two pauses. */
const SLICE = 500;

/** The entries that may have a word of a phrase: of the others nothing is asked, and to inflect all takes its time. */
function* conceptsAbout(phrase: readonly string[], concepts: readonly Concept[]): Slices<Concept[]> {
  const beginnings = phrase.map((word) => word.slice(0, KEPT));
  const found: Concept[] = [];
  for (const [i, concept] of concepts.entries()) {
    const terms = concept.fr.map(({ text }) => bare(text));
    if (beginnings.some((beginning) => terms.some((term) => term.includes(beginning)))) found.push(concept);
    if (i % SLICE === 0) yield;
  }
  return found;
}

/** The English words that may render a French one, as a side has them: small, without accents. */
type PartnersOf = (french: string) => ReadonlySet<string>;

function* partnerSlices(units: readonly CheckedUnit[], concepts: readonly Concept[]): Slices<PartnersOf> {
  const source = yield* sideSlices(units.map(({ unit }) => unit.source.words));
  const target = yield* sideSlices(units.map(({ unit }) => unit.target?.words ?? ''));
  const ofTerms = yield* termRenderingSlices(concepts);
  const known = yield* knownSlices(source, target, (word) => [...commonRenderings(word), ...ofTerms(word)]);
  const pairs = units.map((_, i) => ({ source: [i], target: [i] }));
  const learnt = yield* learntSlices(known, { source, target, pairs });
  return (french) => new Set([...(learnt[source.numbers.get(french) ?? -1] ?? [])].map((word) => textOf(target, word)));
}

function textOf({ texts }: SideWords, word: number): string {
  return texts[word] ?? '';
}

/** The English sentences that may say it, and where in them: from 0, their beginning, to 1. */
function sentencesFor(
  french: string,
  { unit, alignment }: CheckedUnit,
): { readonly text: string; readonly place: number }[] {
  const { source, target } = unit;
  if (target === null) return [];
  const wanted = bareWords(french).join(' ');
  return alignment.pairs.flatMap((pair) => {
    const said = pair.source.map((i) => readableIn(source, alignment.source[i] ?? NOWHERE)).join(' ');
    const words = bareWords(said).join(' ');
    const place = ` ${words} `.indexOf(` ${wanted} `);
    if (place < 0) return [];
    const text = pair.target.map((i) => readableIn(target, alignment.target[i] ?? NOWHERE)).join(' ');
    return [{ text, place: (place + wanted.length / 2) / words.length }];
  });
}

const NOWHERE = { start: 0, end: 0 };

/**
 * A word of an English sentence; `joins` where nothing but a space or a hyphen stands between it and the one before.
 */
interface Token {
  readonly text: string;
  readonly word: string;
  readonly joins: boolean;
  readonly before: string;
}

function tokensOf(text: string): Token[] {
  let end = 0;
  return [...text.matchAll(/[\p{L}\p{M}\d]+/gu)].map((match) => {
    const before = text.slice(end, match.index);
    end = match.index + match[0].length;
    return { text: match[0], word: bare(match[0]), joins: /^(?:\s+|[-‐‑])$/.test(before), before };
  });
}

/** A stretch of English words that begins and ends with one that renders a word of the phrase. */
interface Window {
  readonly at: number;
  readonly words: readonly Token[];
  /** Words of the phrase that it renders. */
  readonly covered: number;
  readonly text: string;
  /** The same with the word before, and with the one behind: what the phrase says more may be there. */
  readonly longer: readonly string[];
}

function windowsOf(tokens: readonly Token[], phrase: readonly ReadonlySet<string>[]): Window[] {
  const hits = tokens.map(({ word }) => phrase.flatMap((partners, i) => (partners.has(word) ? [i] : [])));
  const windows: Window[] = [];
  for (const [at, first] of hits.entries()) {
    if (first.length === 0) continue;
    const covered = new Set<number>();
    for (let end = at; end < Math.min(tokens.length, at + phrase.length + LONGER); end += 1) {
      if (end > at && tokens[end]?.joins !== true) break;
      for (const i of hits[end] ?? []) covered.add(i);
      if (hits[end]?.length === 0) continue;
      const words = tokens.slice(at, end + 1);
      windows.push({ at, words, covered: covered.size, text: written(words), longer: longerThan(tokens, at, end) });
    }
  }
  return windows;
}

function longerThan(tokens: readonly Token[], at: number, end: number): string[] {
  const [before, after] = [tokens[at - 1], tokens[end + 1]];
  const isContent = (token: Token | undefined) => token !== undefined && token.word.length > 3;
  return [
    ...(isContent(before) && tokens[at]?.joins ? [written(tokens.slice(at - 1, end + 1))] : []),
    ...(isContent(after) && after?.joins ? [written(tokens.slice(at, end + 2))] : []),
  ];
}

/** As it stands in the sentence. */
function written(words: readonly Token[]): string {
  return words.map(({ before, text }, i) => (i === 0 ? text : before.replace(/\s+/, ' ') + text)).join('');
}

function farness({ at, words }: Pick<Window, 'at' | 'words'>, tokens: readonly Token[], place: number): number {
  return Math.abs((at + words.length / 2) / tokens.length - place);
}
