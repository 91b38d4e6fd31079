import type { LookupAddress } from 'node:dns';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type FetchProgress, PageError } from '../../src/core/changes/ports/page-fetcher.ts';
import { type FetchOptions, fetchPage } from '../../src/web/fetch-page.ts';
import { SELF_SIGNED } from './self-signed.ts';
import { createServers } from './servers.ts';

const servers = createServers();
afterEach(() => {
  servers.end();
  vi.unstubAllEnvs();
});

const HTML = { 'content-type': 'text/html; charset=utf-8' };
const HERE: FetchOptions = { version: '1.2', isAllowed: (address) => address === '127.0.0.1' };
const IN_HASTE: FetchOptions = { ...HERE, limits: { time: 1000, bytes: 5 * 1024 * 1024 } };
const fetchHere = (url: string, options: FetchOptions = HERE) => fetchPage(url, options);
const sentence = (url: string, options: FetchOptions = HERE) =>
  fetchPage(url, options).then(
    () => 'fetched',
    (error: unknown) => (error instanceof PageError ? error.message : `not told: ${error}`),
  );
const page = (body = '<p>Un mot</p>', headers: Record<string, string> = HTML) =>
  servers.http((_, response) => response.writeHead(200, headers).end(body));

describe('a page', () => {
  test('comes with its type, its encoding and its address', async () => {
    const { url } = await servers.http((_, response) =>
      response.writeHead(200, { 'content-type': 'Text/HTML; Charset="ISO-8859-1"' }).end('caf\u00e9', 'latin1'),
    );
    const got = await fetchHere(`${url}/a?b=c#d`);
    expect({ ...got, bytes: [...got.bytes] }).toEqual({
      name: '',
      type: 'text/html',
      charset: 'ISO-8859-1',
      url: `${url}/a?b=c`,
      bytes: [...Buffer.from('caf\u00e9', 'latin1')],
    });
  });

  test('is asked for by the name of this program, without a cookie, packed in a way that means one thing', async () => {
    const { url, requests } = await servers.http((request, response) => {
      if (request.url === '/') response.writeHead(302, { location: '/b', 'set-cookie': 'a=b' }).end();
      else response.writeHead(200, HTML).end('x');
    });
    await fetchHere(url);
    const asked = ['visavis/1.2', undefined, 'gzip, br'];
    expect(requests.map(({ headers }) => [headers['user-agent'], headers.cookie, headers['accept-encoding']])).toEqual([
      asked,
      asked,
    ]);
  });

  test.each([
    ['gzip', gzipSync],
    ['GZIP', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['identity', (text: string) => Buffer.from(text)],
  ])('packed by %s is unpacked', async (encoding, pack) => {
    const { url } = await servers.http((_, response) =>
      response.writeHead(200, { ...HTML, 'content-encoding': encoding }).end(pack('<p>Un mot</p>')),
    );
    expect(Buffer.from((await fetchHere(url)).bytes).toString()).toBe('<p>Un mot</p>');
  });

  test('at the end of redirects is fetched, by its own address', async () => {
    const { url } = await servers.http((request, response) => {
      const nth = Number(request.url?.slice(1) ?? 0);
      if (nth < 5) response.writeHead([301, 302, 303, 307, 308][nth] ?? 301, { location: `${nth + 1}` }).end();
      else response.writeHead(200, HTML).end('x');
    });
    expect((await fetchHere(`${url}/0`)).url).toBe(`${url}/5`);
  });

  test('at the end of a redirect that says more and more is fetched, and nobody listens to the redirect', async () => {
    let isLeft = false;
    const { url } = await servers.http((request, response) => {
      if (request.url !== '/') return void response.writeHead(200, HTML).end('x');
      response.on('close', () => {
        isLeft = true;
      });
      response.writeHead(302, { location: '/b' }).write('Moved');
    });
    await fetchHere(url);
    await expect.poll(() => isLeft, { timeout: 10_000 }).toBe(true);
  });

  test.each([
    ['accents in UTF-8', Buffer.from('/été/où?q=œuvre'), '/%C3%A9t%C3%A9/o%C3%B9?q=%C5%93uvre'],
    ['accents in Latin-1', Buffer.from('/\u00e9t\u00e9', 'latin1'), '/%C3%A9t%C3%A9'],
    ['accents that were escaped', Buffer.from('/%C3%A9t%C3%A9'), '/%C3%A9t%C3%A9'],
    ['accents that were escaped in Latin-1', Buffer.from('/%E9t%E9'), '/%E9t%E9'],
    ['letters of two kinds', Buffer.from('/Ã©'), '/%C3%83%C2%A9'],
    ['other letters', Buffer.from('/橋'), '/%E6%A9%8B'],
    ['no accents', Buffer.from('/ete#%C3%A9'), '/ete'],
  ])('is found where a redirect is written with %s', async (_, written, asked) => {
    const { url, requests } = await servers.http((request, response) => {
      if (request.url === '/') response.writeHead(301, { location: written.toString('latin1') }).end();
      else response.writeHead(200, HTML).end('x');
    });
    await fetchHere(url);
    expect(requests.at(-1)?.url).toBe(asked);
  });

  test('tells how far it is', async () => {
    const { url, port } = await page('x'.repeat(100_000));
    const told: FetchProgress[] = [];
    await fetchHere(url, { ...HERE, onProgress: (progress) => told.push(progress) });
    const host = `127.0.0.1:${port}`;
    expect([told[0], told.at(-1)]).toEqual([
      { step: 'asking', host },
      { step: 'reading', host, bytes: 100_000 },
    ]);
  });

  test('is asked for without a proxy of the environment', async () => {
    const proxy = await page('of the proxy');
    for (const name of ['http_proxy', 'HTTP_PROXY', 'ALL_PROXY']) vi.stubEnv(name, proxy.url);
    vi.stubEnv('NODE_USE_ENV_PROXY', '1');
    const { url } = await page('itself');
    expect(Buffer.from((await fetchHere(url)).bytes).toString()).toBe('itself');
    expect(proxy.connections()).toBe(0);
  });

  test.each([
    ['text/plain', '/'],
    ['text/markdown', '/'],
    ['application/xhtml+xml', '/'],
    ['application/epub+zip', '/'],
    ['application/vnd.oasis.opendocument.text', '/'],
    ['application/octet-stream', '/texte.docx'],
  ])('may be %s (%s)', async (type, path) => {
    const { url } = await page('x', { 'content-type': type });
    expect((await fetchHere(url + path)).type).toBe(type);
  });

  test.each([
    ['/a/le-fleuve.md?x=1', 'le-fleuve.md'],
    ['/livre.EPUB', 'livre.EPUB'],
    ['/%C3%A9t%C3%A9%20et%20ponts.txt', 'été et ponts.txt'],
    ['/ponts.html', ''],
    ['/', ''],
    ['/a.md/', ''],
    ['/a.md%00', ''],
    ['/%E9t%E9.md', ''],
    ['/%2e%2e%2fa.md', ''],
    [`/${'a'.repeat(101)}.md`, ''],
  ])('at %s has the name “%s”', async (path, name) => {
    const { url } = await page();
    expect((await fetchHere(url + path)).name).toBe(name);
  });

  test('at the end of redirects has the name of its own address', async () => {
    const { url } = await servers.http((request, response) => {
      if (request.url === '/a.txt') response.writeHead(302, { location: '/b.md' }).end();
      else response.writeHead(200, HTML).end('x');
    });
    expect((await fetchHere(`${url}/a.txt`)).name).toBe('b.md');
  });

  test('may say nothing of its type', async () => {
    const { url } = await page('x', {});
    expect((await fetchHere(url)).type).toBe('text/html');
  });
});

describe('an address of this machine or its network', () => {
  test.each([
    'http://127.0.0.1:%',
    'http://localhost:%',
    'http://LOCALHOST:%',
    'http://0x7f.1:%',
    'http://2130706433:%',
    'http://0177.0.0.1:%',
    'http://127.1:%',
    'http://127.0.0.1.:%',
    'http://①②⑦.0.0.1:%',
    'http://１２７.0.0.1:%',
    'http://127。0。0。1:%',
    'http://[::ffff:127.0.0.1]:%',
    'http://[::ffff:7f00:1]:%',
    'http://[::1]:%',
    'http://[::]:%',
    'http://0.0.0.0:%',
    'http://0:%',
    'http://127.9.9.9:%',
  ])('%s is refused before a connection', async (address) => {
    const server = await page();
    expect(await sentence(address.replace('%', String(server.port)), { version: '1' })).toMatch(
      /no address of the public/,
    );
    expect(server.connections()).toBe(0);
  });

  test('a name with a dot behind it leads there no more than without', async () => {
    const server = await page();
    expect(await sentence(`http://localhost.:${server.port}`, { version: '1' })).toMatch(/no address of|no server/);
    expect(server.connections()).toBe(0);
  });

  test.each([
    'http://10.0.0.1',
    'http://172.16.0.1/',
    'http://192.168.1.1',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1',
    'http://192.0.2.1',
    'http://198.18.0.1',
    'http://224.0.0.1',
    'http://255.255.255.255',
    'http://[fc00::1]',
    'http://[fe80::1]',
    'http://[64:ff9b::7f00:1]',
    'http://[2002:7f00:1::]',
    'http://[2001:db8::1]',
    'https://[::127.0.0.1]/',
  ])('%s is refused', async (address) => {
    expect(await sentence(address, { version: '1' })).toMatch(/no address of the public internet/);
  });

  test('is asked where somebody at the machine allows it', async () => {
    const { url } = await page();
    expect((await fetchPage(url, { version: '1', allowPrivate: true })).type).toBe('text/html');
  });

  test('is refused where a redirect leads to it', async () => {
    const inner = await servers.http((_, response) => response.end('secret'), '127.0.0.2');
    const outer = await servers.http((_, response) => response.writeHead(302, { location: inner.url }).end());
    expect(await sentence(outer.url)).toMatch(/127\.0\.0\.2:\d+ is no address of the public internet/);
    expect([outer.connections(), inner.connections()]).toEqual([1, 0]);
  });

  test('is asked under the name that a person gave alone, and not where that leads', async () => {
    const inner = await servers.http((_, response) => response.end('secret'), '127.0.0.2');
    const outer = await servers.http((_, response) => response.writeHead(302, { location: inner.url }).end());
    const said = await sentence(outer.url, { version: '1', allowPrivate: true });
    expect([said.includes('no address of the public internet'), outer.connections(), inner.connections()]).toEqual([
      true,
      1,
      0,
    ]);
  });

  const named = (...answers: string[]): FetchOptions => ({
    ...HERE,
    lookUp: async () => answers.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })),
  });

  test('is refused where one of several answers names it', async () => {
    const inner = await servers.http((_, response) => response.end('secret'), '127.0.0.2');
    const url = `http://exemple.example:${inner.port}`;
    expect(await sentence(url, named('127.0.0.1', '127.0.0.2'))).toMatch(/no address of the public internet/);
    expect(inner.connections()).toBe(0);
  });

  test('is refused where a name has no address', async () => {
    expect(await sentence('http://exemple.example', named())).toMatch(/no address of the public internet/);
  });

  test('a name is looked up once, and the connection goes to that answer', async () => {
    const { port, connections, requests } = await page();
    let lookUps = 0;
    const lookUp = async () => {
      lookUps += 1;
      return [{ address: lookUps === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }];
    };
    await fetchHere(`http://exemple.example:${port}/a`, { ...HERE, lookUp });
    expect([lookUps, connections(), requests[0]?.headers.host]).toEqual([1, 1, `exemple.example:${port}`]);
  });
});

