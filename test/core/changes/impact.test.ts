import { expect, test } from 'vitest';
import { describeImpact, type TermImpact } from '../../../src/core/changes/impact.ts';

const NONE = { units: [], characters: 0, findings: [] };

type Change = readonly [before: TermImpact['before'], after: TermImpact['after']];

function told(units: readonly { terms?: readonly Change[]; becomesStale?: boolean }[], characters = 0): string {
  const touched = units.map(({ terms = [], becomesStale = false }, i) => ({
    ...{ slug: 'essai', unit: `p${i + 1}`, becomesStale, characters: 0 },
    terms: terms.map(([before, after]) => ({ concept: 'token', text: 'jeton', before, after })),
  }));
  return describeImpact({ units: touched, unchecked: [], characters, findings: [] });
}

const LOST: Change = ['preferred', 'missing'];

test.each<[string, string, string]>([
  ['nothing', told([]), 'No paragraph of any article changes.'],
  ['one term', told([{ terms: [LOST] }]), '1 paragraph changes: 1 term becomes missing.'],
  [
    'terms of two paragraphs',
    told([{ terms: [LOST, ['missing', 'preferred']] }, { terms: [LOST] }]),
    '2 paragraphs change: 1 term becomes preferred, 2 terms become missing.',
  ],
  ['a new term', told([{ terms: [[null, 'missing']] }]), '1 paragraph changes: 1 term is new.'],
  [
    'new terms, whatever their verdict',
    told([
      {
        terms: [
          [null, 'missing'],
          [null, 'preferred'],
        ],
      },
    ]),
    '1 paragraph changes: 2 terms are new.',
  ],
  ['a term that goes', told([{ terms: [['preferred', null]] }]), '1 paragraph changes: 1 is no term any more.'],
  [
    'terms that go',
    told([
      {
        terms: [
          ['preferred', null],
          ['waived', null],
        ],
      },
    ]),
    '1 paragraph changes: 2 are no terms any more.',
  ],
  ['a review', told([{ becomesStale: true }]), '1 paragraph changes: 1 reviewed paragraph becomes stale.'],
  [
    'reviews among other changes, and a price',
    told([{ becomesStale: true, terms: [LOST] }, { becomesStale: true }, { terms: [LOST] }], 412),
    '3 paragraphs change: 2 terms become missing, 2 reviewed paragraphs become stale, 412 characters to translate again.',
  ],
  [
    'one character',
    told([{ terms: [LOST] }], 1),
    '1 paragraph changes: 1 term becomes missing, 1 character to translate again.',
  ],
  [
    'an article that cannot be checked',
    describeImpact({ ...NONE, unchecked: ['un'] }),
    'No paragraph of any other article changes. Nothing can be said of un, which cannot be checked then.',
  ],
  [
    'three of them',
    describeImpact({ ...NONE, unchecked: ['un', 'deux', 'trois'] }),
    'No paragraph of any other article changes. Nothing can be said of un, deux, trois, which cannot be checked then.',
  ],
  [
    'four of them',
    describeImpact({ ...NONE, unchecked: ['un', 'deux', 'trois', 'quatre'] }),
    'No paragraph of any other article changes. Nothing can be said of un, deux, trois and 1 more, which cannot be checked then.',
  ],
  [
    'one beside a paragraph that changes',
    describeImpact({
      ...NONE,
      units: [{ slug: 'a', unit: 'p1', terms: [], becomesStale: true, characters: 0 }],
      unchecked: ['un'],
    }),
    '1 paragraph changes: 1 reviewed paragraph becomes stale. Nothing can be said of un, which cannot be checked then.',
  ],
])('an impact says what changes: %s', (_what, said, expected) => {
  expect(said).toBe(expected);
});
