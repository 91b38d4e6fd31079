import { expect, test } from 'vitest';
import { complementAfter, isDeterminer, opensDetermined } from '../../../src/core/words/noun-complements.ts';

test.each([
  ['cette ', true],
  ['l’', true],
  ["L'", true],
  ['Nos\u00a0', true],
  ['', false],
  ['toute la ', false],
  ['de ', false],
  ['levé ', false],
])('“%s” is a determiner: %s', (words, is) => {
  expect(isDeterminer(words)).toBe(is);
});

test.each([
  ['méthode d’', 'bare'],
  ['jeu de\u00a0', 'bare'],
  ['évaluation des ', 'determined'],
  ['taille du ', 'determined'],
  ['données de la ', 'determined'],
  ['réglage d’un ', 'determined'],
  ['poids de l’', 'determined'],
  ['accès aux ', 'determined'],
  ['retour à la ', 'determined'],
  ['retour à l’', 'determined'],
  ['droit à une ', 'determined'],
  ['lampe à ', null],
  ['il a une ', null],
  ['humain dans la ', null],
  ['code ', null],
  ['', null],
  ['dé ', null],
  ['ensemble de 2 ', null],
  ['de ', 'bare'],
])('“%s” leads to a complement: %s', (words, complement) => {
  expect(complementAfter(words)).toBe(complement);
});

test.each([
  [' du tableau', true],
  [' des tableaux', true],
  [' de la machine', true],
  [' d’un modèle', true],
  [' aux données', true],
  [' à la requête', true],
  [' de texte', false],
  [' à distance', false],
  [' personnelles', false],
  ['', false],
])('“%s” opens with a determined complement: %s', (words, opens) => {
  expect(opensDetermined(words)).toBe(opens);
});
