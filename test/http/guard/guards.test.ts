import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../../src/serve.ts';
import { IS_SLOW_SET, rounds } from '../../rounds.ts';
import { HOME, sendRaw, startExample } from '../../site.ts';

let site: Site;
let port: string;
beforeAll(async () => {
  site = await startExample();
  port = new URL(site.url).port;
});
afterAll(() => site.close());

const ROUTES = [
  '/',
  '/articles',
  '/articles?q=essai&by=title&page=2',
  '/articles/deepseek-r2/remove',
  '/articles/none/remove',
  '/articles/deepseek-r2',
  '/articles/deepseek-r2/ledger.json',
  '/articles/none',
  '/glossary',
  '/glossary?field=law&page=2',
  '/articles/deepseek-r2/candidates',
  '/glossary/token',
  '/glossary/none',
  '/healthz',
  '/add',
  '/add/none',
  '/add-term',
  '/changes',
  '/articles/deepseek-r2/units/p2',
  '/api/articles/deepseek-r2/units/p2',
  '/api/glossary/concepts/token',
  '/assets/icon.svg',
  '/browser/reader.js',
  '/none',
  '/%ff',
];

/** Sends one request with these header lines and gives back the status. */
async function statusOf(target: string, ...headers: string[]): Promise<number> {
  const answer = await sendRaw(
    site.url,
    `GET ${target} HTTP/1.1\r\n${headers.map((header) => `${header}\r\n`).join('')}Connection: close\r\n\r\n`,
  );
  return Number(answer.slice(9, 12));
}

describe('a foreign Host is refused on every route', () => {
  const hosts = [
    'evil.example',
    `evil.example:PORT`,
    '127.0.0.1.evil.example:PORT',
    'localhost.evil.example:PORT',
    '127.0.0.1:1',
    '127.0.0.1',
    '10.0.0.1:PORT',
    '0.0.0.0:PORT',
    'localhost:PORT.evil.example',
    'user@localhost:PORT',
    '[::2]:PORT',
    'localhost:PORT:PORT',
    'localhost.:PORT',
    'LOCALHOST.evil.example:PORT',
    '127.0.0.1.nip.io:PORT',
    '127.1:PORT',
    '2130706433:PORT',
    '0x7f.0.0.1:PORT',
    '[::ffff:127.0.0.1]:PORT',
    '[::1%25lo]:PORT',
    'localhost:0PORT',
    'localhost :PORT',
    'localhost,evil.example:PORT',
    '::1:PORT',
  ];
  test.each(hosts)('%s', async (host) => {
    const refused = IS_SLOW_SET || host === hosts[0] ? ROUTES : ROUTES.slice(0, 6);
    const statuses = await Promise.all(
      refused.map((route) => statusOf(route, `Host: ${host.replaceAll('PORT', port)}`)),
    );
    expect([...new Set(statuses)]).toEqual([403]);
  });

  test('an allowed host cannot be lent by another header', async () => {
    expect(await statusOf('/', 'Host: evil.example', `X-Forwarded-Host: localhost:${port}`)).toBe(403);
  });

  test('a target with a host of its own is refused', async () => {
    expect(await statusOf(`http://evil.example/`, `Host: localhost:${port}`)).toBe(403);
  });

  test('no Host, an empty one, or two are no request', async () => {
    expect([
      await statusOf('/'),
      await statusOf('/', 'Host:'),
      await statusOf('/', `Host: localhost:${port}`, 'Host: evil.example'),
    ]).toEqual([400, 400, 400]);
  });
});

test.each(['localhost', '127.0.0.1', '[::1]', 'LOCALHOST'])('the host %s is served', async (host) => {
  expect(await statusOf('/articles/deepseek-r2', `Host: ${host}:${port}`)).toBe(200);
});

describe('every answer carries the headers that keep others out', () => {
  test.each(ROUTES)('%s', async (route) => {
    const { headers } = await fetch(new URL(route, site.url), { redirect: 'manual' });
    const policy = headers.get('content-security-policy') ?? '';
    expect({
      policy:
        /default-src 'none'/.test(policy) &&
        /script-src 'self'/.test(policy) &&
        /frame-ancestors 'none'/.test(policy) &&
        !/unsafe/.test(policy),
      resource: headers.get('cross-origin-resource-policy'),
      opener: headers.get('cross-origin-opener-policy'),
      sniff: headers.get('x-content-type-options'),
      shared: headers.get('access-control-allow-origin'),
      powered: headers.get('x-powered-by'),
    }).toEqual({
      policy: true,
      resource: 'same-origin',
      opener: 'same-origin',
      sniff: 'nosniff',
      shared: null,
      powered: null,
    });
  });

  test('a page from the cache and a 304 too', async () => {
    const url = new URL('/articles/deepseek-r2', site.url);
    const first = await fetch(url);
    const again = await fetch(url);
    const same = await fetch(url, { headers: { 'If-None-Match': first.headers.get('etag') ?? '' } });
    const policies = [first, again, same].map(({ headers }) => headers.get('content-security-policy'));
    expect([same.status, new Set(policies).size, policies[0] !== null]).toEqual([304, 1, true]);
  });
});