describe('an address that is none of a page', () => {
  test.each([
    ['', /^Write the address of a page/],
    ['un mot', /“un mot” is no address/],
    ['http://', /is no address/],
    ['file:///etc/passwd', /starts with “file:” is no web page/],
    ['ftp://exemple.fr/a', /starts with “ftp:”/],
    ['data:text/html,x', /starts with “data:”/],
    ['javascript:alert(1)', /starts with “javascript:”/],
    ['gopher://exemple.fr', /starts with “gopher:”/],
    ['http://nom@exemple.fr', /holds a user name/],
    ['http://nom:secret@exemple.fr', /^(?!.*secret).*holds a user name/],
    ['https://exemple.fr@127.0.0.1/', /holds a user name/],
    ['http://exemple.fr:25/', /Port 25 is none of a web server/],
    ['http://exemple.fr:0/', /Port 0 is none/],
    [`http://exemple.fr/${'a'.repeat(5000)}`, /^“http:\/\/exemple.fr\/a{62}…” is no address/],
    [`${'un '.repeat(26)}mo`, /^“(?:un ){26}mo” is no address/],
    [`${'un '.repeat(26)}mot`, /^“(?:un ){26}mo…” is no address/],
  ])('%s', async (address, expected) => {
    expect(await sentence(address, { version: '1', allowPrivate: true })).toMatch(expected);
  });

  test.each(['file:///etc/passwd', 'javascript:alert(1)', 'http://a:b@127.0.0.1/', 'http://[/'])(
    'a redirect to %s is refused',
    async (location) => {
      const { url } = await servers.http((_, response) => response.writeHead(302, { location }).end());
      expect(await sentence(url)).toMatch(/no web page|holds a user name|no address/);
    },
  );

  test('https:// may be left out', async () => {
    const { port } = await servers.raw((socket) => socket.destroy());
    expect(await sentence(`127.0.0.1:${port}/a`)).toMatch(/hung up|does not speak https/);
  });
});

