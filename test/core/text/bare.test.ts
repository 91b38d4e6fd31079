import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bare, fold } from '../../../src/core/text/characters.ts';
import { rounds } from '../../rounds.ts';

test.each([
  ['Modèle', 'modele'],
  ['ÉLÈVE', 'eleve'],
  ['œuvre', 'oeuvre'],
  ['ŒUVRE Æ', 'oeuvre ae'],
  ['l’IA', "l'ia"],
  ['co\u00adopérer', 'cooperer'],
  ['Lo\u0301pez', 'lopez'],
  ['Škoda Łódź', 'skoda łodz'],
  ['a\u00a0b\nc', 'a b c'],
  ['漢字', '漢字'],
  ['', ''],
])('a search compares %j as %j', (text, wanted) => {
  expect(bare(text)).toBe(wanted);
});

test('any text is compared as folding it and taking its marks away has it', () => {
  const near = fc.string({ unit: fc.integer({ min: 0, max: 0x2ff }).map((unit) => String.fromCharCode(unit)) });
  fc.assert(
    fc.property(fc.oneof(near, fc.string({ unit: 'binary' })), (text) => {
      expect(bare(text)).toBe(fold(text).normalize('NFD').replaceAll(/\p{M}/gu, ''));
    }),
    { numRuns: rounds(150, 5000) },
  );
});
