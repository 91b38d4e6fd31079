import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeLock } from '../../src/files/lock.ts';
import type { Site } from '../../src/serve.ts';
import { makeRoot, NO_ENGINES, SMALL, start, until } from '../site.ts';

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
    lock.release();
    expect(await answer.json()).toMatchObject({ detail: expect.stringContaining('http://localhost:3999/') });
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
