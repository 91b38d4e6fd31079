import { describe, expect, test } from 'vitest';
import {
  COMPARISON_HEAD,
  comparisonRow,
  describePlan,
  describeRemaining,
  describeUnit,
  describeUnits,
} from '../../src/cli/translate-words.ts';
import type { Plan, PlannedUnit } from '../../src/core/changes/plan.ts';
import { type Engine, EngineError } from '../../src/core/changes/ports/engine.ts';
import type { TranslatedUnit } from '../../src/translate/save-drafts.ts';

const engineOf = (price: string, remaining: () => Promise<number | null> = async () => null) =>
  ({ name: 'deepl', abilities: { price }, remaining }) as unknown as Engine;
const planned = (id: string, more: object = {}) =>
  ({
    unit: { id },
    reason: 'no translation',
    characters: 14,
    free: null,
    twinOf: null,
    ...more,
  }) as unknown as PlannedUnit;
const KEPT = planned('p3', { free: {}, reason: 'its terms changed' });
const TWIN = planned('p4', { twinOf: 'p2' });
const planOf = (units: readonly PlannedUnit[], characters: number, entries: number): Plan =>
  ({ slug: 'essai', units, characters, entries }) as Plan;

test.each<[string, Plan, Engine | null, string]>([
  ['nothing', planOf([], 0, 0), null, 'essai: nothing to translate.'],
  ['one', planOf([planned('p2')], 1, 1), null, 'essai: 1 paragraph, 1 character, 1 entry applies.'],
  [
    'one for an engine',
    planOf([planned('p2')], 14, 0),
    engineOf('free'),
    'essai: 1 paragraph for deepl, 14 characters, 0 entries apply.',
  ],
  [
    'some of which are not sent',
    planOf([planned('p2'), KEPT, TWIN], 14, 2),
    null,
    'essai: 1 paragraph, 14 characters, 2 entries apply, 1 kept from before at no cost, 1 with the same French as another.',
  ],
])('a plan of %s', (_what, plan, engine, says) => {
  expect(describePlan(plan, engine)).toBe(says);
});

test('a line for each paragraph of a plan', () => {
  expect(describeUnits(planOf([planned('p2'), planned('p5', { characters: 1 }), KEPT, TWIN], 29, 0))).toEqual([
    'p2: no translation, 14 characters',
    'p5: no translation, 1 character',
    'p3: its terms changed, kept from before',
    'p4: no translation, as p2',
  ]);
});

describe('what an engine has left', () => {
  const failing = (reach: 'stop' | 'setup') => async () => {
    throw new EngineError('It is not there.', reach);
  };
  test.each([
    [engineOf('free'), 'deepl bills nothing.'],
    [engineOf('tokens'), 'deepl does not say what remains.'],
    [engineOf('characters', async () => 1), '1 character remains at deepl.'],
    [engineOf('characters', async () => 500), '500 characters remain at deepl.'],
    [engineOf('characters', failing('stop')), 'It is not there.'],
  ])('%j', async (engine, says) => {
    expect(await describeRemaining(engine)).toBe(says);
  });

  test('is no sentence where its key is refused', async () => {
    await expect(describeRemaining(engineOf('characters', failing('setup')))).rejects.toThrow('It is not there.');
  });
});

const UNIT: TranslatedUnit = {
  ...{ unit: 'p3', target: 'x', standings: [], repairs: [], mends: [], restored: [], billed: 0, refused: false },
};
const mend = (from: string, to: string) => ({ from, to }) as TranslatedUnit['mends'][number];
const MENDS = [mend('a', 'b'), mend('c', 'd'), mend('e', 'f'), mend('g', 'h')];

test.each<[string, Partial<TranslatedUnit>, string]>([
  ['without a term', {}, '0 of 0 terms kept; not billed'],
  ['with one', { standings: ['preferred'], billed: 1 }, '1 of 1 term kept; 1 character'],
  [
    'with terms of every standing',
    { standings: ['preferred', 'admitted', 'waived', 'missing', 'deprecated'], billed: 412 },
    '3 of 5 terms kept; 412 characters',
  ],
  [
    'that was repaired',
    { repairs: [mend('chips', 'tokens')] as TranslatedUnit['repairs'], restored: ['`c`', '*'] },
    '0 of 0 terms kept; repaired: chips → tokens; put back: `c`, *; not billed',
  ],
  [
    'with three signs mended',
    { mends: MENDS.slice(1) },
    '0 of 0 terms kept; mended: c → d; mended: e → f; mended: g → h; not billed',
  ],
  [
    'with one more',
    { mends: MENDS },
    '0 of 0 terms kept; mended: a → b; mended: c → d; mended: e → f; 1 more mended; not billed',
  ],
  ['that somebody changed', { refused: true }, 'its French or its English was changed meanwhile, and stays as it is'],
])('a paragraph %s', (_what, over, says) => {
  expect(describeUnit({ ...UNIT, ...over })).toBe(`p3: ${says}`);
});

test('each figure of a comparison ends below its heading', () => {
  const units: TranslatedUnit[] = [
    { ...UNIT, standings: ['preferred', 'missing', 'deprecated'], repairs: [], billed: 400 },
    {
      ...UNIT,
      standings: ['admitted', 'preferred'],
      repairs: [mend('a', 'b')] as TranslatedUnit['repairs'],
      billed: 12,
    },
  ];
  expect([COMPARISON_HEAD, comparisonRow('deepl', units, 3.14)]).toEqual([
    'engine           paragraphs  obeyed  repaired  missing  characters  seconds',
    'deepl                     2       2         1        2         412      3.1',
  ]);
});
