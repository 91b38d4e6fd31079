import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Site } from '../../../src/serve.ts';
import { makeRoot, start } from '../../site.ts';

let root: string;
let remove: () => Promise<void>;
let site: Site;
beforeEach(async () => {
  ({ root, remove } = await makeRoot({
    'glossary/ai.yaml': '- fr: jeton\n  en: token\n',
    'content/essai/fr.md': '---\ntitle: Essai\n---\n\nTrois jetons.\n',
  }));
  site = await start(root);
});
afterEach(async () => {
  await site.close();
  await remove();
});

const send = (address: string, fields: Record<string, string>) =>
  fetch(site.url + address, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
/** The number of the save that an answer goes on to. */
const saveOf = (answer: Response) => /saved=(\d+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
const target = () => site.library.current().articles.get('essai')?.article.units[1]?.target?.text ?? null;
const catalogue = () => readFile(path.join(root, 'content/essai/en.po'), 'utf8').catch(() => 'gone');

test('the first save of an article is undone, and that too, over HTTP', async () => {
  const tag = (await fetch(`${site.url}api/articles/essai/units/p2`)).headers.get('etag') ?? '';
  const fields = { version: tag.replaceAll('"', ''), target: 'Three tokens.', state: 'draft' };
  const first = saveOf(await send('articles/essai/units/p2', fields));
  const written = await catalogue();
  const undone = saveOf(await send('undo', { number: first }));
  const between = [await catalogue(), target()];
  await send('undo', { number: undone });
  expect([between, [await catalogue(), target()]]).toEqual([
    ['gone', null],
    [written, 'Three tokens.'],
  ]);
});
