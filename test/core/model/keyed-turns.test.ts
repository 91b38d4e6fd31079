import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createKeyedTurns } from '../../../src/core/model/keyed-turns.ts';

test('work of one key is done one after the other, though one fails, and that of another at the same time', async () => {
  const inTurn = createKeyedTurns();
  const told: string[] = [];
  const work =
    (name: string, fails = false) =>
    async () => {
      told.push(`${name} begins`);
      await setImmediate();
      told.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
  const all = [inTurn('a', work('first', true)), inTurn('a', work('second')), inTurn('b', work('other'))];
  const ends = await Promise.allSettled(all);
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(told.filter((one) => !one.startsWith('other'))).toEqual([
    'first begins',
    'first ends',
    'second begins',
    'second ends',
  ]);
  expect(told.indexOf('other begins')).toBeLessThan(told.indexOf('first ends'));
});
