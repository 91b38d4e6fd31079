import { expect, test } from 'vitest';
import { isGenerated, readLexicon } from './lexicon.ts';

const LEXICON = readLexicon();

/** Share of words whose form is generated; the rest is printed when a test fails. */
function share(words: typeof LEXICON): { share: number; missed: string[] } {
  const missed = words.filter((word) => !isGenerated(word));
  return {
    share: 1 - missed.length / words.length,
    missed: missed.map(({ word, forms }) => `${word} > ${[...forms]}`),
  };
}

test('the lexicon has tens of thousands of words', () => {
  expect(LEXICON.length).toBeGreaterThan(50_000);
});

test('at least 99.9 % of its plurals are generated', () => {
  const { share: found, missed } = share(LEXICON.filter(({ gender }) => gender === 'masculine'));
  expect(found, missed.join(', ')).toBeGreaterThanOrEqual(0.999);
});

test('at least 99 % of its feminines are generated', () => {
  const { share: found, missed } = share(LEXICON.filter(({ gender }) => gender === 'feminine'));
  expect(found, missed.join(', ')).toBeGreaterThanOrEqual(0.99);
});
