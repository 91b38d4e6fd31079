import { expect, test } from 'vitest';
import { indefiniteArticle } from '../../../src/core/words/indefinite-article.ts';

test.each<['a' | 'an', string, string]>([
  ['an', 'a vowel', 'embedding agent open-weight input umbrella Åland'],
  ['a', 'a consonant', 'token model year one-shot once wave'],
  [
    'a',
    'a u that is you',
    'unit unified union unique universal unidirectional unimodal user use utility ubiquitous uranium unary',
  ],
  [
    'an',
    'a u that is none',
    'unidentified unintended unimportant unimaginable unissued usher utmost urgent update underfit',
  ],
  ['a', 'eu that is you', 'European euro euphemism ewe Ukrainian'],
  ['an', 'an h that is not heard', 'hour hourly honest honor heir herb'],
  ['a', 'an h that is', 'house honey hyperparameter herbivore heuristic'],
  ['an', 'acronyms read letter by letter', 'MLA LLM MoE NLP RNN FPGA SVM HTML XML API AI EU OCR F.D.A.'],
  ['a', 'acronyms whose first letter opens with a consonant', 'GPU CPU BERT UI USB TPU VAE PDF U.S.'],
  ['a', 'acronyms read as a word', 'NASA RAM RAG LoRA ReLU SLAM NATO'],
  ['an', 'letters and what begins with one', 'F1 n-gram x-ray L2 S-curve e-mail'],
  ['a', 'letters whose name opens with a consonant', 'T5 k-means U-turn'],
  ['an', 'numbers in eight and eleven', '8 8-bit 80 11 18,000 18-month'],
  ['a', 'other numbers', '1 10 110 180,000 7-day 100'],
])('%s before %s', (article, _what, words) => {
  expect(words.split(' ').filter((word) => indefiniteArticle(word) !== article)).toEqual([]);
});
