import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Concept } from '../../../src/core/model/concept.ts';
import { type ConceptsById, conceptsById } from '../../../src/core/model/concepts-by-id.ts';
import { rounds } from '../../rounds.ts';
import { conceptsOf } from '../glossaries.ts';

const IDS = ['a', 'b', 'c', 'constructor'];
/** Entries of few ids, so that many replace another. */
const POOL = [0, 1].flatMap((which) =>
  conceptsOf(IDS.map((id) => `- { id: ${id}, fr: mot${which}, en: ${id} }\n`).join('')),
);
const entry = fc.constantFrom(...POOL);

function foundIn(byId: Pick<ConceptsById, 'get' | 'has'>) {
  return IDS.map((id) => [byId.has(id), byId.get(id)]);
}

test('after any changes each id stands for what a map of the entries says', () => {
  const change = fc.record({ gone: fc.uniqueArray(entry), come: fc.uniqueArray(entry, { selector: ({ id }) => id }) });
  fc.assert(
    fc.property(fc.uniqueArray(entry, { selector: ({ id }) => id }), fc.array(change), (all, changes) => {
      const map = new Map(all.map((one) => [one.id, one]));
      let byId = conceptsById(new Map(map));
      for (const { gone, come } of changes) {
        const [before, was] = [byId, foundIn(byId)];
        byId = byId.changed(gone, come);
        for (const { id } of gone) map.delete(id);
        for (const one of come) map.set(one.id, one);
        expect([foundIn(byId), foundIn(before)]).toEqual([foundIn(map), was]);
      }
    }),
    { numRuns: rounds(50, 2000) },
  );
});

test('so does one of very many that came', () => {
  const [one] = POOL as [Concept];
  const many = Array.from({ length: 3000 }, (_, i) => ({ ...one, id: `many-${i}` }));
  const byId = conceptsById(new Map([['a', one]]))
    .changed([one], many.slice(0, 2000))
    .changed(many.slice(0, 1), many.slice(2000));
  expect(['a', 'many-0', 'many-1', 'many-2999'].map((id) => byId.get(id)?.id)).toEqual([
    undefined,
    undefined,
    'many-1',
    'many-2999',
  ]);
});
