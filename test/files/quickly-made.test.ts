import { expect, test } from 'vitest';
import { isQuicklyMade } from '../../src/files/loading/article-on-demand.ts';

const file = (path: string, length: number) => ({
  path,
  text: 'x'.repeat(length),
  length,
  problem: null,
  recoded: false,
});

test.each([
  [99_999, 1, true],
  [100_000, null, true],
  [100_000, 1, false],
  [1, 100_000, false],
])(
  'an article of %i characters with a catalogue of %o is made while somebody waits: %s',
  (french, english, isQuick) => {
    const catalogue = english === null ? null : file('content/a/en.po', english);
    const article = { slug: 'a', source: file('content/a/fr.md', french), catalogue, beside: new Set<string>() };
    expect(isQuicklyMade(article)).toBe(isQuick);
  },
);
