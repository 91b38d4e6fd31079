import { readFile, writeFile } from 'node:fs/promises';
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

const move = (answer: Response) => /saved=(\d+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
const textOf = async (answer: Response) => (await answer.text()).replaceAll(/<[^>]*>/g, '');

test.each(['abc', '', '-99', '99', '0', '1e3'])(
  'of no change “%s” it is not said that a file changed',
  async (number) => {
    const answer = await send('undo', { number });
    const text = await textOf(answer);
    expect([answer.status, text.includes('There is no such change'), text.includes('The file has changed')]).toEqual([
      404,
      true,
      false,
    ]);
  },
);

test('an article that was brought back already is not brought back again, and why is said', async () => {
  const removed = move(await send('articles/essai/remove', {}));
  const back = await send('undo', { number: removed });
  const again = await send('undo', { number: removed });
  const text = await textOf(again);
  expect([back.status, again.status, text.includes('came or went again since'), text.includes('file has')]).toEqual([
    303,
    409,
    true,
    false,
  ]);
});

test('a remark of another program at the head of the file is no hindrance', async () => {
  const tag = (await fetch(`${site.url}api/articles/essai/units/p2`)).headers.get('etag') ?? '';
  const fields = { version: tag.replaceAll('"', ''), target: 'Three tokens.', state: 'draft' };
  const number = saveOf(await send('articles/essai/units/p2', fields));
  await writeFile(path.join(root, 'content/essai/en.po'), `# by hand\n${await catalogue()}`);
  const answer = await send('undo', { number });
  expect([answer.status, (await catalogue()).startsWith('# by hand'), target()]).toEqual([303, true, null]);
});

test('changes lead to what is there, and to nothing that is gone', async () => {
  const links = async () =>
    [...(await (await fetch(`${site.url}changes`)).text()).matchAll(/<li><p><a href="([^"]*)"/g)].map(([, at]) => at);
  const tag = (await fetch(`${site.url}api/articles/essai/units/p2`)).headers.get('etag') ?? '';
  const fields = { version: tag.replaceAll('"', ''), target: 'Three tokens.', state: 'draft' };
  await send('articles/essai/units/p2', fields);
  const before = await links();
  const removed = move(await send('articles/essai/remove', {}));
  const between = await links();
  await send('undo', { number: removed });
  const after = await links();
  expect([before, between, after]).toEqual([
    ['/articles/essai#p2'],
    [],
    ['/articles/essai', '/articles/essai', '/articles/essai#p2'],
  ]);
});
