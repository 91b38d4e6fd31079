import { describe, expect, test } from 'vitest';
import { glossaryOf, ledgerOf } from '../glossaries.ts';

const GLOSSARY = glossaryOf(`
- { fr: États-Unis, en: [United States, U.S., America], count: unit, not: [Y.K., Y.K. states] }
- { fr: [intelligence artificielle, IA], en: [artificial intelligence, AI] }
- { fr: doctorat, en: [{ term: Ph.D., plural: none }, doctorate] }
- { fr: { term: par exemple, pos: other }, en: [for example, { term: e.g., pos: other }] }
- { fr: { term: et autres, pos: other }, en: [{ term: et al., pos: other }, { term: and others, pos: other }] }
- { fr: activité lucrative, en: [gainful activity, profit, profit business, for-profit business] }
- { fr: poids du modèle, en: [{ term: model weights, plural: none }, weights, model’s weights, weights of the model] }
- { fr: entreprise, en: [company, business] }
- { fr: [mélange d’experts, MoE], en: [Mixture of Experts, MoE] }
- { fr: bénéfice, en: gain, not: [yield, yield outfit, outfit yield] }
- { fr: société, en: corporation, not: [outfit] }
`);

type Row = readonly [what: string, source: string, target: string, ledger: readonly string[]];

describe('an abbreviation is marked with its last stop', () => {
  test.each<Row>([
    ['within a sentence', 'les États-Unis', 'the U.S. is far', ['États-Unis → U.S.: admitted']],
    ['at the end of one', 'aux États-Unis.', 'in the U.S.', ['États-Unis → U.S.: admitted']],
    [
      'far behind where it is expected',
      'les États-Unis',
      'far, far away lies the U.S. coast',
      ['États-Unis → U.S.: admitted'],
    ],
    ['of an acronym without stops', 'l’IA', 'what A.I. is', ['IA → A.I.: preferred']],
    ['without its last one', 'l’IA', 'what A.I is', ['IA → A.I: preferred']],
    ['of words with small letters', 'un doctorat.', 'a Ph.D.', ['doctorat → Ph.D.: admitted']],
    ['for example', 'par exemple', 'one, e.g. two', ['par exemple → e.g.: admitted']],
    ['and others', 'Dupont et autres', 'Dupont et al. say', ['et autres → et al.: preferred']],
    ['ruled out', 'les États-Unis', 'the Y.K. is far', ['États-Unis → Y.K.: deprecated']],
  ])('%s', (_what, source, target, ledger) => {
    expect(ledgerOf(source, target, GLOSSARY)).toEqual(ledger);
  });
});

describe('of two renderings of an entry the longer is marked', () => {
  test.each<Row>([
    [
      'that begins with the other',
      'cette activité lucrative',
      'a profit business',
      ['activité lucrative → profit business: admitted'],
    ],
    [
      'that the other stands in',
      'cette activité lucrative',
      'our for-profit business',
      ['activité lucrative → for-profit business: admitted'],
    ],
    [
      'that ends with the other',
      'le poids du modèle',
      'by the model’s weights',
      ['poids du modèle → model’s weights: admitted'],
    ],
    ['ruled out', 'les États-Unis', 'the Y.K. states', ['États-Unis → Y.K. states: deprecated']],
    [
      'ruled out, where other mentions find nothing',
      'Le bénéfice d’une entreprise.',
      'The yield outfit.',
      ['bénéfice → yield outfit: deprecated', 'entreprise → -: missing'],
    ],
    ['long form and acronym', 'le MoE', 'a Mixture of Experts (MoE)', ['MoE → Mixture of Experts (MoE): preferred']],
  ])('%s', (_what, source, target, ledger) => {
    expect(ledgerOf(source, target, GLOSSARY)).toEqual(ledger);
  });
});

describe('the shorter is marked', () => {
  test.each<Row>([
    [
      'where the rest answers another term',
      'cette entreprise a une activité lucrative',
      'a profit business',
      ['entreprise → business: admitted', 'activité lucrative → profit: admitted'],
    ],
    [
      'where the longer is worse',
      'le poids du modèle',
      'the model weights of the model',
      ['poids du modèle → model weights: preferred'],
    ],
    [
      'where another mention has the rest',
      'des poids du modèle, des poids du modèle',
      'weights of the model weights',
      ['poids du modèle → model weights: preferred', 'poids du modèle → weights: admitted'],
    ],
    [
      'ruled out, where a later mention has the rest',
      'Voilà tout ce que nous savons du bénéfice de la société.',
      'The outfit yield.',
      ['bénéfice → yield: deprecated', 'société → outfit: deprecated'],
    ],
    [
      'ruled out, where an earlier one has it',
      'La société et son bénéfice.',
      'The outfit yield.',
      ['société → outfit: deprecated', 'bénéfice → yield: deprecated'],
    ],
  ])('%s', (_what, source, target, ledger) => {
    expect(ledgerOf(source, target, GLOSSARY)).toEqual(ledger);
  });
});
