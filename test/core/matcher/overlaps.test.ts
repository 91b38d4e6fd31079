import { describe, expect, test } from 'vitest';
import { found, glossaryOf } from '../glossaries.ts';

const GLOSSARY = glossaryOf(`
- fr: [{ term: charger, pos: verb }, { term: charger le jeu de données, pos: verb }]
  en: { term: load, pos: verb }
- { fr: jeu de données, en: dataset }
- { fr: jeu de données d'entraînement, en: training set }
- fr: { term: traiter des données, pos: verb }
  en: { term: process data, pos: verb }
- { fr: données, en: data }
- { fr: données biométriques, en: biometric data }
- fr: [{ term: entraîner, pos: verb }, { term: entraîner un modèle, pos: verb }]
  en: { term: train, pos: verb }
- { fr: modèle, en: model }
- { fr: [modèle de langage, grand modèle de langage], en: language model }
- { keep: { term: modèle Llama, pos: properNoun } }
- fr: [{ term: mettre à jour, pos: verb }, { term: mettre à jour le modèle, pos: verb }]
  en: { term: update, pos: verb }
- fr: { term: conforme au règlement, pos: adjective }
  en: { term: compliant, pos: adjective }
- { fr: règlement intérieur, en: house rules }
- { fr: réseau de neurones, en: neural network }
- { fr: neurones artificiels, en: artificial neurons }
- { fr: [{ term: au sens de l'article, pos: other }, { term: selon l'article, pos: other }], en: { term: within the meaning of, pos: other } }
- { fr: { term: visé à l'article, pos: adjective }, en: { term: referred to in, pos: other } }
- { fr: [{ term: article 6, pos: other }, { term: article de loi, pos: other }], en: Article 6 }
- { fr: [{ term: le texte de l'article, pos: other }], en: wording }
- { fr: de base, en: { term: basic, pos: adjective } }
- { fr: base de données, en: database }
- { fr: { term: à jour fixe, pos: other }, en: { term: on a fixed day, pos: other } }
- fr: { term: données à jour, pos: adjective }
  en: { term: up to date, pos: adjective }
- fr: { term: biométriques et légales, pos: adjective }
  en: { term: biometric and legal, pos: adjective }
`);

/** What each text shows, the text, and the terms found in it. */
type Row = readonly [what: string, text: string, words: readonly string[]];

describe('a verb and its object leave the name of a longer object whole', () => {
  test.each<Row>([
    ['the verb alone is no term', 'Il faut traiter des données biométriques.', ['données biométriques']],
    [
      'the verb alone is one',
      'On veut charger le jeu de données d’entraînement.',
      ['charger', 'jeu de données d’entraînement'],
    ],
    ['conjugated', 'Elle entraîne un modèle de langage.', ['entraîne', 'modèle de langage']],
    ['a verb of several words', 'mettre à jour le modèle de langage', ['mettre à jour', 'modèle de langage']],
    ['a name', 'On veut entraîner un modèle Llama.', ['entraîner', 'modèle Llama']],
    ['an adjective and what it governs', 'un texte conforme au règlement intérieur', ['règlement intérieur']],
    ['a preposition', 'au sens de l’article 6, ou selon l’article 6', ['article 6', 'article 6']],
    ['one that nobody classed', 'un moteur de base de données', ['base de données']],
    ['what is referred to by its number', 'les règles visées à l’article 6', ['article 6']],
    ['at the end of the text', 'traiter des données biométriques', ['données biométriques']],
  ])('%s', (_what, text, words) => {
    expect(found(text, GLOSSARY)).toEqual(words);
  });
});

describe('a phrase that nothing reaches out of stays whole', () => {
  test.each<Row>([
    ['an object as long as the entry has it', 'charger le jeu de données', ['charger le jeu de données']],
    ['an object that another word follows', 'traiter des données utiles', ['traiter des données']],
    [
      'an object before another term',
      'entraîner un modèle, un jeu de données',
      ['entraîner un modèle', 'jeu de données'],
    ],
    ['what reaches farther is no noun', 'traiter des données à jour', ['traiter des données']],
    [
      'a preposition before no longer one',
      'un moteur de base, au sens de l’article',
      ['de base', 'au sens de l’article'],
    ],
    ['what reaches farther opens with a preposition', 'mettre à jour fixe', ['mettre à jour']],
    ['a phrase that nobody classed and no preposition opens', 'le texte de l’article 6', ['le texte de l’article']],
    ['a noun phrase, whatever begins in it', 'un réseau de neurones artificiels', ['réseau de neurones']],
    ['a noun phrase that an adjective begins in', 'des données biométriques et légales', ['données biométriques']],
  ])('%s', (_what, text, words) => {
    expect(found(text, GLOSSARY)).toEqual(words);
  });
});
