import { expect, test } from 'vitest';
import { Away, Refused } from '../../src/git/exchange.ts';
import { Held } from '../../src/git/take-over.ts';
import { createCheckoutTurns, type Part } from '../../src/git/turns.ts';

/** Turns of which each takes a minute, and what is told of them. */
function begin() {
  const told: string[] = [];
  let minute = 0;
  const turns = createCheckoutTurns({ now: () => minute, tell: (message) => told.push(message) });
  const take = (error: unknown, part: Part = 'exchanging') => {
    minute += 1;
    return turns.take(part, () => (error === null ? Promise.resolve() : Promise.reject(error)));
  };
  return { turns, told, take };
}

test.each([
  [new Away('no route'), { kind: 'away', since: 1, says: '' }, 'the other copy is out of reach (no route).'],
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
  for (const error of [new Held('One.'), new Held('Two.'), new Away('no route')]) await take(error);
  expect([turns.trouble(), told.length]).toEqual([{ kind: 'away', since: 3, says: '' }, 2]);
  await take(new Away('gone'));
  expect(turns.trouble()?.since).toBe(3);
});

type Step = readonly [part: Part, error: unknown];

test.each<[string, readonly Step[], string | null]>([
  [
    'goes when its part goes well',
    [
      ['exchanging', new Held('One.')],
      ['exchanging', null],
    ],
    null,
  ],
  [
    'of an exchange stays when something is committed',
    [
      ['exchanging', new Held('One.')],
      ['committing', null],
    ],
    'One.',
  ],
  [
    'of a commit stays when something is exchanged',
    [
      ['committing', new Held('One.')],
      ['exchanging', null],
    ],
    'One.',
  ],
  [
    'of a commit comes first',
    [
      ['exchanging', new Held('One.')],
      ['committing', new Held('Two.')],
    ],
    'Two.',
  ],
  [
    'of an exchange is there again when a commit goes well',
    [
      ['exchanging', new Held('One.')],
      ['committing', new Held('Two.')],
      ['committing', null],
    ],
    'One.',
  ],
])('trouble %s', async (_what, steps, left) => {
  const { turns, take } = begin();
  const went: boolean[] = [];
  for (const [part, error] of steps) went.push(await take(error, part));
  expect([turns.trouble()?.says ?? null, went]).toEqual([left, steps.map(([, error]) => error === null)]);
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
  await Promise.all([turns.take('committing', step('a')), turns.take('exchanging', step('b'))]);
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});
