import { expect, test } from 'vitest';
import { hasEnglishPlural } from '../../../src/core/words/countable.ts';
import { englishPluralOf } from '../../../src/core/words/english-forms.ts';
import { isFrenchPlural } from '../../../src/core/words/french-number.ts';
import { conceptsOf } from '../glossaries.ts';

test.each([
  ['what is made of stuff', 'software hardware malware information equipment research funding', false],
  ['but what stands in a row', 'token chip model query matrix leaf process network framework', true],
  ['what is done', 'learning computing labeling fine-tuning overfitting', false],
  ['but what comes of it', 'embedding building setting string wing offspring finding', true],
  ['what something is like', 'robustness scalability feasibility heroism', false],
  ['but not every word that ends so', 'witness capability liability activity mechanism neighborhood', true],
  ['what -ization does', 'tokenization quantization', false],
  ['but what it makes', 'organization visualization optimization', true],
  ['plurals', 'weights capabilities data criteria news analytics', false],
  ['but words in -s that are none', 'bias lens canvas process analysis bus', true],
  ['what stands before a noun', 'high-end zero-shot open-weight speech-to-text state-of-the-art', false],
  ['but other compounds', 'mini-batch cross-domain start-up', true],
  ['a letter or a number', 'z gpt4', false],
])('countable: %s', (_what, words, expected) => {
  const wrong = words.split(' ').filter((word) => hasEnglishPlural(word) !== expected);
  expect(wrong).toEqual([]);
});

test.each([
  ['in -s and -x', 'jetons réseaux données essais parties', true],
  ['but not what ends so anyway', 'fonds processus taux accès corpus choix biais', false],
  ['nor what ends otherwise', 'jeton réseau x', false],
])('a French plural: %s', (_what, words, expected) => {
  expect(words.split(' ').filter((word) => isFrenchPlural(word) !== expected)).toEqual([]);
});

test.each([
  ['decision tree', 'decision trees'],
  ['code of conduct', 'codes of conduct'],
  ['instructions for use', 'instructions for use'],
  ['chain-of-thought prompt', 'chain-of-thought prompts'],
  ['chain of thought', 'chains of thought'],
  ['human in the loop', 'humans in the loop'],
  ['plug-in', 'plug-ins'],
  ['applied research', 'applied research'],
  ['research center', 'research centers'],
  ['generative AI', 'generative AI'],
  ['GPU', 'GPUs'],
  ['natural person', 'natural people'],
  ['{ term: natural person, forms: [natural persons] }', 'natural persons'],
])('the plural of %s is %s', (english, plural) => {
  const [term] = conceptsOf(`- fr: x\n  en: ${english}\n`)[0]?.en ?? [];
  expect(term && englishPluralOf(term)).toBe(plural);
});
