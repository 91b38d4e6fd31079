import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Arriving, createClientOf } from '../../../src/http/clients.ts';
import { createTrust } from '../../../src/http/guard/named-by-proxy.ts';
import { createTries } from '../../../src/http/guard/tries.ts';
import { createPlaces } from '../../../src/http/places.ts';
import type { Site } from '../../../src/serve.ts';
import { basic, writeUsers } from '../../people.ts';
import { makeRoot, SMALL, start } from '../../site.ts';

const isTrusted = createTrust(['10.0.0.0/8', 'fd00::/8']);
const clientOf = createClientOf(isTrusted);
const arriving = (remoteAddress: string, forwarded?: string): Arriving => ({
  socket: { remoteAddress } as IncomingMessage['socket'],
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
});

describe('a request is from', () => {
  test.each([
    ['whoever asks, where no proxy is trusted', '192.0.2.7', '203.0.113.9', '192.0.2.7', null],
    ['whom a trusted proxy names', '10.0.0.5', '203.0.113.9', '203.0.113.9', '10.0.0.5'],
    ['whom it names with a port', '10.0.0.5', '203.0.113.9:4711', '203.0.113.9', '10.0.0.5'],
    ['whom it names in IPv6', 'fd00::5', '2001:db8::1', '2001:db8::1', 'fd00::5'],
    ['whom it names in brackets', 'fd00::5', '[2001:db8::1]:4711', '2001:db8::1', 'fd00::5'],
    ['the last that is no proxy', '10.0.0.5', '203.0.113.9, 192.0.2.7, 10.9.9.9', '192.0.2.7', '10.0.0.5'],
    ['the last, whatever was sent along', '10.0.0.5', '198.51.100.1,203.0.113.9', '203.0.113.9', '10.0.0.5'],
    ['the proxy, where it names nobody', '10.0.0.5', undefined, '10.0.0.5', '10.0.0.5'],
    ['the proxy, where it names proxies alone', '10.0.0.5', '10.0.0.6', '10.0.0.5', '10.0.0.5'],
    ['the proxy, where it names what is no address', '10.0.0.5', '203.0.113.9, unknown', '10.0.0.5', '10.0.0.5'],
    ['the proxy, where nothing stands in the header', '10.0.0.5', ' , ', '10.0.0.5', '10.0.0.5'],
    ['nobody where the line is gone', '', '203.0.113.9', '', null],
  ])('%s', (_what, peer, forwarded, address, proxy) => {
    expect(clientOf(arriving(peer, forwarded))).toEqual({ address, proxy });
  });
});

describe('wrong passwords through a proxy', () => {
  const through = (address: string) => ({ address, proxy: '10.0.0.5' });

  test('of one address keep back no other', () => {
    const tries = createTries(() => 0);
    for (let i = 0; i < 10; i += 1) tries.fail(through('203.0.113.9'));
    expect(['203.0.113.9', '203.0.113.8'].map((one) => tries.wait(through(one)))).toEqual([60, 0]);
  });

  test('of a thousand addresses keep back nobody else, whether they gave the right one before or not', () => {
    const tries = createTries(() => 0);
    tries.succeed(through('192.0.2.7'));
    for (let i = 0; i < 1000; i += 1) tries.fail(through(`203.0.${i % 8}.${i % 251}`));
    expect(['198.51.100.8', '192.0.2.7'].map((one) => tries.wait(through(one)))).toEqual([0, 0]);
  });

  test('that names nobody are a hundred', () => {
    const tries = createTries(() => 0);
    const nobody = through('10.0.0.5');
    const waits = Array.from({ length: 101 }, () => {
      const seconds = tries.wait(nobody);
      tries.fail(nobody);
      return seconds;
    });
    expect(waits.indexOf(60)).toBe(100);
  });
});

describe('places through a proxy', () => {
  test('are counted for each address, and for all together', () => {
    const places = createPlaces({ ofNetwork: 2, ofProxy: 3 });
    const taken = ['192.0.2.7', '192.0.2.7', '192.0.2.7', '192.0.2.8', '192.0.2.9'].map(
      (address) => places.take({ address, proxy: '10.0.0.5' }) !== null,
    );
    expect(taken).toEqual([true, true, false, true, false]);
  });

  test('on this machine are counted for each address alone', () => {
    const places = createPlaces({ ofNetwork: 1, ofProxy: 1 });
    const taken = ['192.0.2.7', '192.0.2.7', '192.0.2.8', '127.0.0.1', '127.0.0.1'].map(
      (address) => places.take({ address, proxy: '127.0.0.1' }) !== null,
    );
    expect(taken).toEqual([true, false, true, true, true]);
  });

  test('that were left are free again for both', () => {
    const places = createPlaces({ ofNetwork: 1, ofProxy: 1 });
    const client = { address: '192.0.2.7', proxy: '10.0.0.5' };
    places.take(client)?.();
    expect(places.take(client)).not.toBeNull();
  });
});

describe('a server', () => {
  let root: string;
  let remove: () => Promise<void>;
  const sites: Site[] = [];
  beforeAll(async () => {
    ({ root, remove } = await makeRoot(SMALL));
  });
  afterAll(async () => {
    for (const site of sites) await site.close();
    await remove();
  });
  /** The statuses of wrong passwords, each with what X-Forwarded-For says. */
  const tried = async (trustedProxies: readonly string[], forwarded: readonly string[]) => {
    const site = await start(root, undefined, 0, {
      users: await writeUsers(root, { Ana: 'reviewer' }),
      trustedProxies,
    });
    sites.push(site);
    const statuses: number[] = [];
    for (const one of forwarded) {
      const headers = {
        Authorization: basic('Ana', 'wrong'),
        'X-Forwarded-For': one,
        'Content-Type': 'application/json',
      };
      const answer = await fetch(`${site.url}api/articles/essai/units/p2`, { method: 'PUT', headers, body: '{}' });
      statuses.push(answer.status);
    }
    return statuses.slice(-2);
  };
  const ten = (address: (i: number) => string) => Array.from({ length: 10 }, (_, i) => address(i));

  test('counts wrong passwords by the address that a trusted proxy names', async () => {
    const forwarded = [...ten(() => '203.0.113.9'), '203.0.113.9', '203.0.113.8'];
    expect(await tried(['127.0.0.0/8'], forwarded)).toEqual([429, 401]);
  });

  test('takes no address for another because the one who asks wrote something before it', async () => {
    const forwarded = [...ten((i) => `198.51.100.${i}, 203.0.113.9`), '192.0.2.1, 203.0.113.9', '192.0.2.1'];
    expect(await tried(['127.0.0.0/8'], forwarded)).toEqual([429, 401]);
  });

  test('believes nobody else', async () => {
    expect(await tried(['192.0.2.7'], [...ten((i) => `203.0.113.${i}`), '192.0.2.1', '192.0.2.2'])).toEqual([429, 429]);
  });
});
