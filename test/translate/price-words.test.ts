import { describe, expect, test } from 'vitest';
import type { PlannedUnit } from '../../src/core/changes/plan.ts';
import type { Engine } from '../../src/core/changes/ports/engine.ts';
import { describeCost, describeMonth, describePrice, whyOverLimit } from '../../src/translate/price-words.ts';
import { createPurse } from '../../src/translate/purse.ts';

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

const OVER = 'VISAVIS_MOST_CHARACTERS allows';
const OVER_END = 'a run, so nothing of this would be sent to an engine that bills.';
test.each<[number, Engine | null, number | null, string | null]>([
  [10, ENGINE, null, null],
  [10, ENGINE, 10, null],
  [11, ENGINE, 10, `${OVER} 10 characters ${OVER_END}`],
  [2, ENGINE, 1, `${OVER} 1 character ${OVER_END}`],
  [11, FREE, 10, null],
  [11, null, 10, `${OVER} 10 characters ${OVER_END}`],
])('whether %i characters at %o pass the limit of %o', (characters, engine, most, said) => {
  expect(whyOverLimit({ slug: 'a', units: [], entries: 0, characters }, engine, most)).toBe(said);
});

test('what a run will cost is said for an engine that bills tokens, and how to know the price', () => {
  const unit = { free: null, twinOf: null } as PlannedUnit;
  const said = (units: readonly PlannedUnit[], engine: Engine) =>
    describePrice({ slug: 'a', units, entries: 0, characters: 7 }, engine, null);
  expect([said([unit], ENGINE), said([], ENGINE), said([unit], FREE)]).toEqual([
    'chat bills tokens: about 903 tokens sent and 3 received, cost unknown; set CHAT_PRICE to know it.',
    null,
    null,
  ]);
});

describe('the purse of a run', () => {
  const BILLS = { name: 'deepl', abilities: { price: 'characters' } } as Engine;

  test('holds nothing at first, then what each engine says it billed', () => {
    const purse = createPurse(null);
    const before = purse.spent();
    purse.spend(BILLS, 5, { characters: 3, tokens: null });
    purse.spend(ENGINE, 7, { characters: 0, tokens: tokens(2, 1) });
    expect([before, purse.spent()]).toEqual([
      { characters: 0, tokens: null },
      { characters: 3, tokens: tokens(2, 1) },
    ]);
  });

  test.each([
    [10, 'null'],
    [11, 'This would bill 11 characters; VISAVIS_MOST_CHARACTERS allows 10 a run. Nothing was sent.'],
  ])('says whether there is room for %i characters', (characters, said) => {
    expect(String(createPurse(10).whyNot(BILLS, characters))).toBe(said);
  });

  test.each([
    ['what was sent, where an engine says it billed less', BILLS, 9, 1, false],
    ['what an engine says it billed, where that is more', BILLS, 1, 9, false],
    ['nothing of an engine that bills nothing', FREE, 9, 9, true],
  ])('counts %s', (_what, engine, sent, characters, hasRoom) => {
    const purse = createPurse(10);
    purse.spend(engine, sent, { characters, tokens: null });
    expect([purse.whyNot(BILLS, 1), purse.whyNot(BILLS, 2) === null]).toEqual([null, hasRoom]);
  });
});
