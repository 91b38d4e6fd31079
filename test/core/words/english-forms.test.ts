import { describe, expect, test } from 'vitest';
import type { Term } from '../../../src/core/model/concept.ts';
import { englishForms } from '../../../src/core/words/english-forms.ts';
import { openLexicon } from '../../../src/lexicon/lexicon.ts';
import { conceptsOf } from '../glossaries.ts';

const VERBS = openLexicon();

function formsOf(text: string, pos: string): string[] {
  const [concept] = conceptsOf(`- fr: x\n  en: { term: "${text}", pos: ${pos} }\n`);
  return englishForms(concept?.en[0] as Term, VERBS).map((form) => form.text);
}

describe('an English form is found', () => {
  test.each([
    ['token', 'noun', 'tokens'],
    ['matrix', 'noun', 'matrices'],
    ['query', 'noun', 'queries'],
    ['key', 'noun', 'keys'],
    ['analysis', 'noun', 'analyses'],
    ['bias', 'noun', 'biases'],
    ['batch', 'noun', 'batches'],
    ['epoch', 'noun', 'epochs'],
    ['chain of thought', 'noun', 'chains of thought'],
    ['Mixture of Experts', 'noun', 'Mixture-of-Experts'],
    ['open-source', 'adjective', 'open source'],
    ['fine-tuning', 'noun', 'finetuning'],
    ['pretraining', 'noun', 'pre-training'],
    ['autoencoder', 'noun', 'auto-encoder'],
    ['multi-head attention', 'noun', 'multihead attention'],
    ['train', 'verb', 'training'],
    ['train', 'verb', 'trained'],
    ['infer', 'verb', 'infers'],
    ['fine-tune', 'verb', 'fine-tuned'],
    ['overfit', 'verb', 'overfitting'],
    ['optimization', 'noun', 'optimisation'],
    ['labeled', 'adjective', 'labelled'],
    ['visualisation', 'noun', 'visualization'],
    ['LLM', 'noun', 'LLMs'],
    ['license', 'noun', 'licence'],
  ])('%s (%s): %s', (text, pos, form) => {
    expect(formsOf(text, pos)).toContain(form);
  });
});

describe('no form is made that is another word', () => {
  test.each([
    ['token', 'noun', 'tokenize'],
    ['training', 'noun', 'train'],
    ['AI', 'noun', 'ais'],
    ['chain of thought', 'noun', 'chain of thoughts'],
    ['Beijing', 'properNoun', 'Beijings'],
    ['model', 'noun', 'modeling'],
  ])('%s (%s): not %s', (text, pos, form) => {
    expect(formsOf(text, pos)).not.toContain(form);
  });
});
