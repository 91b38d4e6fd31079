import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bare, CLASS, FOLD, fold, foldedLigature, SKIPPED } from '../../../src/core/text/characters.ts';
import { ANY_CHARACTER } from '../../any-character.ts';
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

const near = fc.string({ unit: fc.integer({ min: 0, max: 0x2ff }).map((unit) => String.fromCharCode(unit)) });
const odd = fc.string({ unit: fc.constantFrom(...'Aé’ʼ‑\u00ad\u200b\ufb01ŒœæÆ \0\ud83d\udca1\u0301x') });
const any = fc.string({ unit: ANY_CHARACTER });

test('any text is folded unit by unit, and what is invisible is left out', () => {
  const folded = (unit: string) => {
    const at = unit.charCodeAt(0);
    if (CLASS[at] === SKIPPED) return '';
    return FOLD[at] === 0 ? foldedLigature(at) : String.fromCharCode(FOLD[at] ?? 0);
  };
  fc.assert(
    fc.property(fc.oneof(near, odd, any), (text) => {
      expect(fold(text)).toBe(text.normalize('NFC').split('').map(folded).join(''));
    }),
    { numRuns: rounds(300, 10_000) },
  );
});

test('any text is compared as folding it and taking its marks away has it', () => {
  fc.assert(
    fc.property(fc.oneof(near, any), (text) => {
      expect(bare(text)).toBe(fold(text).normalize('NFD').replaceAll(/\p{M}/gu, ''));
    }),
    { numRuns: rounds(150, 5000) },
  );
});
