import { expect, test } from 'vitest';
import type { FileLibrary } from '../../src/files/loading/library.ts';
import { makeRoot, SMALL, start } from '../site.ts';

const WORDS = ['jeton', 'modèle', 'puce', 'réseau', 'zone', 'étiquette', '5G'];
const row = (i: number) =>
  `${WORDS[i % 7]} ${i % 89} ${i},word ${i},Word number ${i} in the plainest of sentences.,${i % 6 === 0 ? '' : `field ${i % 6}`}`;
const TABLE = `fr,en,definition,domain\n${Array.from({ length: 100_000 }, (_, i) => row(i)).join('\n')}`;

test('of 100,000 entries no page is larger than 200 KB, or takes 100 ms of the processor', {
  timeout: 240_000,
}, async () => {
  const { root, remove } = await makeRoot({ ...SMALL, 'glossary/all.csv': TABLE });
  const site = await start(root);
  const get = async (query: string) => (await fetch(new URL(`/glossary${query}`, site.url))).text();
  await get('');
  const slow: string[] = [];
  for (const query of [
    '',
    '?page=9',
    '?field=field+1',
    '?letter=z&page=9',
    '?q=modele',
    '?q=word+77',
    '?q=zz',
    '?status=unused',
    '?article=essai',
  ]) {
    const times: number[] = [];
    let size = 0;
    for (let run = 0; run < 7; run += 1) {
      // Another state of the files, so that no page is kept.
      (site.library as FileLibrary).warn(`${query} ${run}`);
      await get('/none');
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