/** Addresses that try to leave their folder, or to be something they are not. */
const TRAVERSALS = [
  '..',
  '%2e%2e',
  '%2e%2e%2f%2e%2e%2fpackage.json',
  '..%2f..%2fpackage.json',
  '%252e%252e%252f',
  '..%5c..%5cpackage.json',
  '%00',
  'deepseek-r2%00',
  '.env',
  '.env/.',
  'con',
  'a'.repeat(300),
  'DEEPSEEK-R2',
  'deepseek-r2.',
  '__proto__',
  'constructor',
  '-',
  'a--b',
  'é',
];

describe('an address stays in its folder', () => {
  test.each(TRAVERSALS)('%s', async (slug) => {
    const targets = [
      `/articles/${slug}`,
      `/articles/${slug}/ledger.json`,
      `/articles/${slug}/remove`,
      `/glossary/${slug}`,
      `/assets/${slug}`,
      `/browser/../${slug}`,
      `/api/articles/${slug}/units/p2`,
      `/api/articles/deepseek-r2/units/${slug}`,
      `/articles/deepseek-r2/units/${slug}`,
      `/api/glossary/concepts/${slug}`,
    ];
    const statuses = await Promise.all(targets.map((target) => statusOf(target, `Host: localhost:${port}`)));
    expect(statuses.every((status) => status === 404 || status === 400)).toBe(true);
  });
});

