import { expect, test } from 'vitest';
import { isVerbForm } from '../../../../src/core/checks/candidates/candidate-words.ts';
import { openLexicon } from '../../../../src/lexicon/lexicon.ts';

const VERBS = openLexicon();

test.each([
  ...['calibrer', 'Réduire', 'prévoir', 'apprendre'].map((word) => [word, true] as const),
  ...['pouvoir', 'Devoir', 'dîner', 'sourire', 'transformer'].map((word) => [word, false] as const),
  ...['capteur', 'ordinateur', 'cadre', 'filtre', 'calibr'].map((word) => [word, false] as const),
])('%s is a verb that is no noun: %s', (word, expected) => {
  expect(isVerbForm(word, VERBS)).toBe(expected);
});
