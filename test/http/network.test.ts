import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { isLoopback } from '../../src/core/text/loopback.ts';
import { createTurns } from '../../src/http/guard/turns.ts';
import { networkOf } from '../../src/http/network.ts';
import { createPlaces } from '../../src/http/places.ts';

describe('this machine', () => {
  test.each([
    'localhost',
    'LOCALHOST',
    '127.0.0.1',
    '127.255.0.3',
    '::1',
    '[::1]',
    '0:0:0:0:0:0:0:1',
    '::ffff:127.0.0.1',
    '[::ffff:7f00:1]',
  ])('is %s', (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  test.each([
    '127.evil.example',
    '127.0.0.1.evil.example',
    '127.0.0.256',
    '127.',
    '127',
    '0.0.0.0',
    '::',
    '::2',
    '::ffff:128.0.0.1',
    '128.0.0.1',
    '10.0.0.1',
    'localhost.evil.example',
    'evil.example',
    '',
  ])('is not “%s”', (host) => {
    expect(isLoopback(host)).toBe(false);
  });

  test.each([
    'http://127.evil.example',
    'http://127.0.0.1.evil.example/',
    'http://127.0.0.1@evil.example/',
    'http://[::2]:8000',
  ])('text goes to %s over https alone', (address) => {
    const settings = ['DEEPL_SERVER_URL', 'LIBRETRANSLATE_URL', 'CHAT_URL', 'VISAVIS_MODEL_URL'];
    for (const name of settings) expect(() => readConfig({ [name]: address }, '/nowhere')).toThrow('write https://');
  });

  test.each(['http://127.0.0.1:5000', 'http://127.1/', 'http://0x7f.1', 'http://[::1]/', 'http://localhost:1234/v1'])(
    'text goes to %s as it is',
    (address) => {
      expect(readConfig({ LIBRETRANSLATE_URL: address }, '/nowhere').engines.libretranslate?.url).toBe(address);
    },
  );
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::', '2001:db8:1:2::/64'],
  ['2001:db8:1:3::9', '2001:db8:1:3::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', ''],
])('%s belongs to %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

describe('places', () => {
  test('of one network are counted together, those of another apart', () => {
    const places = createPlaces({ ofNetwork: 2, ofProxy: 2 });
    const taken = ['2001:db8::1', '2001:db8::2', '2001:db8::3', '2001:db8:0:1::1'].map(
      (address) => places.take({ address, proxy: null }) !== null,
    );
    expect(taken).toEqual([true, true, false, true]);
  });

  test('that were left are free again', () => {
    const places = createPlaces({ ofNetwork: 1, ofProxy: 1 });
    const leave = places.take({ address: '192.0.2.7', proxy: null });
    const meanwhile = places.take({ address: '192.0.2.7', proxy: null });
    leave?.();
    expect([meanwhile, places.take({ address: '192.0.2.7', proxy: null }) === null]).toEqual([null, false]);
  });

  test('are never short for this machine', () => {
    const places = createPlaces({ ofNetwork: 1, ofProxy: 1 });
    expect(
      ['127.0.0.1', '127.0.0.1', '::1', '::ffff:127.0.0.1'].map(
        (address) => places.take({ address, proxy: null }) === null,
      ),
    ).toEqual(Array(4).fill(false));
  });
});

describe('turns', () => {
  /** Takes turns for owners while the first is under way; gives who came when. */
  const orderOf = async (owners: readonly string[], ranks: Readonly<Record<string, number>>) => {
    const order: string[] = [];
    const turns = createTurns((owner) => ranks[owner] ?? 0, 3);
    await Promise.all(
      owners.map((owner) =>
        turns.take(owner, async () => {
          order.push(owner);
          await new Promise((resolve) => setTimeout(resolve, 1));
        }),
      ),
    );
    return order.join('');
  };

  test.each([
    ['equals come in order', 'abc', {}, 'abc'],
    ['whoever failed comes behind those who did not', 'xaaab', { a: 5 }, 'xbaaa'],
    ['whoever is known comes first', 'xabck', { k: -1 }, 'xkabc'],
    ['what one owner has waiting is bounded', 'xaaaaab', {}, 'xaaab'],
  ])('%s', async (_fact, owners, ranks, order) => {
    expect(await orderOf([...owners], ranks)).toBe(order);
  });

  test('work that fails lets the next begin', async () => {
    const turns = createTurns(() => 0, 3);
    const failed = turns.take('a', async () => Promise.reject(new Error('no')));
    const after = turns.take('b', async () => 'done');
    await expect(failed).rejects.toThrow('no');
    expect(await after).toBe('done');
  });
});
