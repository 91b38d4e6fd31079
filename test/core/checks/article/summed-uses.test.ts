import fc from 'fast-check';
import { expect, test } from 'vitest';
import { summedUses, type UsesOfAll } from '../../../../src/core/checks/article/article-summary.ts';
import type { Uses } from '../../../../src/core/checks/checked-article.ts';
import { finish } from '../../../../src/core/model/slices.ts';
import { glossaryOf } from '../../glossaries.ts';

const { concepts } = glossaryOf('- fr: jeton\n  en: token\n- fr: puce\n  en: chip\n- fr: carte\n  en: card\n');

const uses: fc.Arbitrary<Uses> = fc
  .subarray([...concepts])
  .chain((some) => fc.tuple(...some.map((concept) => fc.tuple(fc.constant(concept), fc.integer({ min: 1, max: 9 })))))
  .map((all) => new Map(all.map(([concept, count]) => [concept, { count, broken: count % 3 }])));
const articles = fc
  .array(fc.tuple(fc.constantFrom('un', 'deux', 'trois', 'quatre'), uses), { maxLength: 6 })
  .map((all) => new Map(all));

const said = ({ sum }: UsesOfAll) => concepts.map((concept) => sum.get(concept) ?? null);

test('a sum that goes on from the one before is the sum of all, whatever came, went or changed', () => {
  fc.assert(
    fc.property(fc.array(articles, { minLength: 2, maxLength: 5 }), (states) => {
      let before: UsesOfAll | null = null;
      for (const state of states) {
        // What did not change is the same object.
        const kept: UsesOfAll | null = before;
        const now = new Map(
          [...state].map(([slug, one], i) => [slug, (i % 2 === 0 && kept?.articles.get(slug)) || one]),
        );
        const next: UsesOfAll = finish(summedUses(now, before));
        expect(said(next)).toEqual(said(finish(summedUses(now, null))));
        before = next;
      }
    }),
  );
});

test('the sum before stays what it was', () => {
  const [token] = concepts;
  const one = (count: number) => new Map([['un', new Map(token && [[token, { count, broken: 0 }]])]]);
  const before = finish(summedUses(one(2), null));
  finish(summedUses(one(5), before));
  expect(said(before)).toEqual([{ count: 2, broken: 0 }, null, null]);
});

test('an entry that no article has any more is not in it', () => {
  const [token] = concepts;
  const before = finish(summedUses(new Map([['un', new Map(token && [[token, { count: 1, broken: 1 }]])]]), null));
  expect(finish(summedUses(new Map(), before)).sum.size).toBe(0);
});
