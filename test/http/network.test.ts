import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { isLoopback } from '../../src/core/text/loopback.ts';
import { createTurns } from '../../src/http/guard/turns.ts';
import { networkOf, widerNetworksOf } from '../../src/http/network.ts';
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

test.each([
  ['192.0.2.7', ['192.0.', '192.0.2.', '192.0.2.7']],
  ['2001:db8:1:2::/64', ['2001:db8:', '2001:db8:1:', '2001:db8:1:2::/64']],
  ['', ['', '', '']],
])('%s lies in wider networks, the widest first', (network, networks) => {
  expect(widerNetworksOf(network)).toEqual(networks);
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

  test('that were left twice are free once', () => {
    const places = createPlaces({ ofNetwork: 2, ofProxy: 2 });
    const take = () => places.take({ address: '192.0.2.7', proxy: null });
    const leave = take();
    take();
    leave?.();
    leave?.();
    expect([take() === null, take() === null]).toEqual([false, true]);
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
  const MOST = { ofOwner: 3, ofAll: 6 };
  /**
   * Takes turns for owners while the first is under way; gives who came when. Each sign of a name is a network, in the
   * one before it.
   */
  const orderOf = async (owners: readonly string[], ranks: Readonly<Record<string, number>>) => {
    const order: string[] = [];
    const turns = createTurns((owner) => ranks[owner] ?? 0, MOST);
    await Promise.all(
      owners.map((owner) =>
        turns.take(
          Array.from(owner, (_, i) => owner.slice(0, i + 1)),
          async () => {
            order.push(owner);
            await new Promise((resolve) => setTimeout(resolve, 1));
          },
        ),
      ),
    );
    return order.join(' ');
  };

  test.each([
    ['equals come in order', 'a b c', {}, 'a b c'],
    ['whoever failed comes behind those who did not', 'x a a a b', { a: 5 }, 'x b a a a'],
    ['whoever is known comes first', 'x a b c k', { k: -1 }, 'x k a b c'],
    ['what one owner has waiting is bounded', 'x a a a a a b', {}, 'x a b a a'],
    ['so is what all have', 'x a1 a2 a3 a4 a5 a6 a7 a8', {}, 'x a1 a2 a3 a4 a5 a6'],
    ['but for a network of which nobody waits', 'x a1 a2 a3 a4 a5 a6 a7 b1 b2', {}, 'x a1 b1 a2 a3 a4 a5 a6'],
    [
      'and for who is known, of a network of which many wait',
      'x a1 a2 a3 a4 a5 a6 a7 a8',
      { a8: -1 },
      'x a8 a1 a2 a3 a4 a5 a6',
    ],
    [
      'who is known has no more waiting than one owner may',
      'x a1 a2 a3 a4 a5 a6 k k k k',
      { k: -1 },
      'x k k k a1 a2 a3 a4 a5 a6',
    ],
    ['who failed is not known', 'x a1 a2 a3 a4 a5 a6 a7', { a7: 5 }, 'x a1 a2 a3 a4 a5 a6'],
    ['one owner gets no second turn before another has had one', 'a a a b b', {}, 'a b a b a'],
    ['nor does the owner of many networks', 'a1 a2 a3 a4 b1', {}, 'a1 b1 a2 a3 a4'],
    ['nor of many in a block that others have a part of', 'a1p a1q a1r a2p', {}, 'a1p a2p a1q a1r'],
    ['two strangers wait for one turn of theirs each', 'a1 a2 a3 a4 b1 c1', {}, 'a1 b1 c1 a2 a3 a4'],
    ['who comes from two places has a turn of each', 'a1 a2 b1 a3 b2 b3', {}, 'a1 b1 a2 b2 a3 b3'],
    ['whoever failed has no turn before others of many networks', 'a1 b1 a2 a3', { b1: 5 }, 'a1 a2 a3 b1'],
  ])('%s', async (_fact, owners, ranks, order) => {
    expect(await orderOf(owners.split(' '), ranks)).toBe(order);
  });

  test('who comes back after each turn is no newcomer', async () => {
    const order: string[] = [];
    const turns = createTurns(() => 0, MOST);
    const come = (owner: string, left = 0): Promise<unknown> | null =>
      turns.take([owner], async () => {
        order.push(owner);
        if (left > 0) come(owner, left - 1);
        await new Promise((resolve) => setTimeout(resolve, 1));
      });
    await Promise.all([come('a', 5), come('b'), come('b')]);
    expect(order.slice(0, 4).join('')).toBe('abab');
  });

  test('work that fails lets the next begin', async () => {
    const turns = createTurns(() => 0, MOST);
    const failed = turns.take(['a'], async () => Promise.reject(new Error('no')));
    const after = turns.take(['b'], async () => 'done');
    await expect(failed).rejects.toThrow('no');
    expect(await after).toBe('done');
  });
});
