import { expect, test } from 'vitest';
import type { FileLibrary } from '../../src/files/loading/library.ts';
import { makeRoot, start } from '../site.ts';

const COUNT = 2000;
const WORDS = ['jeton', 'modèle', 'puce', 'réseau', '<zone>', 'étiquette', '“été”'];
const title = (i: number) => `${WORDS[i % 7]} ${i} & ${'mots longs '.repeat(30)}`;
const day = (i: number) => `20${10 + (i % 16)}-0${1 + (i % 9)}-1${i % 10}`;
const FILES = Object.fromEntries(
  Array.from({ length: COUNT }, (_, i) => [
    [
      `content/a-${i}/fr.md`,
      `---\ntitle: ${JSON.stringify(title(i))}\nsite: ${JSON.stringify(title(i + 1))}\ndate: ${day(i)}\n---\n\nUn jeton.\n`,
    ],
    [`content/a-${i}/en.po`, `msgid "Un jeton."\nmsgstr "${i % 3 === 0 ? 'A chip' : 'A token'}."\n`],
  ]).flat(),
);

test('of 2,000 articles no page is larger than 200 KB, or takes 100 ms of the processor', {
  timeout: 240_000,
}, async () => {
  const { root, remove } = await makeRoot(FILES);
  const site = await start(root);
  const get = async (query: string) => (await fetch(new URL(`/articles${query}`, site.url))).text();
  await get('');
  const slow: string[] = [];
  for (const query of ['', '?page=40', '?by=title&page=3', '?q=ete', '?q=modele+19', '?q=zz']) {
    const times: number[] = [];
    let size = 0;
    for (let run = 0; run < 5; run += 1) {
      // Another state of the files, so that no page is kept.
      (site.library as FileLibrary).warn(`${query} ${run}`);
      await fetch(new URL('/none', site.url));
      const began = process.cpuUsage();
      size = Buffer.byteLength(await get(query));
      times.push((process.cpuUsage(began).user + process.cpuUsage(began).system) / 1000);
    }
    if (size > 200_000 || Math.min(...times) > 100) slow.push(`${query}: ${size} bytes, ${times.join()} ms`);
  }
  await site.close();
  await remove();
  expect(slow).toEqual([]);
});
