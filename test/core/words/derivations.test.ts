import { expect, test } from 'vitest';
import { derivedForms } from '../../../src/core/words/derivations.ts';

test.each([
  ['evaluation', ['evaluate', 'evaluated', 'evaluating']],
  ['tokenization', ['tokenize', 'tokenizing', 'tokenised']],
  ['classification', ['classify', 'classified']],
  ['pretraining', ['pretrain', 'pretrained']],
  ['overfitting', ['overfit']],
  ['embedding', ['embed', 'embedding'.replace('ding', 'ded')]],
  ['explainability', ['explainable']],
  ['sensitivity', ['sensitive']],
  ['transparency', ['transparent']],
  ['inference', ['infer', 'inferring']],
  ['prediction', ['predict', 'predicted']],
  ['recognition', ['recognize', 'recognised']],
  ['analysis', ['analyzed', 'analysing']],
  ['removal', ['removed']],
  ['demonstration', ['demonstrative', 'demonstrating']],
  ['comparison', ['comparative', 'compared']],
  ['head', ['headed']],
  ['process', ['processing', 'processed']],
])('%s gives the words of its family', (noun, family) => {
  const forms = derivedForms(noun);
  expect(family.filter((word) => !forms.includes(word))).toEqual([]);
});

test.each([
  ['sentence', ['sent', 'sente']],
  ['foundation', ['found', 'founded']],
  ['authority', ['author', 'authors']],
  ['station', ['state', 'stat']],
  ['evening', ['even', 'evens']],
  ['university', ['universe', 'univers']],
  ['apartment', ['apart']],
  ['business', ['busy']],
  ['tradition', ['trade', 'trading']],
  ['metal', ['met']],
  ['signal', ['sign', 'signed']],
  ['portal', ['port']],
  ['nation', ['nate', 'native']],
  ['statement', ['state', 'stated']],
  ['AI', ['ais']],
])('%s gives no word of another family', (noun, strangers) => {
  const forms = derivedForms(noun);
  expect(strangers.filter((word) => forms.includes(word))).toEqual([]);
});
