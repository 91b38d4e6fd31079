import { describe, expect, test } from 'vitest';
import type { Term } from '../../../src/core/model/concept.ts';
import { frenchForms } from '../../../src/core/words/french-forms.ts';
import { frenchFeminines, frenchPlurals } from '../../../src/core/words/french-inflection.ts';
import { NO_VERBS } from '../../../src/core/words/verbs.ts';
import { conceptsOf } from '../glossaries.ts';

function termOf(text: string, pos: string): Term {
  const [concept] = conceptsOf(`- fr: { term: "${text}", pos: ${pos} }\n  en: x\n`);
  return concept?.fr[0] as Term;
}

const PLURALS = `jeton jetons · réseau réseaux · jeu jeux · noyau noyaux · travail travaux · détail détails · signal signaux
  · festival festivals · bal bals · banal banals · final finals · pneu pneus · bleu bleus · bijou bijoux · trou trous
  · poids poids · voix voix · nez nez · œil yeux · tuyau tuyaux · landau landaus · émail émaux · mode modes · corail coraux
  · initial initiaux · chou choux · fou fous · biais biais · calcul calculs · cheveu cheveux`;
const FEMININES = `supervisé supervisée · neuronal neuronale · génératif générative · convolutif convolutive · conversationnel conversationnelle
  · européen européenne · bon bonne · complet complète · net nette · premier première · nombreux nombreuse · public publique
  · long longue · vif vive · nul nulle · gros grosse · libre libre · supérieur supérieure · nouveau nouvelle · ambigu ambiguë
  · créateur créatrice · trompeur trompeuse · artificiel artificielle · récurrent récurrente · profond profonde · blanc blanche`;

function pairs(table: string): [string, string][] {
  return table.split('·').map((pair) => pair.trim().split(/\s+/) as [string, string]);
}

describe('the plural of a word', () => {
  test.each(pairs(PLURALS))('%s → %s', (singular, plural) => {
    expect(frenchPlurals(singular)[0]).toBe(plural);
  });
});

describe('the feminine of a word', () => {
  test.each(pairs(FEMININES))('%s → %s', (masculine, feminine) => {
    expect(frenchFeminines(masculine)).toContain(feminine);
  });
});

describe('a phrase agrees where French does', () => {
  test.each([
    ['réseau de neurones', 'réseaux de neurones'],
    ['grand modèle de langage', 'grands modèles de langage'],
    ['modèle de langage géant', 'modèles de langage géants'],
    ['réseau de neurones convolutif', 'réseaux de neurones convolutifs'],
    ["fonction d'activation", "fonctions d'activation"],
    ['fonction objectif', 'fonctions objectif'],
    ['score F1', 'scores F1'],
    ['poids ouvert', 'poids ouverts'],
    ['unité de traitement', 'unités de traitement'],
  ])('%s → %s', (text, plural) => {
    expect(frenchForms(termOf(text, 'noun'), NO_VERBS).map((form) => form.text)).toContain(plural);
  });

  test.each([
    ['réseau de neurones', 'réseau des neurones'],
    ['modèle de langage', 'modèles de langages'],
    ['grand modèle de langage', 'grand modèles de langage'],
    ['calcul', 'calculer'],
    ['attention', 'attentif'],
  ])('%s has no form %s', (text, wrong) => {
    expect(frenchForms(termOf(text, 'noun'), NO_VERBS).map((form) => form.text)).not.toContain(wrong);
  });
});

test('each form says what it is', () => {
  expect(frenchForms(termOf('jeton', 'noun'), NO_VERBS)).toEqual([
    { text: 'jeton', kind: 'as written' },
    { text: 'jetons', kind: 'plural' },
  ]);
});
