import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffTexts, mergeTexts } from '../../../src/core/text/text-diff.ts';

describe('two people who change one text', () => {
  test.each<[string, string, string, string, string | null]>([
    ['different words', 'One two three four.', 'One 2 three four.', 'One two three 4.', 'One 2 three 4.'],
    ['one of them nothing', 'One two.', 'One two.', 'One two three.', 'One two three.'],
    ['both the same', 'One two.', 'Won two.', 'Won two.', 'Won two.'],
    ['both the same word differently', 'One two.', 'Won two.', 'Wun two.', null],
    ['one takes out what the other changes', 'One two three.', 'One three.', 'One 2 three.', null],
    ['one adds at the front, one at the end', 'two', 'one two', 'two three', 'one two three'],
    ['both add at one place', 'a b', 'a x b', 'a y b', null],
    ['out of nothing', '', 'a', '', 'a'],
    ['everything else than before', 'a b c', 'x', 'y', null],
  ])('%s', (_what, base, yours, theirs, merged) => {
    expect(mergeTexts(base, yours, theirs)).toBe(merged);
  });
});

const text = fc
  .array(fc.constantFrom('a ', 'b ', 'été ', 'x, ', '. ', ' ', '\n', 'c', '.'), { maxLength: 12 })
  .map((parts) => parts.join(''));

test('a difference holds both texts whole', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = diffTexts(before, after);
      const side = (kind: string) =>
        pieces
          .filter((piece) => piece.kind !== kind)
          .map((piece) => piece.text)
          .join('');
      expect([side('in'), side('out')]).toEqual([before, after]);
    }),
  );
});

test.each([
  ['one two three', 'one 2 three', '=one |-two|+2|= three'],
  ['one', 'one two', '=one|+ two'],
  ['one two', 'two', '-one |=two'],
  ['a b c', 'b c d', '-a |=b c|+ d'],
  ['', 'a', '+a'],
  ['The model reads chips.', 'A network learns tokens.', '-The model reads chips|+A network learns tokens|=.'],
  ['we know it', 'everybody knows it', '-we know|+everybody knows|= it'],
  ['the big cat', 'a big dog', '-the|+a|= big |-cat|+dog'],
  ['- one\n- two', '- 1\n- 2', '=- |-one|+1|=\n- |-two|+2'],
  ['one\ntwo', '1\n2', '-one|+1|=\n|-two|+2'],
  ['read it', 'read it here now', '=read it|+ here now'],
  ['a', 'a', '=a'],
])('%j became %j', (before, after, pieces) => {
  const signs = { same: '=', out: '-', in: '+' };
  expect(
    diffTexts(before, after)
      .map(({ kind, text }) => signs[kind] + text)
      .join('|'),
  ).toBe(pieces);
});

test('a merge with somebody who changed nothing is one’s own text', () => {
  fc.assert(
    fc.property(text, text, (base, yours) => {
      expect([mergeTexts(base, yours, base), mergeTexts(base, base, yours)]).toEqual([yours, yours]);
    }),
  );
});

test('two long texts with nothing in common take no longer than the limit allows', () => {
  const [a, b] = ['a ', 'b '].map((word) => word.repeat(50_000).trim());
  expect(diffTexts(a as string, b as string).map(({ kind }) => kind)).toEqual(['out', 'in']);
});
