import { expect, test } from 'vitest';
import { usualFrenchForms } from '../../../src/core/words/usual-forms.ts';
import { conceptsOf } from '../glossaries.ts';

test.each<[string, string, readonly string[]]>([
  ['a noun', 'jeton', ['jetons']],
  ['a noun with its adjective', 'modèle génératif', ['modèles génératifs']],
  ['the head, not the complement', 'arbre de décision', ['arbres de décision']],
  [
    'an adjective that may go with either',
    'modèle de langage géant',
    ['modèles de langage géant', 'modèles de langage géants'],
  ],
  ['an adjective that goes with the complement', 'recherche en chimie organique', ['recherches en chimie organique']],
  ['a noun beside another', 'fonction objectif', ['fonctions objectif']],
  ['no other spelling', 'préentraînement', ['préentraînements']],
  ['nothing beyond a plural', 'droits de propriété', []],
  ['nothing for a loan phrase that agrees in no known way', 'prompt système', []],
  ['a loan inside a phrase', 'modèle open source', ['modèles open source']],
  ['nothing beside what agrees with nothing', 'passe avant', []],
  ['a letter as it is', 'n-gramme', ['n-grammes']],
  ['a person', 'agent immobilier', ['agents immobiliers', 'agente immobilière', 'agentes immobilières']],
  ['no woman of a thing', 'logiciel espion', ['logiciels espions']],
  ['an acronym', 'GPU', ['GPUs']],
])('%s', (_what, text, expected) => {
  const [term] = conceptsOf(`- fr: ${text}\n  en: x\n`)[0]?.fr ?? [];
  const [, ...others] = term === undefined ? [] : usualFrenchForms(term);
  expect(others.map((form) => form.text)).toEqual(expected);
});
