import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberedSlug, SLUG, slugOf, slugOfTerm } from '../../../src/core/text/slug.ts';

describe('a text becomes a slug', () => {
  test.each([
    ['words', 'large language model', 'large-language-model'],
    ['accents and ligatures', 'Œuvre dérivée', 'oeuvre-derivee'],
    ['the other ligature, small and large', 'Ex æquo ÆTHER', 'ex-aequo-aether'],
    ['what only looks otherwise', 'ﬁn Ａ １', 'fin-a-1'],
    ['signs beside and within words', 'l’œil: GPT-4.5', 'l-oeil-gpt-4-5'],
    ['spaces in a row and at the ends', ' un  mot ', 'un-mot'],
    ['letters of another script', 'jeton язык', 'jeton'],
    ['signs at the ends', '« jeton »', 'jeton'],
    ['nothing', '…', ''],
    ['a hundred letters', 'a'.repeat(100), 'a'.repeat(100)],
    ['a cut inside a word', `${'a'.repeat(98)} bcd`, `${'a'.repeat(98)}-b`],
    ['a cut behind a hyphen', `${'a'.repeat(99)} b`, 'a'.repeat(99)],
    ['a cut behind a hyphen, with accents', `${'é'.repeat(99)} b`, 'e'.repeat(99)],
    ['a cut before a hyphen', `${'a'.repeat(100)} b`, 'a'.repeat(100)],
  ])('%s', (_what, text, slug) => {
    expect(slugOf(text)).toBe(slug);
  });

  test('that fits its own pattern, whatever the text, with a number too', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'É', ' ', '-', '½', 'ß', '’'), maxLength: 130 });
    fc.assert(
      fc.property(word, fc.integer({ min: 2, max: 5000 }), (text, number) => {
        const slug = slugOf(text);
        return slug === '' || (SLUG.test(slug) && SLUG.test(numberedSlug(slug, number)));
      }),
    );
  });
});

test.each([
  ['a', true],
  ['a-1', true],
  ['a'.repeat(100), true],
  ['a'.repeat(101), false],
  ['a-', false],
  ['-a', false],
  ['a--b', false],
  ['A', false],
  ['', false],
  ['a\n', false],
])('%j is a slug: %s', (text, is) => {
  expect(SLUG.test(text)).toBe(is);
});

describe('a term becomes an id of its own', () => {
  test.each([
    ['C', 'c'],
    ['C++', 'c-plus-plus'],
    ['C#', 'c-sharp'],
    ['C++ compiler', 'c-plus-plus-compiler'],
    ['A+B', 'a-b'],
    ['# tag', 'tag'],
    ['5 % more', '5-more'],
    ['5+ years', '5-years'],
    ['10 µm', '10-m'],
    ['Na+', 'na-plus'],
    ['naïve Tromsø', 'naive-troms'],
  ])('%s', (term, id) => {
    expect(slugOfTerm(term, 'concept')).toBe(id);
  });

  test('by a fingerprint where its letters or signs cannot be spelled', () => {
    const terms = ['—', '★', '☆', '日本語', '日本', 'Привет мир', 'Привет API', 'API', 'β-VAE', 'VAE', 'я'.repeat(300)];
    const long = ['日', '本'].map((first) => first + 'x'.repeat(300));
    const ids = [...terms, ...long].map((term) => slugOfTerm(term, 'concept'));
    expect([new Set(ids).size, ids.filter((id) => !SLUG.test(id))]).toEqual([ids.length, []]);
    expect(ids.slice(0, 2)).toEqual(['concept-512aaf50', 'concept-0bbc78a9']);
  });

  test('the same however its accents are stored', () => {
    expect(slugOfTerm('й'.normalize('NFD'), 'concept')).toBe(slugOfTerm('й', 'concept'));
  });
});
