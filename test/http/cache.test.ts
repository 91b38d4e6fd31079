import { randomBytes } from 'node:crypto';
import { get, IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressMeant, plainAddress } from '../../src/http/address.ts';
import { type Answer, makeAnswer, sendAnswer } from '../../src/http/answer.ts';
import { createPageCache } from '../../src/http/cache.ts';
import type { Site } from '../../src/serve.ts';
import { makeRoot, SMALL, start } from '../site.ts';

test.each([
  ['/', '/'],
  ['/articles/essai', '/articles/essai'],
  ['/articles/essai/', '/articles/essai'],
  ['/articles/essai//', '/articles/essai'],
  ['/glossary%2f//?q=a/', '/glossary%2f?q=a/'],
  ['//', '/'],
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

test.each([
  ['/', 'essai', '/articles/essai'],
  ['/?saved=7', 'essai', '/articles/essai?saved=7'],
  ['/?', 'essai', '/articles/essai?'],
  ['/', '', '/'],
  ['/', 'essai zone', '/'],
  ['/?q=a', 'essai zone', '/?q=a'],
  ['/articles', 'essai', '/articles'],
  ['/glossary?a=/', 'essai', '/glossary?a=/'],
  ['//evil.example', 'essai', '//evil.example'],
  ['', 'essai', ''],
])('%s asks, of the articles “%s”, for %s', (address, slugs, meant) => {
  expect(addressMeant(address, slugs.split(' ').filter(Boolean))).toBe(meant);
});

describe('what is kept', () => {
  const answer = (text: string): Answer => ({ etag: '"a"', headers: {}, body: Buffer.from(text) });
  const later = (text: string) => new Promise<Answer>((resolve) => setTimeout(resolve, 5, answer(text)));

  test('is made once for all who ask', async () => {
    const cache = createPageCache();
    let made = 0;
    const make = () => {
      made += 1;
      return later(String(made));
    };
    const together = await Promise.all([cache.share('/a', make), cache.share('/a', make)]);
    const after = await cache.share('/a', make);
    expect([...together, after].map(({ body }) => String(body))).toEqual(['1', '1', '1']);
  });

  test('is another for another address', async () => {
    const cache = createPageCache();
    const [a, b] = await Promise.all([cache.share('/a', () => later('a')), cache.share('/b', () => later('b'))]);
    expect([String(a.body), String(b.body)]).toEqual(['a', 'b']);
  });

  test('is not of before a change: who asks after it waits for no older page, and none is kept', async () => {
    const cache = createPageCache();
    const before = cache.share('/a', () => later('before'));
    cache.clear();
    const after = await cache.share('/a', () => later('after'));
    await before;
    const kept = await cache.share('/a', () => later('anew'));
    expect([String(after.body), String(kept.body)]).toEqual(['after', 'after']);
  });

  test('is no failure', async () => {
    const cache = createPageCache();
    const failed = cache.share('/a', () => Promise.reject(new Error('no')));
    await expect(failed).rejects.toThrow('no');
    expect(String((await cache.share('/a', () => later('a'))).body)).toBe('a');
  });

  test.each([
    ['two large ones are kept', ['/a', '/b', '/a', '/b'], ['/a', '/b']],
    ['a third makes the oldest go, and no other', ['/a', '/b', '/c', '/b', '/c', '/a'], ['/a', '/b', '/c', '/a']],
    ['one that is asked for again counts once', ['/a', '/a', '/a', '/b', '/a'], ['/a', '/b']],
  ])('takes room: %s', async (_fact, asked, wanted) => {
    const cache = createPageCache();
    const made: string[] = [];
    for (const address of asked) {
      await cache.share(address, async () => {
        made.push(address);
        return { ...answer(''), body: Buffer.alloc(30 * 1024 * 1024) };
      });
    }
    expect(made).toEqual(wanted);
  });

  describe('takes room, packed copies included:', () => {
    const large = () => randomBytes(15 * 1024 * 1024);
    const ask = (accepted: string) => {
      const request = new IncomingMessage(new Socket());
      return Object.assign(request, { method: 'GET', url: '/', headers: { 'accept-encoding': accepted } });
    };
    /** Two pages of 15 MB; the first is sent in these ways. Then another of so many. Says whether the first is kept. */
    const isKept = async (ways: readonly string[], megabytes: number, isCleared = false) => {
      const cache = createPageCache();
      const first = makeAnswer('text/html', large());
      await cache.share('/a', async () => first);
      if (isCleared) cache.clear();
      for (const way of ways) sendAnswer(first, ask(way), new ServerResponse(ask(way)));
      await Promise.all(first.packed?.made.values() ?? []);
      for (const address of isCleared ? ['/b', '/a', '/c'] : ['/b', '/c']) {
        const bytes = Buffer.alloc((address === '/c' ? megabytes : 15) * 1024 * 1024);
        await cache.share(address, async () => ({ ...answer(''), body: bytes }));
      }
      return cache.answer('/a', ask(''), new ServerResponse(ask('')));
    };
    test.each<[string, readonly string[], number, boolean, boolean]>([
      ['none', [], 30, false, true],
      ['one', ['gzip'], 15, false, true],
      ['one, and too much beside it', ['gzip'], 30, false, false],
      ['the same one twice', ['gzip', 'gzip'], 15, false, true],
      ['both', ['gzip', 'br'], 15, false, false],
      ['those of a page that is not kept any more', ['gzip', 'br'], 30, true, true],
    ])('%s', async (_what, ways, megabytes, isCleared, kept) => {
      expect(await isKept(ways, megabytes, isCleared)).toBe(kept);
    });
  });

  test.each([
    ['GET', true],
    ['HEAD', true],
    ['POST', false],
  ])('serves %s: %s', async (method, serves) => {
    const cache = createPageCache();
    await cache.share('/', async () => answer('A page.'));
    const request = Object.assign(new IncomingMessage(new Socket()), { method, url: '/' });
    expect(cache.answer('/', request, new ServerResponse(request))).toBe(serves);
  });
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
    '/articles/essai///',
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