describe('a server that means no good', () => {
  test('packs much into little: it is left at 5 MB', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));
    const { url } = await servers.http((_, response) =>
      response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end(bomb),
    );
    const start = process.cpuUsage();
    expect(await sentence(url)).toMatch(/sends more than 5 MB/);
    expect(process.cpuUsage(start).user).toBeLessThan(3_000_000);
  });

  test('sends without end: it is left at 5 MB', async () => {
    const { url } = await servers.http((_, response) => {
      response.writeHead(200, HTML);
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    });
    expect(await sentence(url)).toMatch(/sends more than 5 MB/);
  });

  test.each([
    [
      'drips',
      (write: (text: string) => void) => {
        write('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n');
        return setInterval(() => write('x'), 50);
      },
    ],
    [
      'drips headers',
      (write: (text: string) => void) => {
        write('HTTP/1.1 200 OK\r\n');
        return setInterval(() => write('a: b\r\n'), 50);
      },
    ],
    ['says nothing', () => setInterval(() => undefined, 1000)],
  ])('%s: it is left when time is over', async (_, act) => {
    const { url } = await servers.raw((socket) => {
      const drip = act((text) => socket.write(text));
      socket.on('close', () => clearInterval(drip));
    });
    const start = performance.now();
    expect(await sentence(url, IN_HASTE)).toBe('The page did not come within 1 second; try again later.');
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  test('leads in circles', async () => {
    const { url, connections } = await servers.http((_, response) => response.writeHead(302, { location: '/' }).end());
    expect(await sentence(url)).toMatch(/leads on and on \(more than 5 times\)/);
    expect(connections()).toBe(6);
  });

  test('sends more headers than a page needs', async () => {
    const { url } = await servers.raw((socket) =>
      socket.end(`HTTP/1.1 200 OK\r\n${`a: ${'b'.repeat(1000)}\r\n`.repeat(40)}\r\n`),
    );
    expect(await sentence(url)).toMatch(/more headers than a page needs/);
  });

  test.each([
    ['no HTTP', 'SSH-2.0-OpenSSH_9\r\n', /does not answer as a web server does/],
    ['half a page', 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 100\r\n\r\nx', /hung up/],
    ['nothing', '', /hung up/],
  ])('sends %s', async (_, bytes, expected) => {
    const { url } = await servers.raw((socket) => socket.end(bytes));
    expect(await sentence(url)).toMatch(expected);
  });

  test.each([
    ['broken gzip', 'gzip', 'no gzip', /cannot be unpacked/],
    ['half of gzip', 'gzip', gzipSync('x'.repeat(1000)).subarray(0, 20), /only a part|cannot be unpacked/],
    ['broken brotli', 'br', 'no brotli', /cannot be unpacked/],
    ['another packing', 'zstd', 'x', /not known here \(“zstd”\)/],
    ['packed twice', 'gzip, gzip', 'x', /not known here/],
    ['a packing of a long name', 'z'.repeat(50), 'x', /“z{40}”/],
    ['a packing with an odd sign', 'z\u00e9z', 'x', /“zz”/],
  ])('sends %s', async (_, encoding, body, expected) => {
    const { url } = await servers.http((_request, response) =>
      response.writeHead(200, { ...HTML, 'content-encoding': encoding }).end(body),
    );
    expect(await sentence(url)).toMatch(expected);
  });

  test.each([
    [401, /wants a password \(401\)/],
    [403, /does not give it to programs \(403\)/],
    [404, /has no such page \(404\)/],
    [410, /\(410\)/],
    [418, /gave no page \(418\)/],
    [429, /asked too often \(429\)/],
    [500, /fault of its own \(500\)/],
    [503, /fault of its own \(503\)/],
    [204, /gave no page \(204\)/],
    [304, /gave no page \(304\)/],
    [302, /gave no page \(302\)/],
  ])('answers %i, which is told, and not what else it says', async (status, expected) => {
    const { url } = await servers.http((_, response) => response.writeHead(status, HTML).end('<p>secret</p>'));
    const said = await sentence(url);
    expect(said).toMatch(expected);
    expect(said).not.toContain('secret');
  });

  test.each([
    ['image/png', /sends no text but “image\/png”/],
    ['application/json', /sends no text but/],
    ['application/octet-stream', /sends no text but/],
    ['<script>', /sends no text but “script”/],
    ['application/pdf', /This is a PDF/],
  ])('sends %s', async (type, expected) => {
    const { url } = await page('x', { 'content-type': type });
    expect(await sentence(url)).toMatch(expected);
  });

  test('is not there', async () => {
    const { url } = await page();
    servers.end();
    expect(await sentence(url)).toMatch(/takes no connection/);
  });

  test.each([
    ['ENOTFOUND', /There is no server “exemple\.example”/],
    ['EAI_AGAIN', /cannot be looked up now/],
  ])('has a name that is not found (%s)', async (code, expected) => {
    const lookUp = () => Promise.reject(Object.assign(new Error('x'), { code }));
    expect(await sentence('http://exemple.example', { ...HERE, lookUp })).toMatch(expected);
  });

  test('has a certificate that nobody signed', async () => {
    const { url, requests } = await servers.https(SELF_SIGNED);
    expect(await sentence(url)).toMatch(/certificate of 127\.0\.0\.1:\d+ is signed by itself alone/);
    expect(requests).toEqual([]);
  });

  test('speaks no TLS', async () => {
    const { port } = await page();
    expect(await sentence(`https://127.0.0.1:${port}`)).toMatch(/does not speak https as it should/);
  });
});

describe('somebody who waits no more', () => {
  test('ends it', async () => {
    const { url } = await servers.raw(() => undefined);
    const ending = new AbortController();
    setTimeout(() => ending.abort(), 100);
    expect(await sentence(url, { ...HERE, signal: ending.signal })).toBe('Fetching the page was cancelled.');
  });

  test('before it began makes no connection', async () => {
    const { url, connections } = await page();
    expect(await sentence(url, { ...HERE, signal: AbortSignal.abort() })).toBe('Fetching the page was cancelled.');
    expect(connections()).toBe(0);
  });
});
