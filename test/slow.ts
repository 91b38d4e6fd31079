/**
 * Tests of the slow set alone: they wait for servers that end, texts that never do, locks that grow old, tabs with a
 * spoiled storage, for a hundred thousand entries or two thousand articles, or for packages to be installed (from a
 * registry, or from what npm keeps of it), or for programs of others, where they are installed; and axe takes twenty seconds for a long page, while the quick set shows it a
 * short one that has one of everything.
 */
export const SLOW: string[] = [
  'browser/long-article.test.ts',
  'browser/storage.test.ts',
  'cli/ending.test.ts',
  'cli/install.test.ts',
  'cli/old-locks.test.ts',
  'files/endless-text.test.ts',
  'formats/exchange/translation-tools.test.ts',
  'http/large-glossary.test.ts',
  'http/large-shelf.test.ts',
];
