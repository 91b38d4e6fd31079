import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeAnswer, sendAnswer } from '../../src/http/answer.ts';

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
