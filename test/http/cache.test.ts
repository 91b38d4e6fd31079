import { once } from 'node:events';
import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plainAddress } from '../../src/http/address.ts';
import { createPageCache, type PageCache } from '../../src/http/cache.ts';
import type { Site } from '../../src/serve.ts';
import { makeRoot, SMALL, start } from '../site.ts';

test.each([
  ['/', '/'],
  ['/articles/essai', '/articles/essai'],
  ['/articles/essai/', '/articles/essai'],
  ['/articles/%65ssai', '/articles/essai'],
  ['/%61rticles/%65%73sai/', '/articles/essai'],
  ['/articles/a%2Db', '/articles/a-b'],
  ['/articles/a%2db', '/articles/a-b'],
  ['/glossary?q=%65', '/glossary?q=%65'],
  ['/glossary/?q=/', '/glossary?q=/'],
  // These may mean something else than the sign itself.
  ['/articles/essai%2Fledger.json', '/articles/essai%2Fledger.json'],
  ['/articles/%2565', '/articles/%2565'],
  ['/articles/%', '/articles/%'],
  ['/articles/%zz', '/articles/%zz'],
  ['/articles/%C3%A9', '/articles/%C3%A9'],
  ['/articles/%00', '/articles/%00'],
])('%s is %s', (written, plain) => {
  expect(plainAddress(written)).toBe(plain);
});

describe('one page', () => {
  let site: Site;
  let end: () => Promise<void>;
  beforeAll(async () => {
    const { root, remove } = await makeRoot(SMALL);
    site = await start(root);
    end = async () => {
      await site.close();
      await remove();
    };
  });
  afterAll(() => end());

  /** Asks for a path exactly as it is written. */
  const ask = (path: string) =>
    new Promise<{ status: number | undefined; tag: string | undefined }>((resolve, reject) => {
      const { hostname, port } = new URL(site.url);
      get({ hostname, port, path }, (answer) => {
        answer.resume().on('end', () => resolve({ status: answer.statusCode, tag: answer.headers.etag }));
      }).on('error', reject);
    });

  test.each([
    '/articles/%65ssai',
    '/articles/essai/',
    '/%61rticles/essa%69/',
    '/articles/essai?x=1',
    '/articles/essai#p2',
  ])('is the same as %s', async (path) => {
    const [page, other] = [await ask('/articles/essai'), await ask(path)];
    expect([other.status, other.tag]).toEqual([200, page.tag]);
  });

  test('stays apart from what only looks like its report', async () => {
    await ask('/articles/essai/ledger.json');
    expect((await ask('/articles/essai%2Fledger.json')).status).toBe(404);
  });
});

describe('an answer', () => {
  let server: Server;
  let cache: PageCache;
  /** Addresses whose answer was made, in order. */
  let made: string[];
  let text: string;
  beforeEach(async () => {
    cache = createPageCache();
    made = [];
    text = 'A page.';
    server = createServer((request, response) => {
      if (cache.answer(request, response)) return;
      made.push(request.url ?? '');
      response.setHeader('content-language', 'en');
      cache.store(request, response, 'text/html', text);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });
  const ask = (address: string, options: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${address}`, options);

  test('is made once, and is the same each time', async () => {
    const answers = [await ask('/articles/essai'), await ask('/articles/essai')];
    const told = answers.map(({ headers }) =>
      ['etag', 'content-type', 'content-language'].map((name) => headers.get(name)),
    );
    expect([made, await answers[1]?.text(), told[1]]).toEqual([['/articles/essai'], 'A page.', told[0]]);
  });

  test('that is kept serves HEAD, and nothing but reading', async () => {
    await ask('/');
    await ask('/', { method: 'HEAD' });
    await ask('/', { method: 'POST' });
    expect(made).toEqual(['/', '/']);
  });

  test('is made anew after the files changed', async () => {
    await ask('/');
    cache.clear();
    text = 'Another.';
    expect([await (await ask('/')).text(), made.length]).toEqual(['Another.', 2]);
  });

  test.each([
    '/?x=1',

    '/articles/Essai',
    '/articles/%65ssai',
    '//articles/essai',
    '/articles/essai/',
  ])('at an address that no page has is not kept: %s', async (address) => {
    await ask(address);
    await ask(address);
    expect(made).toEqual([address, address]);
  });

  const LARGE = 30 * 1024 * 1024;
  test.each([
    ['two large ones are kept', ['/a', '/b', '/a', '/b'], ['/a', '/b']],
    ['a third makes the oldest go, and no other', ['/a', '/b', '/c', '/b', '/c', '/a'], ['/a', '/b', '/c', '/a']],
    ['one that is made again counts once', ['/a', '/a', '/a', '/b', '/a'], ['/a', '/b']],
  ])('takes room: %s', async (_fact, asked, wanted) => {
    text = 'x'.repeat(LARGE);
    for (const address of asked) await (await ask(address)).arrayBuffer();
    expect(made).toEqual(wanted);
  });

  test('that is stored twice takes its room once', async () => {
    text = 'x'.repeat(LARGE);
    const both = await Promise.all([ask('/a'), ask('/a'), ask('/a')]);
    for (const answer of both) await answer.arrayBuffer();
    const before = made.length;
    for (const address of ['/b', '/a', '/b']) await (await ask(address)).arrayBuffer();
    expect(made.slice(before)).toEqual(['/b']);
  });
});
