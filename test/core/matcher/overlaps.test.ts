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
- fr: [{ term: au sens de l'article, pos: other }, { term: selon l'article, pos: other }]
  en: { term: within the meaning of, pos: other }
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
    ['a noun phrase that an adjective begins in', 'des données biométriques et légales', ['données biométriques']],
  ])('%s', (_what, text, words) => {
    expect(found(text, GLOSSARY)).toEqual(words);
  });
});

const COMPLEMENTS = glossaryOf(`
- { fr: évaluation des risques, en: risk assessment }
- { fr: évaluation, en: evaluation }
- { fr: [risque, risque systémique], en: systemic risk }
- { fr: risque systémique du marché, en: systemic market risk }
- { fr: saisie de données, en: data entry }
- { fr: données personnelles, en: personal data }
- { fr: données synthétiques, en: synthetic data }
- { fr: jeu de données, en: dataset }
- { fr: taille du modèle, en: model size }
- { fr: réglage d'un modèle, en: model tuning }
- { fr: modèle de langage, en: language model }
- { fr: langage de programmation, en: programming language }
- { fr: données de la voix, en: voice data }
- { fr: voix humaine, en: human voice }
- { fr: données d'entraînement, en: training data }
- { fr: [entraînement du modèle, entraînement d'un modèle, entraînement de la machine], en: model training }
- { fr: nom de colonne, en: column name }
- { fr: [colonne du tableau, colonne de texte], en: column of a table }
- { fr: droit d'accès, en: right of access }
- { fr: [accès aux données, accès à distance], en: access to data }
- { fr: [retour au modèle, retour à la voix], en: way back }
- { fr: lampe à vapeur, en: steam lamp }
- { fr: vapeur chaude, en: hot steam }
- fr: chargement de fichiers
  en: { term: load, pos: verb }
- { fr: fichier distant, en: remote file }
- { fr: exemple de code, en: code example }
- { fr: { term: code ci-dessous, pos: other }, en: code below }
- { fr: { term: Institut de recherche, pos: properNoun }, en: Research Institute }
- { fr: recherche clinique, en: clinical research }
- { fr: [{ term: le texte de la loi, pos: other }], en: wording }
- { fr: loi organique, en: organic law }
- { fr: humain dans la boucle, en: human in the loop }
- { fr: boucle locale, en: local loop }
- { fr: [{ term: cette œuvre, pos: other }, { term: l'œuvre, pos: other }], en: work of an author }
- { fr: œuvre dérivée, en: derivative work }
- { fr: un traité, en: treaty }
- { fr: traité contraignant, en: binding treaty }
- { fr: { term: traité en usine, pos: adjective }, en: { term: factory-treated, pos: adjective } }
- { fr: Le Monde, en: Le Monde }
- { fr: second monde, en: second world }
`);

describe('a noun and what completes it leave a longer complement whole', () => {
  test('also where an adjective may belong to either', () => {
    expect(found('un réseau de neurones artificiels', GLOSSARY)).toEqual(['neurones artificiels']);
  });

  test.each<Row>([
    ['the noun alone is a term', 'l’évaluation des risques systémiques', ['évaluation', 'risques systémiques']],
    ['the noun alone is none', 'la saisie de données personnelles', ['données personnelles']],
    ['behind an article', 'la taille du modèle de langage', ['modèle de langage']],
    ['behind aux', 'l’accès aux données personnelles', ['données personnelles']],
    ['behind au', 'le retour au modèle de langage', ['modèle de langage']],
    ['behind à la', 'le retour à la voix humaine', ['voix humaine']],
    ['behind an article of its own', 'le réglage d’un modèle de langage', ['modèle de langage']],
    ['behind a feminine one', 'les données de la voix humaine', ['voix humaine']],
    ['through a mark', 'la saisie de *données personnelles*', ['données personnelles']],
    ['in capitals', 'SAISIE DE DONNÉES PERSONNELLES', ['DONNÉES PERSONNELLES']],
    ['where nothing determines the next noun', 'un nom de colonne de texte', ['colonne de texte']],
    ['where no article follows à', 'un droit d’accès à distance', ['accès à distance']],
    ['what English can say with a verb of one word', 'le chargement de fichiers distants', ['fichiers distants']],
    [
      'at the end of a chain',
      'la taille du modèle de langage de programmation',
      ['taille du modèle', 'langage de programmation'],
    ],
  ])('%s', (_what, text, words) => {
    expect(found(text, COMPLEMENTS)).toEqual(words);
  });
});

describe('a noun and what completes it stay whole', () => {
  test.each<Row>([
    ['before a word that makes no longer term', 'la saisie de données utiles', ['saisie de données']],
    ['in one longer term', 'un risque systémique du marché', ['risque systémique du marché']],
    ['where English has one word for both', 'des jeux de données synthétiques', ['jeux de données']],
    ['as one noun that has an owner', 'les données d’entraînement du modèle', ['données d’entraînement']],
    ['as one noun of some one', 'les données d’entraînement d’un modèle', ['données d’entraînement']],
    ['as one noun of a feminine one', 'les données d’entraînement de la machine', ['données d’entraînement']],
    ['as one noun of a table', 'les noms de colonne du tableau', ['noms de colonne']],
    ['as one noun with au', 'un droit d’accès aux données', ['droit d’accès']],
    ['with à before no longer term', 'l’accès aux données utiles', ['accès aux données']],
    ['with à and no article', 'une lampe à vapeur chaude', ['lampe à vapeur']],
    ['where what reaches farther is no noun', 'les exemples de code ci-dessous', ['exemples de code']],
    ['as a name', 'l’Institut de recherche clinique', ['Institut de recherche']],
    ['as a phrase that somebody classed as none', 'le texte de la loi organique', ['le texte de la loi']],
    ['without de', 'un humain dans la boucle locale', ['humain dans la boucle']],
  ])('%s', (_what, text, words) => {
    expect(found(text, COMPLEMENTS)).toEqual(words);
  });
});

describe('a determiner that an entry begins with hides no longer term', () => {
  test.each<Row>([
    ['a demonstrative', 'Cette œuvre dérivée est à lui.', ['œuvre dérivée']],
    ['an elided article', 'Il cite l’œuvre dérivée.', ['œuvre dérivée']],
    ['of an entry that nobody classed', 'On signe un traité contraignant.', ['traité contraignant']],
    ['before no longer term', 'Cette œuvre est à lui ; on signe un traité.', ['Cette œuvre', 'un traité']],
    ['before a longer adjective', 'Voilà un traité en usine.', ['un traité']],
    ['before another word than the noun', 'Il lit Le Monde ; le second monde.', ['Le Monde', 'second monde']],
  ])('%s', (_what, text, words) => {
    expect(found(text, COMPLEMENTS)).toEqual(words);
  });
});
