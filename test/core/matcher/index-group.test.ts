import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAllOf, findAllTerms, findTerms, type TermMatch } from '../../../src/core/matcher/match.ts';
import { type TermIndex, termIndexSlices } from '../../../src/core/matcher/term-index.ts';
import type { Concept } from '../../../src/core/model/concept.ts';
import { finish } from '../../../src/core/model/slices.ts';
import { parseInlineMarks } from '../../../src/formats/article/inline-marks.ts';
import { rounds } from '../../rounds.ts';
import { conceptsOf } from '../glossaries.ts';

/** Entries that have words in common, each in ways that it can be written. */
const ENTRIES = [
  [
    '- fr: jeton\n  en: token\n',
    '- { id: token, fr: [jeton, puce], en: token }\n',
    '- fr: jeton\n  en: [token]\n  note: n\n',
  ],
  [
    '- fr: puce\n  en: chip\n',
    '- fr: puce\n  en: chip\n  except: [puce de puce]\n',
    '- { id: chip, fr: { term: Puce, case: exact }, en: chip }\n',
  ],
  ['- fr: modèle\n  en: model\n', '- fr: [modèle de langage, modèle]\n  en: language model\n  id: model\n'],
  ['- { id: lm, fr: modèle de langage, en: language model }\n', '- { id: lm, fr: jeton de modèle, en: model token }\n'],
  [
    '- { id: other, fr: modèle, en: pattern, unless: [fashion model] }\n',
    '- { id: other, fr: { term: jeton, pos: verb }, en: throw }\n',
  ],
];
const TEXT = parseInlineMarks(
  'Un jeton de modèle, des jetons et une Puce ; le modèle de langage, sa puce de puce, un post-modèle. Modèles !',
);

/** Entries from those above, each in one way, in some order, after so many lines. */
const chosen = fc
  .tuple(
    fc.shuffledSubarray([...ENTRIES.keys()], { minLength: 1 }),
    fc.array(fc.nat(2), { minLength: 5, maxLength: 5 }),
    fc.boolean(),
  )
  .map(([order, ways, isMoved]) => {
    const written = (isMoved ? order : order.toSorted()).map(
      (i) => ENTRIES[i]?.[(ways[i] ?? 0) % (ENTRIES[i]?.length ?? 1)],
    );
    return conceptsOf(`${isMoved ? '# a remark\n' : ''}${written.join('')}`);
  });

function indexOf(concepts: readonly Concept[], before: TermIndex | null): TermIndex {
  return finish(termIndexSlices(concepts, 'fr', { before }));
}

function foundBy(index: TermIndex) {
  return [findAllTerms(TEXT, index), findTerms(TEXT, index)].map((all) =>
    all.map(({ start, end, size, readings }) => ({ start, end, size, readings })),
  );
}

test('what is found of some entries is what is found of all entries, but for the others, in whatever parts they are', () => {
  const wish = fc.tuple(chosen, chosen, fc.infiniteStream(fc.boolean()));
  fc.assert(
    fc.property(wish, ([before, after, wishes]) => {
      const index = indexOf(after, indexOf(before, null));
      const wanted = new Set(after.filter(() => wishes.next().value));
      const wantedOf = ({ readings, ...match }: TermMatch) => {
        const its = readings.filter(({ concept }) => wanted.has(concept));
        return its.length === 0 ? [] : [{ ...match, readings: its }];
      };
      const some = findAllOf(wanted, TEXT, index);
      const { excepted } = findAllOf(new Set(after), TEXT, index);
      expect([some.terms.flatMap(wantedOf), [...some.excepted]]).toEqual([
        findAllTerms(TEXT, index).flatMap(wantedOf),
        [...excepted].filter(([concept]) => wanted.has(concept)),
      ]);
    }),
    { numRuns: rounds(200, 5000) },
  );
});

test('an index that goes on from others finds what one finds that is made afresh', () => {
  fc.assert(
    fc.property(fc.array(chosen, { minLength: 2, maxLength: 5 }), (states) => {
      let index: TermIndex | null = null;
      for (const concepts of states) {
        index = indexOf(concepts, index);
        expect(foundBy(index)).toEqual(foundBy(indexOf(concepts, null)));
      }
    }),
    { numRuns: rounds(15, 1000) },
  );
});

test('a changed entry makes a part of its own; the forms of the others go on', () => {
  const [one, other] = [
    conceptsOf('- fr: jeton\n  en: token\n- fr: puce\n  en: chip\n'),
    conceptsOf('- fr: jeton\n  en: lexeme\n'),
  ];
  const before = indexOf(one, null);
  const after = indexOf([...other, ...one.slice(1)], before);
  expect([after.parts.length, after.parts[0]?.words === before.parts[0]?.words]).toEqual([2, true]);
});

test('entries in other lines make no part', () => {
  const text = '- fr: jeton\n  en: token\n';
  const before = indexOf(conceptsOf(text), null);
  expect(indexOf(conceptsOf(`# a remark\n${text}`), before).parts.length).toBe(1);
});

test('entries in another order have all their forms made again', () => {
  const concepts = conceptsOf('- fr: jeton\n  en: token\n- fr: puce\n  en: chip\n');
  const before = indexOf(concepts, null);
  expect(indexOf([...concepts].reverse(), before).parts[0]?.words === before.parts[0]?.words).toBe(false);
});

test('of two entries of a word the first is read first, whichever of their files is large', () => {
  const [first, second] = conceptsOf('- { fr: jeton, en: token, id: a }\n- { fr: jeton, en: counter, id: b }') as [
    Concept,
    Concept,
  ];
  const groups = [
    { file: null, concepts: [second] },
    { file: 'glossary/large.yaml', concepts: [first] },
  ];
  const index = finish(termIndexSlices([first, second], 'fr', { groups }));
  const read = findAllTerms(parseInlineMarks('Un jeton.'), index).flatMap(({ readings }) => readings);
  expect(read.map(({ concept }) => concept.id)).toEqual(['a', 'b']);
});
