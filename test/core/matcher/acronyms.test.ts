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
