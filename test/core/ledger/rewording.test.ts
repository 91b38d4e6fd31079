import { describe, expect, test } from 'vitest';
import { repairSlices } from '../../../src/core/ledger/repair.ts';
import { finish } from '../../../src/core/model/slices.ts';
import { parseInlineMarks } from '../../../src/formats/article/inline-marks.ts';
import { openLexicon } from '../../../src/lexicon/lexicon.ts';
import { glossaryOf } from '../glossaries.ts';

const GLOSSARY = glossaryOf(
  `
- fr: [entraînement, { term: entraîner, pos: verb }]
  en: [training, { term: train, pos: verb }]
  not: [{ term: educate, pos: verb }, education]
- fr: { term: écrire, pos: verb }
  en: { term: write, pos: verb }
  not: [{ term: scribble, pos: verb }]
- fr: { term: mettre à jour, pos: verb }
  en: { term: roll out, pos: verb }
  not: [{ term: drive out, pos: verb }, { term: fine-drive, pos: verb }]
- fr: { term: brider, pos: verb }
  en: { term: throttle, pos: verb }
  not: [bridle]
- fr: [apprentissage automatique]
  en: machine learning
  not: [ML, automatic learning]
- fr: objet
  en: unidentified object
  not: [strange object, vague object]
- fr: attention latente
  en: MLA
  not: [latent focus]
- fr: carte
  en: GPU
  not: [access card]
- fr: cadre
  en: unified frame
  not: [overall frame]
- fr: [grand modèle, GM]
  en: [large model, LM]
  not: [big model, { term: BM, pos: noun }]
- fr: durée
  en: hour
  not: [while]
- fr: règle
  en: European rule
  not: [continental rule]
- fr: logiciel
  en: software
  not: [program]
- fr: plongement
  en: embedding
  not: [diving]
- fr: analyse
  en: analytics
  not: [dissection]
- fr: modèle
  en: model
  not: [pattern]
  count: unit
- fr: jeton
  en: token
  not: [chip]
- fr: puce
  en: chip
- fr: États-Unis
  en: United States
  not: [U.S.]
- fr: Acmé
  en: Acme Inc.
  not: [Acmee Co.]
`,
  openLexicon(),
);
const TOOLS = { indexes: GLOSSARY.indexes, read: parseInlineMarks };

const repaired = (source: string, target: string) =>
  finish(repairSlices(parseInlineMarks(source), parseInlineMarks(target), TOOLS)).target.text;

describe('the article follows the word behind it', () => {
  test.each([
    ['Un objet.', 'It is a strange object.', 'It is an unidentified object.'],
    ['Un objet.', 'It is a vague object.', 'It is an unidentified object.'],
    ['Une attention latente.', 'It has a latent focus.', 'It has an MLA.'],
    ['Une carte.', 'It needs an access card.', 'It needs a GPU.'],
    ['Un GM.', 'It is a BM.', 'It is an LM.'],
    ['Un cadre.', 'This is an overall frame.', 'This is a unified frame.'],
    ['Une durée.', 'It takes a while.', 'It takes an hour.'],
    ['Une règle.', 'It is a continental rule.', 'It is a European rule.'],
    ['Un cadre.', 'An overall frame.', 'A unified frame.'],
    ['Un plongement.', 'A diving.', 'An embedding.'],
    ['UN PLONGEMENT', 'A DIVING', 'AN EMBEDDING'],
    ['Un plongement.', 'It is a *diving*.', 'It is an *embedding*.'],
    ['Un plongement.', 'It is a “diving”.', 'It is an “embedding”.'],
    ['Un [plongement](https://a.fr).', 'A [diving](https://a.fr).', 'An [embedding](https://a.fr).'],
    ['what stands between keeps it: un nouveau plongement', 'a new diving', 'a new embedding'],
    ['a letter is none: la série A, plongement', 'the series A diving', 'the series A embedding'],
    ['le plongement', 'the diving', 'the embedding'],
    ['un plongement', 'La diving', 'La embedding'],
    ['un plongement', '`a` diving', '`a` embedding'],
  ])('%s %s', (source, target, expected) => {
    expect(repaired(source, target)).toBe(expected);
  });
});

