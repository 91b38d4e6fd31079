import { afterEach, describe, expect, test } from 'vitest';
import { type Bounds, type Posting, post } from '../../src/engines/bounded-post.ts';
import { isOutOfMoney, postPatiently } from '../../src/engines/patient-post.ts';
import { createStubs, type Said } from './stub-server.ts';

const stubs = createStubs();
afterEach(() => stubs.end());

const posting = (url: string, bounds?: Bounds): Posting => ({
  ...{ name: 'It', url, body: {} },
  ...(bounds === undefined ? {} : { bounds }),
});

describe('an answer', () => {
  /** A server that sends the same again and again; 0 = all at once. Milliseconds. */
  const dripping = (piece: string, every: number, times = Infinity) =>
    stubs.doing((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      let left = times;
      const drip = setInterval(() => {
        if (left > 0) response.write(piece);
        else response.end();
        left -= 1;
      }, every);
      response.on('close', () => clearInterval(drip));
    });

  test.each([
    ['has no measure', 'x'.repeat(1_000_000), 1, { first: 20_000, quiet: 20_000, total: 20_000 }],
    ['comes a byte at a time without end', ' ', 50, { first: 20_000, quiet: 500, total: 20_000 }],
    ['comes a sign at a time without end', 'x', 50, { first: 20_000, quiet: 500, total: 20_000 }],
    ['is lines of nothing', '\n', 50, { first: 20_000, quiet: 500, total: 20_000 }],
    ['goes on line by line without end', 'data: {}\n', 50, { first: 20_000, quiet: 500, total: 1000 }],
    ['falls silent', 'data: {}\n', 1000, { first: 20_000, quiet: 500, total: 20_000 }],
  ])('that %s is given up', async (_what, piece, every, bounds) => {
    const began = performance.now();
    await expect(post(posting(await dripping(piece, every), bounds))).rejects.toThrow(
      `It gave no whole answer of at most 4 MB within ${bounds.total / 1000} seconds`,
    );
    expect(performance.now() - began).toBeLessThan(15_000);
  });

  test('that takes longer than any silence in it may last is read to its end', async () => {
    const { text } = await post(
      posting(await dripping('data: {}\n', 150, 10), { first: 1200, quiet: 1200, total: 20_000 }),
    );
    expect(text).toBe('data: {}\n'.repeat(10));
  });

  test('that does not begin is given up, and says who was silent', async () => {
    const url = await stubs.doing(() => {});
    await expect(post(posting(url, { first: 300, quiet: 5000, total: 5000 }))).rejects.toThrow(
      `It did not answer at ${new URL(url).host}; what had arrived is saved. Is it running?`,
    );
  });

  test('is left some seconds after somebody cancelled', async () => {
    const url = await stubs.doing(() => {});
    const began = performance.now();
    await expect(post({ ...posting(url), isCancelled: () => true })).rejects.toThrow(
      'It had not answered when the run was cancelled; what had arrived is saved.',
    );
    expect(performance.now() - began).toBeLessThan(15_000);
  });

  test('of no use is read as far as it can say something', async () => {
    const url = await stubs.doing((response) => response.writeHead(500).end('x'.repeat(1_000_000)));
    expect((await post(posting(url))).text.length).toBeLessThan(200_000);
  });
});

describe('a server that has no time', () => {
  const PATIENCE = { step: 20, busy: 2000, loading: 4000 };
  const loading: Said = { status: 503, body: { error: { code: 503, message: 'Loading model' } } };
  const busy: Said = { status: 429, body: {} };
  const asking = (seconds: string): Said => ({ ...busy, headers: { 'retry-after': seconds } });

  test.each<[string, readonly Said[], number, number]>([
    ['is busy twice', [busy, busy], 200, 3],
    ['is busy for good', [busy, busy, busy, busy, busy, busy], 429, 4],
    ['says when to come back', [asking('1'), asking('0')], 200, 3],
    ['says a date', [asking(new Date(Date.now() + 500).toUTCString())], 200, 2],
    ['wants to be left alone for an hour', [asking('3600'), busy], 429, 1],
    ['says a wait that is none', [asking('soon')], 200, 2],
    ['wants to be left alone for ten million seconds', [asking('10000000'), busy], 429, 1],
    ['wants to be left alone for more seconds than there are', [asking('9'.repeat(30)), busy], 429, 1],
    ['wants to be left alone until another century', [asking('Wed, 21 Oct 2199 07:28:00 GMT'), busy], 429, 1],
    ['wants to be left alone until then, said otherwise', [asking('2199-10-21T07:28:00Z'), busy], 429, 1],
    ...['-1', '1, 2'].map((said): [string, readonly Said[], number, number] => [
      `says ${said}`,
      Array.from({ length: 9 }, () => asking(said)),
      429,
      4,
    ]),
    ['loads its model for a while', Array.from({ length: 12 }, () => loading), 200, 13],
    [
      'stumbles',
      [
        { status: 529, body: '' },
        { ...asking('0'), status: 502 },
        { status: 503, body: '' },
      ],
      200,
      4,
    ],
    ['has a gateway that gave up', [{ status: 504, body: '' }], 504, 1],
    ['has one that gave up and says when to come back', [{ ...asking('0'), status: 504 }], 504, 1],
    ['has a gateway that got nonsense', [{ status: 502, body: '' }], 502, 1],
    ['has a load balancer without room', [{ status: 429, body: { error: 'Load balancer is saturated' } }], 200, 2],
    ['has an account without money', [{ status: 429, body: { error: { code: 'insufficient_quota' } } }, busy], 429, 1],
    ['says no', [{ status: 400, body: {} }], 400, 1],
  ])('%s', async (_what, before, status, requests) => {
    const server = await stubs.answering((_body, nth) => before[nth - 1] ?? { body: {} });
    const reply = await postPatiently(posting(server.url), PATIENCE);
    expect([reply.status, server.bodies.length]).toEqual([status, requests]);
  });

  test.each([
    ['insufficient_quota', true],
    ['Insufficient Balance', true],
    ['No credits are left.', true],
    ['insufficient_credits', true],
    ['Check your plan and billing details.', true],
    ['billing_not_active', true],
    ['Load balancer is saturated', false],
    ['Upstream is accredited to others', false],
    ['Requests are balanced; come back', false],
  ])('an account without money is told by its words: %s', (text, isOut) => {
    expect([isOutOfMoney({ status: 429, text }), isOutOfMoney({ status: 500, text })]).toEqual([isOut, false]);
  });

  test('is not waited for any more when somebody cancelled', async () => {
    const server = await stubs.answering(() => asking('1'));
    const asked = postPatiently({ ...posting(server.url), isCancelled: () => true }, PATIENCE);
    await expect(asked).rejects.toThrow('Cancelled; what had arrived is saved.');
    expect(server.bodies.length).toBe(1);
  });
});
