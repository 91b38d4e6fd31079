import { expect, test } from 'vitest';
import { found, glossaryOf } from '../glossaries.ts';

const GLOSSARY = glossaryOf(`
- { fr: IA, en: AI }
- { fr: modèle d'IA, en: AI model }
- { fr: RGPD, en: GDPR }
`);

test.each([
  ['L’I.A. progresse.', ['I.A.']],
  ['Un modèle d’I.A. ouvert.', ['modèle d’I.A.']],
  ['Des modèles d’I.A, dit-on.', ['modèles d’I.A']],
  ['Selon le R.G.P.D., non.', ['R.G.P.D.']],
  ['Le plan I. A suivre.', []],
  ['les i.a. du voisin', []],
  ['Le point I.B. reste.', []],
])('an acronym is found with stops or without: %s', (text, words) => {
  expect(found(text, GLOSSARY)).toEqual(words);
});

const LISTED = glossaryOf(`
- { keep: { term: ISO/IEC 5259, forms: [ISO/CEI 5259, CEI 5259] } }
- { fr: { term: investir dans l'IA, forms: [investit dans l'intelligence artificielle] }, en: invest in AI }
`);

test.each([
  ['La série ISO/CEI 5259 suffit.', ['ISO/CEI 5259']],
  ['La CEI 5259, puis l’ISO/IEC 5259.', ['CEI 5259', 'ISO/IEC 5259']],
  ['Elle investit dans l’intelligence artificielle.', ['investit dans l’intelligence artificielle']],
  ['la série iso/cei 5259', []],
  ['la norme EN 5259', []],
  ['investir dans l’ia', []],
])('a listed form is found by its own acronyms: %s', (text, words) => {
  expect(found(text, LISTED)).toEqual(words);
});
