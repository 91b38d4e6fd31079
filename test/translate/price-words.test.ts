import { expect, test } from 'vitest';
import type { Engine } from '../../src/core/changes/engine.ts';
import { describeCost, describeMonth, whyOverLimit } from '../../src/translate/price-words.ts';

const ENGINE = { name: 'chat', abilities: { price: 'tokens' } } as Engine;
const FREE = { name: 'local', abilities: { price: 'free' } } as Engine;
const tokens = (prompt: number, completion: number) => ({ prompt, completion });

test.each([
  [{ characters: 0, tokens: null }, '0 characters billed'],
  [{ characters: 1, tokens: null }, '1 character billed'],
  [{ characters: 412, tokens: null }, '412 characters billed'],
  [{ characters: 0, tokens: tokens(1, 0) }, '1 token sent and 0 received, cost unknown'],
  [{ characters: 2, tokens: tokens(3, 1) }, '2 characters billed, 3 tokens sent and 1 received, cost unknown'],
])('what a run cost: %j', (cost, said) => {
  expect(describeCost(cost, null)).toBe(said);
});

const NOVEMBER = { engine: 'chat', month: '2026-11' };
test.each([
  [{ ...NOVEMBER, characters: 0, tokens: null }, null],
  [{ ...NOVEMBER, characters: 0, tokens: tokens(0, 0) }, null],
  [{ ...NOVEMBER, characters: 1, tokens: null }, 'This month chat was sent 1 character from here.'],
  [{ ...NOVEMBER, characters: 0, tokens: tokens(1, 0) }, 'This month chat was sent 1 token from here.'],
  [
    { ...NOVEMBER, characters: 9, tokens: tokens(1, 1) },
    'This month chat was sent 9 characters and 2 tokens from here.',
  ],
  [{ ...NOVEMBER, month: '2026-10', characters: 9, tokens: null }, null],
  [{ ...NOVEMBER, engine: 'deepl', characters: 9, tokens: null }, null],
])('what this month cost: %j', (month, said) => {
  expect(describeMonth([month], ENGINE, '2026-11-26')).toBe(said);
});

test.each<[number, Engine | null, number | null, boolean]>([
  [10, ENGINE, null, false],
  [10, ENGINE, 10, false],
  [11, ENGINE, 10, true],
  [11, FREE, 10, false],
  [11, null, 10, true],
])('whether %i characters at %o pass the limit of %o', (characters, engine, most, isTold) => {
  expect(whyOverLimit({ slug: 'a', units: [], entries: 0, characters }, engine, most) !== null).toBe(isTold);
});
