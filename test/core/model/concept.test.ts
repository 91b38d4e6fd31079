import { describe, expect, test } from 'vitest';
import { type Concept, preferredTerm, sayingOf, saysTheSame, type Term } from '../../../src/core/model/concept.ts';

import { sameItems } from '../../../src/core/model/same-items.ts';

const place = (line: number) => ({ file: 'glossary/a.yaml', line, column: 3 });
const term = (text: string, line: number): Term => ({
  ...{ text, language: 'fr', status: 'preferred', partOfSpeech: 'noun', inferred: true, gender: null },
  ...{ caseExact: false, plural: null, forms: [], why: null, place: place(line) },
});
const entry = (line: number): Concept => ({
  ...{ id: 'token', fr: [term('jeton', line), term('jeton textuel', line)], en: [], keep: false },
  ...{ definition: 'A unit of text.', citation: null, domain: null, note: null, see: ['embedding'], count: 'each' },
  ...{
    except: [],
    unless: [],
    examples: [{ source: 'un jeton', target: null, place: place(line) }],
    place: place(line),
  },
});
const [first, second] = entry(1).fr as [Term, Term];

test.each([
  ['the preferred one', ['admitted', 'preferred', 'preferred'], 1],
  ['else the first', ['admitted', 'deprecated'], 0],
  ['none where there is none', [], null],
] as const)('the term that an entry goes by: %s', (_what, statuses, which) => {
  const fr = statuses.map((status, i) => ({ ...term(`mot ${i}`, 1), status }));
  expect(preferredTerm({ ...entry(1), fr }, 'fr')?.text ?? null).toBe(which === null ? null : `mot ${which}`);
});

test.each([
  [[1, 2], [1, 2], true],
  [[], [], true],
  [[1, 2], [1], false],
  [[1], [1, 2], false],
  [[1, 2], [2, 1], false],
])('%j and %j hold the very same: %s', (a, b, same) => {
  expect(sameItems(a, b)).toBe(same);
});

describe('two entries say the same', () => {
  test.each<[boolean, string, Partial<Concept>]>([
    [true, 'in another line', entry(70)],
    [false, 'with another definition', { definition: 'A unit of speech.' }],
    [false, 'with no definition', { definition: null }],
    [false, 'with one reference more', { see: ['embedding', 'unit'] }],
    [false, 'with another reference', { see: ['unit'] }],
    [false, 'with a term less', { fr: [first] }],
    [false, 'with the terms in another order', { fr: [second, first] }],
    [false, 'with another status', { fr: [{ ...first, status: 'admitted' }, second] }],
    [false, 'with a part of speech that somebody wrote', { fr: [{ ...first, inferred: false }, second] }],
    [false, 'with another example', { examples: [{ source: 'un jeton', target: 'a token', place: place(1) }] }],
    [false, 'from another tool', { isExport: true }],
  ])('%s, %s', (isSame, _, change) => {
    const other = { ...entry(1), ...change };
    expect([
      saysTheSame(entry(1), other),
      saysTheSame(other, entry(1)),
      sayingOf(other) === sayingOf(entry(1)),
    ]).toEqual([isSame, isSame, isSame]);
  });
});
