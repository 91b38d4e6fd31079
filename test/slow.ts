import { readdirSync, readFileSync } from 'node:fs';

/**
 * Tests of the slow set alone: they start the built program again and again, or programs of others where they are
 * installed, wait for servers that end, texts and requests that never do, locks that grow old, tabs with a spoiled
 * storage, for a hundred thousand entries or two thousand articles, try password after password (each is slow on
 * purpose), undo whole afternoons of saves, let crowds, engines that trickle and whole repositories come, save under an
 * open article whatever is open in it, take a page of pairs through every key, sign in and out in a browser, do the
 * tasks of an afternoon without the mouse, break answers off under every key, scroll whole articles under an editor,
 * kill git as it writes, look at every entry that is shipped in every format, or wait for packages to be installed
 * (from a registry, or from what npm keeps of it), or measure texts of four lengths in every format; and axe takes
 * seconds for a long page, while the quick set shows it a short one that has one of everything.
 */
export const SLOW: string[] = [
  'browser/afternoon.test.ts',
  'browser/in-view.test.ts',
  'browser/kept-keys.test.ts',
  'browser/live-more.test.ts',
  'browser/long-article.test.ts',
  'browser/pairs.test.ts',
  'browser/people.test.ts',
  'browser/storage.test.ts',
  'browser/tasks.test.ts',
  'cli/built.test.ts',
  'cli/ending.test.ts',
  'cli/install.test.ts',
  'cli/old-locks.test.ts',
  'engines/bounded-post.test.ts',
  'files/endless-text.test.ts',
  'files/kept/start-cache.test.ts',
  'files/thread/text-thread.test.ts',
  'formats/book/other-readers.test.ts',
  'formats/document/growth-of-adding.test.ts',
  'formats/exchange/glossary-round-trip.test.ts',
  'formats/exchange/translation-tools.test.ts',
  'git/conversion.test.ts',
  'git/index-behind.test.ts',
  'git/left-locks.test.ts',
  'git/shared-store.test.ts',
  'http/crowd.test.ts',
  'http/large-glossary.test.ts',
  'http/large-shelf.test.ts',
  'http/long-pairs.test.ts',
  'http/many-pages.test.ts',
  'http/out-of-time.test.ts',
  'http/pending.test.ts',
  'http/routes/afternoon.test.ts',
  'http/routes/guessing.test.ts',
];

const HERE = new URL('.', import.meta.url).pathname;

/**
 * Tests of both sets that ask more in the slow one: those that read which one they are in, or how much there is of it.
 */
export const DEEPER: string[] = readdirSync(HERE, { recursive: true, encoding: 'utf8' }).filter(
  (file) =>
    file.endsWith('.test.ts') &&
    !SLOW.includes(file) &&
    /\/rounds\.ts'|env\['(?:FUZZ_ROUNDS|REFERENCE_ROUNDS|EDIT_ROUNDS|AFTERNOONS)'\]/.test(
      readFileSync(HERE + file, 'utf8'),
    ),
);
