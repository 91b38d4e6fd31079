import { describe, expect, test } from 'vitest';
import { denialOf } from '../../../src/core/alignment/denials.ts';

describe('denies', () => {
  test.each([
    'Il ne vient pas.',
    'Il n’y a pas de pain.',
    'Cela ne dépend pas du pas de temps.',
    'Pourquoi pas ?',
    'C’est ouvert, n’est-ce pas ?',
    'Le four n’est plus chaud.',
    'Elle ne s’en sert plus.',
    'Il n’y a guère de bois.',
    'Il ne vient jamais.',
    'Ni elle ni lui.',
    'Aucune porte.',
    'Un four sans porte.',
    'Non, il vient.',
    'Ouvert ou non.',
    'Elle non plus.',
    'He is not coming.',
    'It isn’t warm.',
    'It is no longer warm.',
    'It cannot be warm.',
    'He never comes.',
    'Neither of them.',
    'Nor does he.',
    'There is hardly any wood.',
    'Nobody comes.',
    'An oven without a door.',
  ])('%s', (text) => {
    expect(denialOf(text)).toBe('denies');
  });
});

describe('may deny', () => {
  test.each([
    'L’apprentissage non supervisé.',
    'Une fonction non-linéaire.',
    'Non seulement lui.',
    'Il est sans doute là.',
    'Il ne lit que cela.',
    'Cela n’arrive que plus tard.',
    'Il ne reste plus que cela.',
    'Le pas d’apprentissage.',
    'À chaque pas du four.',
    'Un pas après l’autre.',
    'On avance à petits pas.',
    'Plus petit est le pas de temps.',
    'Il avance pas à pas.',
    'Unsupervised learning.',
    'A non-linear function.',
    'A nonlinear function.',
    'A wireless network.',
    'Lossless compression.',
    'An error-free text.',
    'It is free.',
    'Everyone except her.',
  ])('%s', (text) => {
    expect(denialOf(text)).toBe('may deny');
  });
});

describe('near-miss: says nothing of the kind', () => {
  test.each([
    'Il vient plus tard.',
    'Une plus grande porte.',
    'Il note le nom du panier.',
    'Il l’aime à jamais, plus que jamais.',
    'Le passé est passé.',
    'Under the university, until one united unit.',
    'It has less.',
    'Notes are noted in list no. 12.',
    'The annotation of a knot.',
  ])('%s', (text) => {
    expect(denialOf(text)).toBe('none');
  });
});
