import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../src/serve.ts';
import { makeRoot, SMALL, start } from '../site.ts';

const PASSWORD = 'a password of some length';
const PUBLIC = 'https://texts.example.org';
const UNIT = '/api/articles/essai/units/p2';

let root: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ root, remove } = await makeRoot(SMALL));
});
afterAll(() => remove());

const ends: (() => unknown)[] = [];
async function endAll(): Promise<void> {
  for (const end of ends.splice(0).reverse()) await end();
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** One request as it is, whatever its headers say. */
function ask(url: string, { method = 'GET', headers = {}, body = '' }: Partial<Asked> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = send(url, { method, headers: { connection: 'close', ...headers } }, async (answer) => {
      let text = '';
      for await (const part of answer.setEncoding('utf8')) text += part;
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
    });
    asked.on('error', reject).end(body);
  });
}

interface Asked {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A proxy in front of a server: it asks under the server’s own name, or goes on under the name it was asked by. */
async function proxyFor(site: Site, changesHost: boolean): Promise<string> {
  const proxy: Server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request.setEncoding('utf8')) body += part;
    const host = changesHost ? new URL(site.url).host : request.headers.host;
    const headers = { ...request.headers, host, 'x-forwarded-host': request.headers.host };
    const answer = await ask(new URL(request.url ?? '/', site.url).href, {
      method: request.method ?? '',
      headers,
      body,
    });
    response.writeHead(answer.status, { etag: answer.headers.etag ?? '' }).end(answer.text);
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  ends.push(() => proxy.close());
  return `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
}

async function started(how: Parameters<typeof start>[3]): Promise<Site> {
  const site = await start(root, undefined, 0, how);
  ends.push(() => site.close());
  return site;
}

let saves = 0;
/** A save from a page of an origin, as a browser sends it to a server of that name. */
async function save(at: string, { origin = PUBLIC, host = 'texts.example.org' } = {}): Promise<Answer> {
  const { headers } = await ask(at + UNIT, { headers: { host } });
  saves += 1;
  const sent = { host, origin, 'if-match': headers.etag, 'sec-fetch-site': 'same-origin' };
  return ask(at + UNIT, {
    method: 'PUT',
    headers: { ...sent, authorization: `Bearer ${PASSWORD}`, 'content-type': 'application/json' },
    body: JSON.stringify({ target: `Three tokens, saved ${saves}.`, state: 'draft' }),
  });
}

describe.each([
  ['that changes Host', true],
  ['that keeps Host', false],
])('behind a proxy %s', (_what, changesHost) => {
  let site: Site;
  let at: string;
  beforeAll(async () => {
    site = await started({ password: PASSWORD, publicOrigin: PUBLIC });
    at = await proxyFor(site, changesHost);
  });
  afterAll(endAll);

  test('whoever comes by the address that is configured may save', async () => {
    expect((await save(at)).status).toBe(200);
  });

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['the same name over http', { origin: 'http://texts.example.org' }],
    ['the same name at another port', { origin: 'https://texts.example.org:8443' }],
    ['a name that only begins like it', { origin: 'https://texts.example.org.evil.example' }],
    ['a page of nowhere', { origin: 'null' }],
  ])('%s may not', async (_from, from) => {
    const { status, text } = await save(at, from);
    expect([status, text.includes('This request comes from another site.')]).toEqual([403, true]);
  });

  test.each([
    [PUBLIC, 200],
    ['https://evil.example', 403],
  ])('a page of %s that wants to hear of changes gets %i', async (origin, status) => {
    // The answer has no end, for which the proxy here would wait: it is asked for as the proxy would.
    const host = changesHost ? new URL(site.url).host : 'texts.example.org';
    const asked = send(`${site.url}events`, { headers: { host, origin } });
    const [answer] = (await once(asked.end(), 'response')) as [{ statusCode: number; destroy(): void }];
    answer.destroy();
    expect(answer.statusCode).toBe(status);
  });
});

test('search engines are told one address of an article, where people find it', async () => {
  const { url } = await started({ password: PASSWORD, publicOrigin: PUBLIC });
  const linksAt = async (address: string) =>
    (await ask(new URL(address, url).href)).text.match(/<link rel="canonical"[^>]*>/g) ?? [];
  const link = `<link rel="canonical" href="${PUBLIC}/articles/essai">`;
  const links = await Promise.all(['/', '/articles/essai', '/articles'].map(linksAt));
  await endAll();
  expect(links).toEqual([[link], [link], []]);
});

test.each([
  ['the address that people use', PUBLIC, 'texts.example.org', PUBLIC],
  ['its own name, as it is asked by it', null, '127.0.0.1:PORT', 'http://127.0.0.1:PORT'],
  ['another one, asked for next', null, 'LocalHost:PORT', 'http://localhost:PORT'],
])('a list says on paper where it was found: %s', async (_what, publicOrigin, host, origin) => {
  const { url } = await started(publicOrigin === null ? {} : { password: PASSWORD, publicOrigin });
  const withPort = (text: string) => text.replace('PORT', new URL(url).port);
  const at = new URL('/articles/essai', url).href;
  // What is kept for one name is not sent to those who ask by another.
  await ask(at);
  const { text } = await ask(at, { headers: { host: withPort(host) } });
  await endAll();
  expect(/<p class="on-paper details">(.*)<\/p>/.exec(text)?.[1]).toBe(`${withPort(origin)}/articles/essai`);
});

describe('where no proxy is configured', () => {
  afterEach(endAll);

  test.each([
    ['that changes Host', true, 'This request comes from another site.'],
    ['that keeps Host', false, 'This server does not answer for “texts.example.org”.'],
  ])('a save through one %s is refused, and told why', async (_what, changesHost, says) => {
    const at = await proxyFor(await started({ password: PASSWORD }), changesHost);
    const { status, text } = await save(at);
    expect([status, text.includes(says)]).toEqual([403, true]);
  });

  test('the page names the setting', async () => {
    const at = await proxyFor(await started({ password: PASSWORD }), true);
    const headers = { host: 'texts.example.org', origin: PUBLIC };
    const { status, text } = await ask(`${at}/articles/essai/units/p2`, { method: 'POST', headers });
    expect([status, text.includes('VISAVIS_PUBLIC_URL tells the server the address that people use.')]).toEqual([
      403,
      true,
    ]);
  });
});

describe('where a proxy is configured', () => {
  afterEach(endAll);

  test('whoever asks the server itself may save as before', async () => {
    const site = await started({ password: PASSWORD, publicOrigin: PUBLIC });
    const { origin, host } = new URL(site.url);
    expect((await save(origin, { origin, host })).status).toBe(200);
  });

  test('other names are refused as before', async () => {
    const site = await started({ password: PASSWORD, publicOrigin: PUBLIC });
    const headers = { host: 'evil.example', 'x-forwarded-host': 'texts.example.org' };
    expect((await ask(site.url, { headers })).status).toBe(403);
  });

  test('nothing can be saved without a password or users: other machines come through it', async () => {
    const site = await started({ publicOrigin: PUBLIC });
    const at = await proxyFor(site, true);
    const { status, text } = await save(at);
    expect([status, text.includes('can be reached from other machines and has no password')]).toEqual([403, true]);
  });

  test('on this machine alone no password is wanted', async () => {
    const own = 'http://localhost:8080';
    const at = await proxyFor(await started({ publicOrigin: own }), true);
    expect((await save(at, { origin: own, host: 'localhost:8080' })).status).toBe(200);
  });

  const signIn = async (publicOrigin: string, headers: IncomingHttpHeaders): Promise<string> => {
    const site = await started({ password: PASSWORD, publicOrigin });
    const sent = { host: new URL(site.url).host, 'content-type': 'application/x-www-form-urlencoded', ...headers };
    const answer = await ask(`${site.url}sign-in`, {
      method: 'POST',
      headers: sent,
      body: new URLSearchParams({ password: PASSWORD }).toString(),
    });
    return String(answer.headers['set-cookie']);
  };

  test.each([
    ['over https through a proxy that changes Host', PUBLIC, { origin: PUBLIC }],
    ['over https through one that keeps it', PUBLIC, { origin: PUBLIC, host: 'texts.example.org' }],
    ['over https through one that takes Origin away', PUBLIC, { host: 'Texts.example.org' }],
  ])('who signs in %s gets a cookie for https alone', async (_how, publicOrigin, headers) => {
    expect(await signIn(publicOrigin, headers)).toMatch(/^visavis_.*; Secure/);
  });

  test.each([
    ['over http to a proxy', 'http://texts.example.org', { origin: 'http://texts.example.org' }],
    ['at the server itself', PUBLIC, {}],
  ])('who signs in %s gets one that comes back over http', async (_how, publicOrigin, headers) => {
    expect(await signIn(publicOrigin, headers)).toMatch(/^visavis_(?!.*Secure)/);
  });
});
