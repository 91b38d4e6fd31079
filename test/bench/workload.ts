import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Concept } from '../../src/core/model/concept.ts';
import { HOME } from '../site.ts';

const WORDS = (createRequire(import.meta.url)('an-array-of-french-words') as string[]).filter((word) =>
  /^\p{Ll}+$/u.test(word),
);
export const ARTICLE = readFileSync(path.join(HOME, 'content/deepseek-r2/fr.md'), 'utf8')
  .split('---\n')
  .slice(2)
  .join('---\n');

/** Numbers that look like chance and are the same in every run. */
export function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** How many of the terms are of one word: many in a small termbase, few in a large one. */
function shareOfSingle(count: number): number {
  return count <= 10_000 ? 0.75 : count <= 100_000 ? 0.27 : 0.17;
}

/**
 * Distinct terms of one to five words, made of a public list of French words; one in eight begins with a word of the
 * article, and one in twenty is a stretch of the article itself, so that texts are dense with hits.
 */
export function makeTerms(count: number, chance: () => number): string[] {
  const known = ARTICLE.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  const stretches = [...ARTICLE.toLowerCase().matchAll(/\p{L}+(?: \p{L}+){1,3}/gu)].map(([words]) => words);
  const pick = <T>(list: readonly T[]) => list[Math.floor(chance() * list.length)] as T;
  const word = () => (chance() < 0.125 ? pick(known) : pick(WORDS));
  const links = ['de', 'à', 'en', 'du', 'par'];
  const single = shareOfSingle(count);
  const terms = new Set<string>();
  while (terms.size < count) {
    const one = word();
    if (chance() < 0.05) terms.add(pick(stretches));
    const shape = (chance() - single) / (1 - single);
    if (shape < 0) terms.add(one);
    else if (shape < 0.4) terms.add(`${one} ${word()}`);
    else if (shape < 0.85) terms.add(`${one} ${links[Math.floor(chance() * links.length)]} ${word()}`);
    else terms.add(`${one} de ${word()} ${word()}`);
  }
  return [...terms];
}

/** About a megabyte: paragraphs of the article, some of their words and sentences taken from the list and the terms. */
export function makeText(size: number, terms: readonly string[], chance: () => number): string {
  const paragraphs = ARTICLE.split('\n\n').filter((paragraph) => paragraph.trim() !== '');
  const pick = <T>(list: readonly T[]) => list[Math.floor(chance() * list.length)] as T;
  const pieces: string[] = [];
  for (let length = 0; length < size; ) {
    const paragraph = pick(paragraphs).replace(/\p{L}{5,}/gu, (word) => (chance() < 0.15 ? pick(WORDS) : word));
    const piece = chance() < 0.5 ? `${paragraph} ${pick(terms)}` : paragraph;
    pieces.push(piece);
    length += piece.length + 2;
  }
  return pieces.join('\n\n');
}

/**
 * Texts as they come to a server, in strings of every kind that the engine has: whole, cut out of another, joined of
 * two, with a byte a letter and with two. A loop that meets one kind alone is quicker than it ever is at work.
 */
export function ofAllKinds(texts: readonly string[]): string[] {
  return texts.map((text, i) => {
    const half = text.length >> 1;
    if (i % 4 === 0) return text;
    if (i % 4 === 1) return text.slice(0, half) + text.slice(half);
    if (i % 4 === 2) return [text, '語'].join(' ').slice(0, text.length);
    return [...text].join('');
  });
}

export function conceptOf(text: string, i: number, invariable = false): Concept {
  const place = { file: 'x.csv', line: i + 1, column: 1 };
  const term = {
    text,
    language: 'fr',
    status: 'preferred',
    partOfSpeech: invariable ? 'other' : 'noun',
    gender: null,
  } as const;
  return {
    id: `c${i}`,
    fr: [{ ...term, caseExact: false, plural: null, forms: [], why: null, place }],
    en: [],
    keep: false,
    definition: null,
    citation: null,
    domain: null,
    note: null,
    see: [],
    count: 'each',
    except: [],
    unless: [],
    examples: [],
    place,
  };
}

/** Milliseconds of the middle run of several. */
export function timed(runs: number, work: () => unknown): number {
  const times = Array.from({ length: runs }, () => {
    const started = process.hrtime.bigint();
    work();
    return Number(process.hrtime.bigint() - started) / 1e6;
  });
  return middleOf(times);
}

export function middleOf(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[figures.length >> 1] ?? 0;
}