describe('a verb keeps its form', () => {
  test.each([
    ['Il entraîne un robot.', 'He is educating a robot.', 'He is training a robot.'],
    ['Il a entraîné un robot.', 'He educated a robot.', 'He trained a robot.'],
    ['Il entraîne un robot.', 'He educates a robot.', 'He trains a robot.'],
    ['Il faut entraîner.', 'One has to educate.', 'One has to train.'],
    ['L’entraînement.', 'Educating.', 'Training.'],
    ['Il a écrit.', 'He scribbled.', 'He wrote.'],
    ['Il a écrit.', 'He has already scribbled.', 'He has already written.'],
    ['C’est écrit.', 'A note scribbled by hand.', 'A note written by hand.'],
    ['Il écrit.', 'He is scribbling.', 'He is writing.'],
    ['On met à jour.', 'We drive out one.', 'We roll out one.'],
    ['On met à jour.', 'Driving out one.', 'Rolling out one.'],
    ['Ce fut mis à jour.', 'It was driven out.', 'It was rolled out.'],
    ['On a mis à jour.', 'We fine-drove it.', 'We rolled out it.'],
    ['Un robot entraîné.', 'An educated robot.', 'A trained robot.'],
    ['Comment entraîner un robot', 'How to Educate a Robot', 'How to Train a Robot'],
    ['Il bride.', 'It bridles.', 'It throttles.'],
    ['l’entraînement', 'the education', 'the training'],
    ['entraîner', 'the education', 'the training'],
  ])('%s %s', (source, target, expected) => {
    expect(repaired(source, target)).toBe(expected);
  });
});

describe('capitals are those of the place', () => {
  test.each([
    ['L’apprentissage automatique.', 'It is about ML here.', 'It is about machine learning here.'],
    ['L’apprentissage automatique.', 'ML is here.', 'Machine learning is here.'],
    ['L’apprentissage automatique.', '**ML** is here.', '**Machine learning** is here.'],
    ['Oui. L’apprentissage automatique.', 'Yes. ML is here.', 'Yes. Machine learning is here.'],
    ['Oui, l’apprentissage automatique.', 'In the U.S. ML is here.', 'In the U.S. machine learning is here.'],
    ['Ceci : l’apprentissage automatique.', 'This: ML is here.', 'This: machine learning is here.'],
    ['L’apprentissage automatique, dit-il.', '“ML wins,” he said.', '“Machine learning wins,” he said.'],
    [
      'Le soi-disant « apprentissage automatique » est là.',
      'The so-called “ML” is here.',
      'The so-called “machine learning” is here.',
    ],
    ['(apprentissage automatique)', 'That is (ML) here.', 'That is (machine learning) here.'],
    ['Apprentissage automatique en médecine', 'ML in Medicine', 'Machine Learning in Medicine'],
    ['La médecine et l’apprentissage automatique', 'Medicine and ML Today', 'Medicine and Machine Learning Today'],
    ['La médecine et l’apprentissage automatique', 'Medicine today and ML', 'Medicine today and machine learning'],
    ['L’apprentissage automatique pour tous', 'ML For All', 'Machine Learning For All'],
    ['Avec l’apprentissage automatique, on', 'Using ML, we', 'Using machine learning, we'],
    ['OpenAI et l’apprentissage automatique', 'OpenAI and ML', 'OpenAI and machine learning'],
    ['LA COURSE À L’APPRENTISSAGE AUTOMATIQUE', 'THE RACE FOR ML', 'THE RACE FOR MACHINE LEARNING'],
    ['Apprentissage automatique', 'Automatic Learning', 'Machine Learning'],
    ['Apprentissage automatique', 'Automatic learning', 'Machine learning'],
    ['Apprentissage automatique', 'AUTOMATIC LEARNING', 'MACHINE LEARNING'],
    ['L’apprentissage automatique à Paris', 'automatic learning in Paris', 'machine learning in Paris'],
    ['Les règles', 'CONTINENTAL RULES', 'EUROPEAN RULES'],
    ['Une attention latente', 'Latent Focus', 'MLA'],
    ['Une attention latente', 'a latent focus', 'an MLA'],
  ])('%s %s', (source, target, expected) => {
    expect(repaired(source, target)).toBe(expected);
  });
});

