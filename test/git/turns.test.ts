import { expect, test } from 'vitest';
import { Away, Refused } from '../../src/git/exchange.ts';
import { Held } from '../../src/git/take-over.ts';
import { createTurns } from '../../src/git/turns.ts';

/** Turns of which each takes a minute, and what is told of them. */
function begin() {
  const told: string[] = [];
  let minute = 0;
  const turns = createTurns({ now: () => minute, tell: (message) => told.push(message) });
  const take = (error: unknown) => {
    minute += 1;
    return turns.take(() => (error === null ? Promise.resolve() : Promise.reject(error)));
  };
  return { turns, told, take };
}

test.each([
  [new Away('no route'), { kind: 'away', since: 1, says: '' }, 'the other copy is out of reach.'],
  [new Refused('protected branch'), { kind: 'refused', since: 1, says: 'protected branch' }, 'protected branch'],
  [new Held('Commit it.'), { kind: 'held', since: 1, says: 'Commit it.' }, 'Commit it.'],
  [new Error('a full disk'), { kind: 'held', since: 1, says: 'a full disk' }, 'a full disk'],
  ['a text', { kind: 'held', since: 1, says: 'a text' }, 'a text'],
])('%j is trouble', async (error, trouble, says) => {
  const { turns, told, take } = begin();
  await take(error);
  expect([turns.trouble(), told]).toEqual([trouble, [`Saves are not exchanged: ${says}`]]);
});

test('trouble lasts from its first turn on, and is told once, until another kind comes', async () => {
  const { turns, told, take } = begin();
  for (const error of [new Held('One.'), new Held('Two.'), new Away('no route'), null]) await take(error);
  expect([turns.trouble(), told.length]).toEqual([{ kind: 'away', since: 3, says: '' }, 2]);
  await take(new Away('gone'));
  expect(turns.trouble()?.since).toBe(3);
});

test.each([
  ['held', null],
  ['away', 'held'],
  [undefined, null],
] as const)('trouble that is held goes when %s is cleared: %s is left', async (kind, left) => {
  const { turns, take } = begin();
  await take(new Held('One.'));
  turns.clear(kind);
  expect(turns.trouble()?.kind ?? null).toBe(left);
});

test('a turn begins when the one before has ended, however that went', async () => {
  const { turns } = begin();
  const seen: string[] = [];
  const step = (name: string) => async () => {
    seen.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    seen.push(`${name} ends`);
    throw new Error(name);
  };
  await Promise.all([turns.take(step('a')), turns.take(step('b'))]);
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});
