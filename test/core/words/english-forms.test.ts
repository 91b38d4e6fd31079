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
    ['licence', 'noun', 'licenses'],
    ['defence', 'noun', 'defenses'],
    ['neighbor', 'noun', 'neighbours'],
    ['fibre', 'noun', 'fibers'],
    ['program', 'noun', 'programmes'],
    ['catalogue', 'noun', 'catalogs'],
    ['artifact', 'noun', 'artefacts'],
    ['summarize', 'verb', 'summarises'],
    ['catalyse', 'verb', 'catalyzed'],
    ['channel', 'verb', 'channelling'],
    ['enroll', 'verb', 'enrols'],
    ['axis', 'noun', 'axes'],
    ['formula', 'noun', 'formulae'],
    ['formula', 'noun', 'formulas'],
    ['corpus', 'noun', 'corpora'],
    ['index', 'noun', 'indexes'],
    ['criterion', 'noun', 'criteria'],
    ['phenomenon', 'noun', 'phenomena'],
    ['hypothesis', 'noun', 'hypotheses'],
    ['covariance matrix', 'noun', 'covariance matrices'],
    ['submatrix', 'noun', 'submatrices'],
    ['spectrum', 'noun', 'spectra'],
    ['radius of convergence', 'noun', 'radii of convergence'],
    ['series', 'noun', 'series'],
    ['schoolchild', 'noun', 'schoolchildren'],
    ['layman', 'noun', 'laymen'],
    ['plug-in', 'noun', 'plug-ins'],
    ['passer-by', 'noun', 'passers-by'],
    ['prefer', 'verb', 'preferred'],
    ['embed', 'verb', 'embedding'],
    ['submit', 'verb', 'submitted'],
    ['occur', 'verb', 'occurring'],
    ['map', 'verb', 'mapped'],
    ['quiz', 'verb', 'quizzed'],
    ['mimic', 'verb', 'mimicking'],
    ['understand', 'verb', 'understood'],
    ['forget', 'verb', 'forgotten'],
    ['overfeed', 'verb', 'overfed'],
    ['benefit', 'verb', 'benefited'],
    ['index', 'verb', 'indexes'],
    ['roll back', 'verb', 'rolled back'],
    ['shut down', 'verb', 'shutting down'],
    ['spin up', 'verb', 'spun up'],
    ['learn from examples', 'verb', 'learnt from examples'],
    ['reverse-engineer', 'verb', 'reverse-engineered'],
    ['ground the answer', 'verb', 'grounding the answer'],
    ['time series model', 'noun', 'time-series model'],
    ['open weight release', 'noun', 'open-weight releases'],
    ['credit scoring system', 'noun', 'credit scoring-system'],
    ['data base', 'noun', 'databases'],
    ['workflow', 'noun', 'work-flow'],
    ['checkpoint', 'noun', 'check points'],
    ['AI', 'noun', 'A.I.'],
    ['AI office', 'noun', 'A.I. offices'],
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
    ['open', 'verb', 'openned'],
    ['develop', 'verb', 'developped'],
    ['target', 'verb', 'targetted'],
    ['offer', 'verb', 'offerred'],
    ['edit', 'verb', 'editted'],
    ['index', 'verb', 'indices'],
    ['write', 'verb', 'writed'],
    ['feed', 'verb', 'feeded'],
    ['roll back', 'verb', 'roll backed'],
    ['schoolchild', 'noun', 'schoolchilds'],
    ['human', 'noun', 'humen'],
    ['talisman', 'noun', 'talismen'],
    ['plug-in', 'noun', 'plugs-in'],
    ['laboratory', 'noun', 'labouratory'],
    ['parameter', 'noun', 'parametre'],
    ['blog', 'noun', 'blogue'],
    ['metal', 'noun', 'metall'],
    ['bath', 'noun', 'bathes'],
    ['GPU cluster', 'noun', 'GPUs cluster'],
  ])('%s (%s): not %s', (text, pos, form) => {
    expect(formsOf(text, pos)).not.toContain(form);
  });
});
