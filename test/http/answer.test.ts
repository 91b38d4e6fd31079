import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { finish } from '../../src/core/model/slices.ts';
import { makeAnswer, sendAnswer, textAnswerSlices } from '../../src/http/answer.ts';

const ANSWER = makeAnswer('text/plain; charset=utf-8', Buffer.from('jeton'), { 'x-of-the-site': 'yes' });
const { etag } = ANSWER;
let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer((request, response) => sendAnswer(ANSWER, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => server.close());

const statusFor = async (tag: string, method = 'GET') =>
  (await fetch(url, { method, headers: { 'if-none-match': tag } })).status;

describe('who has the answer is told so', () => {
  test.each([
    ['the tag', etag],
    ['a weak form of it', `W/${etag}`],
    ['one of several', `"old", ${etag}`],
    ['one of several, without spaces', `"old",W/${etag},"older"`],
    ['any at all', '*'],
  ])('%s', async (_case, tag) => {
    expect(await statusFor(tag)).toBe(304);
  });

  test('for a HEAD too', async () => {
    expect(await statusFor(etag, 'HEAD')).toBe(304);
  });

  test('with the headers of the site, and none of the text', async () => {
    const { headers } = await fetch(url, { headers: { 'if-none-match': etag } });
    const names = ['etag', 'cache-control', 'x-of-the-site', 'content-type', 'content-length'];
    expect(names.map((name) => headers.get(name))).toEqual([etag, 'no-cache', 'yes', null, null]);
  });
});

describe('who has another one gets it', () => {
  test.each([
    ['another tag', '"other"'],
    ['a part of the tag', etag.slice(0, -2)],
    ['the tag without quotes', etag.slice(1, -1)],
    ['a longer one', `${etag.slice(0, -1)}x"`],
    ['several others', '"a", "b"'],
    ['a weak other one', 'W/"other"'],
  ])('%s', async (_case, tag) => {
    expect(await statusFor(tag)).toBe(200);
  });

  test('and a HEAD gets its length without it', async () => {
    const answer = await fetch(url, { method: 'HEAD' });
    expect([answer.headers.get('content-length'), await answer.text()]).toEqual(['5', '']);
  });
});

test('one tag for one text, whatever is sent with it', () => {
  const of = (text: string) => makeAnswer('text/html', Buffer.from(text)).etag;
  expect([of('jeton') === etag, of('jetons') === etag]).toEqual([true, false]);
});

test.each([
  ['a short one', 'jeton'],
  ['none', ''],
  ['a long one', 'Un jeton. '.repeat(50_000)],
  ['signs of two halves, wherever it is cut', `a${'👩'.repeat(300_000)}`],
])('a text in pieces is answered as it is at once: %s', (_what, text) => {
  const pieces = finish(textAnswerSlices('text/html', text));
  const whole = makeAnswer('text/html', Buffer.from(text));
  expect([pieces.etag, pieces.headers, pieces.body.equals(whole.body)]).toEqual([whole.etag, whole.headers, true]);
});

describe('a long text is packed for who takes it', () => {
  const long = makeAnswer('text/html; charset=utf-8', Buffer.from('Un jeton. '.repeat(500)));
  const answerTo = async (accepted: string, type = long) => {
    const packing = createServer((request, response) => sendAnswer(type, request, response));
    await new Promise<void>((resolve) => packing.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(packing.address() as AddressInfo).port}/`;
    const answer = await fetch(address, { headers: { 'accept-encoding': accepted } });
    const body = await answer.text();
    packing.close();
    return { encoding: answer.headers.get('content-encoding'), vary: answer.headers.get('vary'), body };
  };

  test.each([
    ['br', 'br'],
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['GZIP;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br; q=0.000', null],
    ['identity', null],
    ['deflate', null],
    ['', null],
  ])('%s: %s', async (accepted, encoding) => {
    expect(await answerTo(accepted)).toEqual({ encoding, vary: 'Accept-Encoding', body: String(long.body) });
  });

  test.each([
    ['a short one', makeAnswer('text/html', Buffer.from('jeton'))],
    ['a font', makeAnswer('font/woff2', Buffer.alloc(5000, 'a'))],
  ])('but not %s', async (_case, other) => {
    expect(await answerTo('br', other)).toEqual({ encoding: null, vary: null, body: String(other.body) });
  });
});