describe('an error says nothing of the machine', () => {
  test.each([
    '/none',
    '/articles/none',
    '/api/glossary/concepts/none',
    '/api/articles/none/units/p1',
    '/articles/deepseek-r2/units/p999',
    '/glossary/none',
    '/%ff',
    '/articles/%ff',
    '/articles/none/ledger.json',
  ])('%s', async (route) => {
    const body = await (await fetch(new URL(route, site.url))).text();
    expect([body.includes(HOME), /node_modules|\bat .*:\d+:\d+|Error:/.test(body)]).toEqual([false, false]);
  });

  test('a wrong method is 405 and names the right ones', async () => {
    const answer = await fetch(new URL('/glossary', site.url), { method: 'POST', body: 'x' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  test('a broken escape is 400', async () => {
    expect((await fetch(new URL('/articles/%ff', site.url))).status).toBe(400);
  });
});

test('template options in a query do nothing', async () => {
  const query =
    'q=a&settings[views]=/etc&settings[view options][client]=1&delimiter=x&__proto__[polluted]=1&constructor[prototype][polluted]=1';
  const answer = await fetch(new URL(`/glossary?${query}`, site.url));
  expect([answer.status, Object.hasOwn(Object.prototype, 'polluted')]).toEqual([200, false]);
});

test('whatever the address, the answer is quick and no fault of ours (H12)', async () => {
  let state = 7;
  const chance = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const parts = [
    'articles',
    'glossary',
    'api',
    'units',
    'concepts',
    'deepseek-r2',
    'token',
    'p2',
    '..',
    '.',
    '',
    '%2e%2e',
    '%00',
    '%ff',
    '%',
    ':id',
    '*',
    '(',
    'a'.repeat(300),
    '__proto__',
    '?q=%ff',
    '#',
    ';',
    'é',
    '\\',
    '{}',
    '[0]',
    '?saved=1',
    '?saved[]=1',
  ];
  const wrong: string[] = [];
  for (let i = 0; i < rounds(150, 500); i += 1) {
    const target = `/${Array.from({ length: 1 + chance(5) }, () => parts[chance(parts.length)]).join('/')}`.replaceAll(
      ' ',
      '',
    );
    if (!/^[\x21-\x7e]+$/.test(target)) continue;
    // Of the server too, which is in this process; a clock would tell of whatever else goes on.
    const began = process.cpuUsage();
    const answer = await fetch(new URL(site.url).origin + target.replaceAll('#', '%23'), { redirect: 'manual' }).then(
      ({ status }) => status,
      () => 400,
    );
    if (answer >= 500 || process.cpuUsage(began).user > 1_000_000) wrong.push(`${target} ${answer}`);
  }
  expect(wrong).toEqual([]);
});

test('an address of 64 KB is refused', async () => {
  expect(await statusOf(`/${'a'.repeat(65_536)}`, `Host: localhost:${port}`)).toBe(431);
});

/** Every address that changes something; sent to the shipped files, none may get through. */
const WRITES: readonly (readonly [method: string, target: string])[] = [
  ['PUT', '/api/articles/deepseek-r2/units/p2'],
  ['POST', '/articles/deepseek-r2/units/p2'],
  ['POST', '/api/articles/deepseek-r2/translate'],
  ['POST', '/api/articles/deepseek-r2/translate/cancel'],
  ['POST', '/api/articles/deepseek-r2/units/p1/drafts'],
  ['PUT', '/api/glossary/concepts/token'],
  ['DELETE', '/api/glossary/concepts/token'],
  ['POST', '/api/glossary/concepts'],
  ['POST', '/api/glossary/preview'],
  ['POST', '/glossary/token'],
  ['POST', '/add-term'],
  ['POST', '/undo'],
  ['POST', '/articles/deepseek-r2/remove'],
  ['POST', '/add'],
  ['POST', '/add/none'],
];

test('an extension of the browser that is called as the server is is another site', async () => {
  const ask = (scheme: string) =>
    sendRaw(
      site.url,
      `POST /api/glossary/preview HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: ${scheme}://localhost:${port}\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
    ).then((answer) => answer.slice(9, 12));
  const schemes = ['http', 'chrome-extension', 'moz-extension', 'httpx'];
  const statuses = await Promise.all(schemes.map(ask));
  expect(statuses.map((status) => status === '403')).toEqual([false, true, true, true]);
});

describe('a write from another site is refused on every address (H2)', () => {
  const origins: readonly (readonly [what: string, ...headers: string[]])[] = [
    ['another site', 'Origin: https://evil.example'],
    ['no site at all', 'Origin: null'],
    ['another port', 'Origin: http://localhost:1'],
    ['a site with our name in it', 'Origin: http://localhost.evil.example'],
    ['our name without its port', 'Origin: http://localhost'],
    ['nonsense', 'Origin: localhost'],
    ['a page elsewhere, as the browser says', 'Sec-Fetch-Site: cross-site'],
    ['a neighbour, as the browser says', 'Sec-Fetch-Site: same-site'],
    ['a value nobody knows', 'Sec-Fetch-Site: whatever'],
    ['a cookie, and nothing that says where from', 'Cookie: visavis=x'],
  ];
  const types = [
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
  ];
  test.each(origins)('%s', async (_what, ...headers) => {
    const statuses = await Promise.all(
      WRITES.flatMap(([method, target]) =>
        types.map(async (type) => {
          const head = [
            `Host: localhost:${port}`,
            `Content-Type: ${type}`,
            'Content-Length: 2',
            'Connection: close',
            ...headers,
          ];
          const answer = await sendRaw(site.url, `${method} ${target} HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n{}`);
          return Number(answer.slice(9, 12));
        }),
      ),
    );
    expect([...new Set(statuses)]).toEqual([403]);
  });

  test.each(['Origin: https://evil.example', 'Sec-Fetch-Site: cross-site'])(
    'and so is listening for changes: %s',
    async (header) => {
      expect(await statusOf('/events', `Host: localhost:${port}`, header)).toBe(403);
    },
  );

  test.each([
    ['LocalHost:PORT', 'http://localhost:PORT', 428],
    ['localhost:PORT', 'http://LOCALHOST:PORT', 428],
    ['LOCALHOST:PORT', 'http://127.0.0.1:PORT', 403],
  ])('a page of ours writes however its name is spelled: %s, from %s', async (host, origin, status) => {
    const head = [`Host: ${host}`, `Origin: ${origin}`, 'Content-Type: application/json', 'Content-Length: 2'];
    const sent = `PUT /api/articles/deepseek-r2/units/p2 HTTP/1.1\r\n${head.join('\r\n')}\r\nConnection: close\r\n\r\n{}`;
    const answer = await sendRaw(site.url, sent.replaceAll('PORT', String(port)));
    expect(Number(answer.slice(9, 12))).toBe(status);
  });

  test('a method in a header or a field does not count', async () => {
    const answer = await fetch(new URL('/api/glossary/concepts/token?_method=DELETE', site.url), {
      headers: { 'X-HTTP-Method-Override': 'DELETE', 'if-match': '"x"' },
    });
    expect([answer.status, (await answer.json()).id]).toEqual([200, 'token']);
  });
});

describe('a body that is too much is refused (H5)', () => {
  const send = (body: string | Buffer, headers: Record<string, string> = {}) =>
    fetch(new URL('/api/glossary/preview', site.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: body as never,
    });
  test.each<[string, string | Buffer, Record<string, string>, number]>([
    ['a megabyte', JSON.stringify({ x: 'a'.repeat(1_000_000) }), {}, 413],
    [
      'a hundred thousand keys',
      JSON.stringify(Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`k${i}`, 1]))),
      {},
      413,
    ],
    ['a hundred thousand levels', `{"entry":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, {}, 422],
    [
      'twenty thousand keys',
      JSON.stringify({ entry: Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`k${i}`, 1])) }),
      {},
      422,
    ],
    ['packed', Buffer.from('1f8b0800', 'hex'), { 'content-encoding': 'gzip' }, 415],
    ['a prototype', '{"entry":{"__proto__":{"polluted":1},"fr":"zz","en":"zz"}}', {}, 422],
  ])('%s', async (_what, body, headers, status) => {
    expect([(await send(body, headers)).status, Object.hasOwn(Object.prototype, 'polluted')]).toEqual([status, false]);
  });
});
