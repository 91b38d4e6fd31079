import { expect, test } from 'vitest';
import { createLibreTranslate } from '../../src/engines/libretranslate.ts';
import { run } from '../translate/stub-run.ts';
import { installedWay, serveApertium, wayToEnglish } from './apertium.ts';

test.each([
  ['straight', ['eng-cat', 'fra-eng', 'fra-cat', 'cat-eng'], ['fra-eng']],
  ['by way of Catalan', ['cat-eng', 'fra-cat', 'fra-oci'], ['fra-cat', 'cat-eng']],
  ['under old names', ['fr-es', 'es-en', 'en-es'], ['fr-es', 'es-en']],
  ['by a variant only', ['fra-cat', 'cat-eng-webform'], null],
  ['the other way round only', ['eng-cat', 'cat-fra'], null],
  ['not at all', [], null],
])('the way from French to English: %s', (_what, modes, way) => {
  expect(wayToEnglish(modes)).toEqual(way);
});

const way = installedWay();
const PARAGRAPHS = [
  'Le modèle coûte 12,5 millions de dollars, soit 50 % de moins.',
  'Lisez [cet article](https://exemple.fr/les-jetons?a=1) et `code source`.',
  'Elle a dit « oui » hier.',
];

/** Poor as it is, it is an engine that nobody wrote for these tests. */
test.skipIf(way === null)('a real engine, Apertium where it is installed, keeps what is no language', async () => {
  const { url, server } = await serveApertium(way ?? []);
  const { translate, abilities } = createLibreTranslate({ url, key: null });
  const { saved, said } = await run(translate, { paragraphs: PARAGRAPHS, abilities });
  server.close();
  const text = saved.join('\n');
  const kept = ['12.5', '50%', '](https://exemple.fr/les-jetons?a=1)', '`code source`'];
  expect([saved.length, said, kept.filter((one) => !text.includes(one)), /[«»]/.test(text)]).toEqual([
    4,
    '',
    [],
    false,
  ]);
});
