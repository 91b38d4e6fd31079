import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeLock } from '../../src/files/lock/lock.ts';
import type { Site } from '../../src/serve.ts';
import { createStubs, type Stub } from '../engines/stub-server.ts';
import { makeRoot, NO_ENGINES, SMALL, start, until } from '../site.ts';
import { routesOf } from './guard/all-routes.ts';

let root: string;
let remove: () => Promise<void>;
let reader: Site;
beforeAll(async () => {
  ({ root, remove } = await makeRoot(SMALL));
  reader = await start(root, NO_ENGINES, 0, { readOnly: true, password: 'a password of some length' });
});
afterAll(async () => {
  await reader.close();
  await remove();
});

const textOf = async (address: string) => (await fetch(reader.url + address)).text();

describe('a server that only reads', () => {
  test.each(['articles/essai', 'articles', 'glossary', 'glossary/token'])(
    'shows nothing to change on %s',
    async (page) => {
      expect(await textOf(page)).not.toMatch(/>(?:Edit|Remove|Add|Approve|Sign in)\b/);
    },
  );

  test.each([
    ['POST', 'articles/essai/units/p2'],
    ['PUT', 'api/articles/essai/units/p2'],
    ['PUT', 'api/glossary/concepts/token'],
    ['POST', 'undo'],
    ['POST', 'add'],
  ])('refuses %s %s', async (method, address) => {
    expect((await fetch(reader.url + address, { method })).status).toBe(403);
  });

  test('says that no other one writes', async () => {
    expect(await (await fetch(`${reader.url}api/articles/essai/units/p2`, { method: 'PUT' })).json()).toMatchObject({
      detail: expect.stringContaining('none that writes runs for these files'),
    });
  });

  test('names the one that writes', async () => {
    const lock = await takeLock(root);
    await lock.announce('http://localhost:3999/');
    const answer = await fetch(`${reader.url}api/articles/essai/units/p2`, { method: 'PUT' });
    const page = await (await fetch(`${reader.url}undo`, { method: 'POST' })).text();
    lock.release();
    expect([await answer.json(), page]).toEqual([
      expect.objectContaining({ detail: expect.stringContaining('http://localhost:3999/') }),
      expect.stringContaining('<a href="http://localhost:3999/">the one that writes</a>'),
    ]);
  });

  test('leaves the folder as it is', async () => {
    const own = await makeRoot(SMALL);
    const site = await start(own.root, NO_ENGINES, 0, { readOnly: true });
    await (await fetch(`${site.url}articles/essai`)).text();
    await site.close();
    const left = (await readdir(own.root)).sort();
    await own.remove();
    expect(left).toEqual(['content', 'glossary']);
  });

  test('shows soon what another saves', async () => {
    const writer = await start(root);
    const others = await Promise.all([1, 2, 3].map(() => start(root, NO_ENGINES, 0, { readOnly: true })));
    await writeFile(
      path.join(root, 'content/essai/en.po'),
      SMALL['content/essai/en.po'].replace('A chip.', 'A single chip.'),
    );
    const shown = async ({ url }: Site) => (await (await fetch(`${url}articles/essai`)).text()).includes('single');
    await until(async () => (await Promise.all([writer, reader, ...others].map(shown))).every(Boolean), 20_000);
    await Promise.all([writer, ...others].map((site) => site.close()));
  });
});

describe('whatever a server that only reads is asked', () => {
  const WRITER = 'http://localhost:3999/';
  const PARTS = { slug: 'essai', unit: 'p2', id: 'token', number: '1', name: 'plan.png' };
  /** What only leads to a change, and so is refused as the change is. */
  const LEADS_TO_CHANGES = /^GET \/(?:add|import|changes|articles\/:slug\/(?:remove|translate|units))/;
  const stubs = createStubs();
  let engine: Stub;
  let own: Awaited<ReturnType<typeof makeRoot>>;
  let site: Site;
  let lock: Awaited<ReturnType<typeof takeLock>>;
  let routes: readonly string[];
  const filesOf = async () => {
    const files = await readdir(own.root, { recursive: true, withFileTypes: true });
    const texts = files
      .filter((file) => file.isFile() && file.name !== 'lock')
      .map(async ({ parentPath, name }) => [name, await readFile(path.join(parentPath, name), 'utf8')] as const);
    return (await Promise.all(texts)).sort();
  };
  const ask = async (line: string) => {
    const [method = '', address = ''] = line.split(' ');
    const format = address.startsWith('/glossary') ? 'csv' : 'po';
    const filled = Object.entries({ ...PARTS, format }).reduce(
      (now, [key, part]) => now.replace(`:${key}`, part),
      address,
    );
    const url = site.url + filled.replace('*name', PARTS.name).slice(1);
    const accept = address.startsWith('/api/') ? 'application/json' : 'text/html';
    const aborter = new AbortController();
    const answer = await fetch(url, { method, headers: { accept }, redirect: 'manual', signal: aborter.signal });
    const text = address === '/events' ? '' : await answer.text();
    aborter.abort();
    return `${answer.status}${text.includes(WRITER) ? ' names the writer' : ''} ${line}`;
  };
  const askAll = (lines: readonly string[]) => Promise.all(lines.map(ask));

  beforeAll(async () => {
    engine = await stubs.answering(() => ({ body: { translatedText: 'spent' } }));
    const picture = { 'content/essai/plan.png': Buffer.from('89504e470d0a1a0a', 'hex') };
    const pending = { 'content/essai/en.po': SMALL['content/essai/en.po'].replace('A chip.', '') };
    own = await makeRoot({ ...SMALL, ...picture, ...pending });
    lock = await takeLock(own.root);
    await lock.announce(WRITER);
    const engines = { ...NO_ENGINES, libretranslate: { url: engine.url, key: null } };
    routes = await routesOf(async () => {
      site = await start(own.root, engines, 0, { readOnly: true, password: 'a password of some length' });
    });
  });
  afterAll(async () => {
    await site.close();
    lock.release();
    stubs.end();
    await own.remove();
  });

  test('the tables of routes name it', () => {
    const known = ['GET /articles/:slug', 'POST /undo', 'PUT /api/glossary/concepts/:id', 'GET /healthz'];
    expect([routes.length >= 40, known.filter((line) => !routes.includes(line))]).toEqual([true, []]);
  });

  test('it refuses what writes, with the address of the one that does, and neither writes nor asks an engine', async () => {
    const before = await filesOf();
    const answers = await askAll(routes.filter((line) => !line.startsWith('GET ')));
    const otherwise = answers.filter((line) => !line.startsWith('403 names the writer'));
    expect([otherwise, await filesOf(), engine.paths]).toEqual([[], before, []]);
  });

  test('it answers what is read, and writes and asks nothing for that either', async () => {
    const before = await filesOf();
    const answers = await askAll(routes.filter((line) => line.startsWith('GET ') && !LEADS_TO_CHANGES.test(line)));
    expect([answers.filter((line) => !line.startsWith('200 GET')), await filesOf(), engine.paths]).toEqual([
      [],
      before,
      [],
    ]);
  });

  test('it tells who opens a page that changes something where that goes', async () => {
    const answers = await askAll(routes.filter((line) => LEADS_TO_CHANGES.test(line)));
    expect(answers.filter((line) => !line.startsWith('403 names the writer'))).toEqual([]);
  });
});