describe('the stop of an abbreviation', () => {
  test.each([
    ['Il vit aux États-Unis.', 'He lives in the U.S.', 'He lives in the United States.'],
    ['« Il vit aux États-Unis. »', '“He lives in the U.S.”', '“He lives in the United States.”'],
    ['(Fabriqué aux États-Unis.)', '(Made in the U.S.)', '(Made in the United States.)'],
    ['Fabriqué aux États-Unis', 'Made in the U.S.', 'Made in the United States'],
    ['(aux États-Unis)', '(in the U.S.)', '(in the United States)'],
    ['Vit-il aux États-Unis ?', 'Does he live in the U.S.?', 'Does he live in the United States?'],
    ['Ceux des États-Unis partent.', 'Those of the U.S. leave.', 'Those of the United States leave.'],
    ['Il vit aux États-Unis.', 'He lives in the U.S..', 'He lives in the United States.'],
    ['Chez Acmé.', 'At Acmee Co.', 'At Acme Inc.'],
    ['Chez Acmé', 'At Acmee Co.', 'At Acme Inc.'],
  ])('%s %s', (source, target, expected) => {
    expect(repaired(source, target)).toBe(expected);
  });
});

describe('what stands beside agrees', () => {
  test.each([
    ['Le prix du logiciel.', 'The program’s price.', 'The software’s price.'],
    ['Le prix des logiciels.', 'The programs’ price.', 'The software’s price.'],
    ['Le prix des logiciels.', "The programs' price.", "The software's price."],
    ['Les « logiciels » ici.', 'The ‘programs’ here.', 'The ‘software’ here.'],
    ['Les prix des jetons.', 'The chips’ prices.', 'The tokens’ prices.'],
    ['Les logiciels sont là.', 'The programs are here.', 'The software is here.'],
    ['Ces logiciels sont là.', 'These programs were here.', 'This software was here.'],
    ['Ces nouveaux logiciels sont là.', 'Our new programs have gone.', 'Our new software has gone.'],
    ['Les prix des logiciels sont bas.', 'The prices of programs are low.', 'The prices of software are low.'],
    ['Un logiciel.', 'It is a program.', 'It is software.'],
    ['Un logiciel est là.', 'A program is here.', 'Software is here.'],
    ['Un ingénieur logiciel.', 'It is a program engineer.', 'It is a software engineer.'],
    ['Un nouveau logiciel.', 'It is a new program.', 'It is a new software.'],
    ['L’analyse est là.', 'The dissection is here.', 'The analytics are here.'],
    ['Les jetons sont là.', 'These chips are here.', 'These tokens are here.'],
    ['Le jeton est là.', 'This chip is here.', 'This token is here.'],
  ])('%s %s', (source, target, expected) => {
    expect(repaired(source, target)).toBe(expected);
  });

  test.each([
    ['these', 'this'],
    ['those', 'that'],
    ['many', 'much'],
    ['few', 'little'],
  ])('%s programs, %s software', (many, one) => {
    expect(repaired('Les logiciels.', `It is ${many} programs.`)).toBe(`It is ${one} software.`);
  });
  test.each([
    ['this', 'these'],
    ['that', 'those'],
    ['much', 'much'],
    ['little', 'little'],
  ])('%s dissection, %s analytics', (one, many) => {
    expect(repaired('L’analyse.', `It is ${one} dissection.`)).toBe(`It is ${many} analytics.`);
  });
  test.each([
    ['are', 'is'],
    ['were', 'was'],
    ['have', 'has'],
    ['do', 'does'],
  ])('programs %s, software %s', (many, one) => {
    expect([
      repaired('Les logiciels.', `The programs ${many} this.`),
      repaired('L’analyse.', `The dissection ${one} this.`),
    ]).toEqual([`The software ${one} this.`, `The analytics ${many} this.`]);
  });
});

describe('as often as the source asks for', () => {
  test.each([
    ['Le modèle et le modèle.', 'The pattern and the pattern.', 'The model and the model.'],
    ['Le modèle et le modèle.', 'The model and the pattern.', 'The model and the model.'],
    ['Le modèle, le modèle, le modèle.', 'A pattern, patterns, Patterns.', 'A model, models, Models.'],
    ['Le modèle.', 'The model and its pattern.', 'The model and its pattern.'],
    ['Le modèle et le motif.', 'The model and the pattern.', 'The model and the pattern.'],
    ['Le modèle et le modèle.', 'The model and `pattern`.', 'The model and `pattern`.'],
    ['Un jeton, un jeton.', 'A chip, a chip.', 'A token, a token.'],
    ['Un jeton, une puce.', 'A chip, a chip.', 'A token, a chip.'],
    ['Un jeton.', 'A token, a chip.', 'A token, a chip.'],
  ])('%s %s', (source, target, expected) => {
    expect(repaired(source, target)).toBe(expected);
  });
});
