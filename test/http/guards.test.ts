import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../src/serve.ts';
import { HOME, sendRaw, start } from '../site.ts';

let site: Site;
let port: string;
beforeAll(async () => {
  site = await start();
  port = new URL(site.url).port;
});
afterAll(() => site.close());

const ROUTES = [
  '/',
  '/articles/deepseek-r2',
  '/articles/deepseek-r2/ledger.json',
  '/articles/none',
  '/glossary',
  '/glossary/token',
  '/glossary/none',
  '/healthz',
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
  ];
  test.each(hosts)('%s', async (host) => {
    const statuses = await Promise.all(
      ROUTES.map((route) => statusOf(route, `Host: ${host.replaceAll('PORT', port)}`)),
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
      `/glossary/${slug}`,
      `/assets/${slug}`,
      `/browser/../${slug}`,
    ];
    const statuses = await Promise.all(targets.map((target) => statusOf(target, `Host: localhost:${port}`)));
    expect(statuses.every((status) => status === 404 || status === 400)).toBe(true);
  });
});

describe('an error says nothing of the machine', () => {
  test.each(['/none', '/articles/none', '/glossary/none', '/%ff', '/articles/%ff', '/articles/none/ledger.json'])(
    '%s',
    async (route) => {
      const body = await (await fetch(new URL(route, site.url))).text();
      expect([body.includes(HOME), /node_modules|\bat .*:\d+:\d+|Error:/.test(body)]).toEqual([false, false]);
    },
  );

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
