import { describe, expect, test } from 'vitest';
import { guessPartOfSpeech } from '../../../src/core/words/part-of-speech.ts';

describe('a French phrase is a noun whatever letters it begins with', () => {
  test.each([
    'durée de vie',
    'ensemble de données',
    'débit binaire moyen',
    'descente de gradient',
    'dépôt de code',
    'duel entre modèles',
    'enveloppe de calcul',
    'en-tête de page',
    'environnement de travail',
    'auteur de référence',
    'audit de sécurité',
    'paramètre de forme',
    'partage de clés',
    'surface de réponse',
    'sans-fil',
    'à-coup',
    'descripteur',
  ])('%s', (text) => {
    expect(guessPartOfSpeech(text, 'fr')).toBe('noun');
  });
});

describe('an English phrase is a noun whatever letters it begins with', () => {
  test.each([
    'data set',
    'dual use',
    'end user',
    'deep network',
    'energy budget',
    'audit trail',
    'parameter count',
    'surface form',
    'in-context learning',
    'on-device model',
    'output layer',
    'of',
  ])('%s', (text) => {
    expect(guessPartOfSpeech(text, 'en')).toBe('noun');
  });
});

describe('a phrase that opens with a preposition stays as it is', () => {
  test.each([
    ['de bout en bout', 'fr'],
    ['en temps réel', 'fr'],
    ['à la volée', 'fr'],
    ['au fil de l’eau', 'fr'],
    ['Hors ligne', 'fr'],
    ['sans surveillance', 'fr'],
    ['d’un seul tenant', 'fr'],
    ['par lots', 'fr'],
    ['out of distribution', 'en'],
    ['in silico', 'en'],
    ['on premises', 'en'],
  ] as const)('%s', (text, language) => {
    expect(guessPartOfSpeech(text, language)).toBe('other');
  });
});
