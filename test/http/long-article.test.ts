import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileLibrary } from '../../src/files/loading/library.ts';
import type { Site } from '../../src/serve.ts';
import { makeRoot, SMALL, start } from '../site.ts';

const COUNT = 200;
const paragraphs = (text: (i: number) => string) => Array.from({ length: COUNT }, (_, i) => text(i));
const french = (i: number) =>
  `Le modèle numéro ${i} lit trois jetons, puis une puce chauffe ; « trois jetons » ne coûtent que 5 % du prix.`;
const english = (i: number) =>
  `Model number ${i} reads three tokens, then a chip warms up; “three tokens” cost only 5% of the price.`;
const FILES = {
  ...SMALL,
  'content/long/fr.md': `---\ntitle: Essai\n---\n\n${paragraphs(french).join('\n\n')}\n`,
  'content/long/en.po': paragraphs((i) => `msgid "${french(i)}"\nmsgstr "${english(i)}"\n`).join('\n'),
};

let site: Site;
let end: () => Promise<void>;
beforeAll(async () => {
  const { root, remove } = await makeRoot(FILES);
  site = await start(root);
  end = async () => {
    await site.close();
    await remove();
  };
});
afterAll(() => end());

/** Makes another state of the files, so that no page is kept. */
const warn = (message: string) => (site.library as FileLibrary).warn(message);

/** What a request takes, and the longest time in which nobody else had a turn; the server runs in this very process. */
async function watched(address: string, init?: RequestInit) {
  const began = performance.now();
  let longest = 0;
  let isDone = false;
  const answer = fetch(site.url + address, init)
    .then((one) => one.text())
    .finally(() => {
      isDone = true;
    });
  for (let last = performance.now(); !isDone; last = performance.now()) {
    await turn();
    longest = Math.max(longest, performance.now() - last);
  }
  return { text: await answer, whole: performance.now() - began, longest };
}

describe(`an article of ${COUNT} paragraphs`, () => {
  // Measured by the clock, which other work on the machine disturbs.
  test('is made in many turns', { retry: 2 }, async () => {
    const { text, whole, longest } = await watched('articles/long');
    expect(text.split('class="unit"').length - 1).toBe(COUNT + 1);
    expect(longest).toBeLessThan(whole / 3);
  });

  test('is not made again for an address that says more than anybody asks', { retry: 2 }, async () => {
    // There and back: nothing is kept of before.
    warn('this is a state of the files');
    await site.library.reload();
    const page = await watched('articles/long');
    await site.library.reload();
    const again = await watched('articles/long?x=1&y=%2e&saved=77');
    expect([again.text === page.text, again.whole < page.whole / 2]).toEqual([true, true]);
  });

  test('is the same for all who ask while it is made', async () => {
    warn('this is another state of the files');
    const pages = await Promise.all(Array.from({ length: 20 }, () => watched('articles/long?z=1')));
    const began = process.cpuUsage();
    warn('and this is one more');
    await watched('articles/long');
    const alone = process.cpuUsage(began).user;
    warn('and the last');
    const together = process.cpuUsage();
    await Promise.all(Array.from({ length: 20 }, (_, i) => watched(`articles/long?z=${i}`)));
    expect(new Set(pages.map(({ text }) => text)).size).toBe(1);
    expect(process.cpuUsage(together).user).toBeLessThan(6 * alone);
  });
});
