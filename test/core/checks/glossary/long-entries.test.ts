import { expect, test } from 'vitest';
import { testSlices } from '../../../../src/core/checks/glossary/test-entries.ts';
import { createFormsBuilder } from '../../../../src/core/matcher/forms-builder.ts';
import type { Slices } from '../../../../src/core/model/slices.ts';
import { NO_VERBS } from '../../../../src/core/words/verbs.ts';
import { glossaryOf } from '../../glossaries.ts';

const pausesIn = (work: Slices<unknown>) => {
  let pauses = 0;
  while (work.next().done !== true) pauses += 1;
  return pauses;
};
const listOf = (count: number, piece: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => piece(i)).join(', ');
const wordy = (count: number) =>
  glossaryOf(`- {fr: jeton, en: token, unless: [${listOf(count, (i) => `word ${i}`)}]}\n`);

test('an entry of many examples is tested one by one', () => {
  const glossary = glossaryOf(`- {fr: jeton, en: token, examples: [${listOf(60, () => 'un jeton => a token')}]}\n`);
  expect(pausesIn(testSlices(glossary, null))).toBeGreaterThanOrEqual(60);
});

test('an entry of many phrases has their forms made some after the others', () => {
  const { concepts } = wordy(900);
  expect(pausesIn(createFormsBuilder('en', NO_VERBS).add(concepts))).toBeGreaterThanOrEqual(9);
});

test('near-miss: one of a few has them made at once', () => {
  const { concepts } = wordy(20);
  expect(pausesIn(createFormsBuilder('en', NO_VERBS).add(concepts))).toBe(1);
});

const many = (count: number) =>
  glossaryOf(`- {fr: jeton, en: [${listOf(count, (i) => `token ${i}`)}]}\n- {fr: puce, en: chip}\n`).concepts;

test('an entry of many terms has their forms made some after the others', () => {
  expect(pausesIn(createFormsBuilder('en', NO_VERBS).add(many(900)))).toBeGreaterThanOrEqual(9);
});

test.each([1, 2, 3, 5, 9])('whoever stops within it, at pause %i, goes on from there', (pauses) => {
  const concepts = many(900);
  const forms = createFormsBuilder('en', NO_VERBS);
  const left = forms.add(concepts);
  for (let i = 0; i < pauses; i += 1) left.next();
  pausesIn(forms.add(concepts.slice(forms.taken.length)));
  const whole = createFormsBuilder('en', NO_VERBS);
  pausesIn(whole.add(concepts));
  expect([forms.taken, forms.seal()]).toEqual([concepts, whole.seal()]);
});

test('whoever stops at a pause before an entry goes on with it', () => {
  const { concepts } = wordy(900);
  const forms = createFormsBuilder('en', NO_VERBS);
  const left = forms.add(concepts);
  for (let i = 0; i < 5; i += 1) left.next();
  expect(forms.taken).toEqual([]);
  pausesIn(forms.add(concepts));
  const whole = createFormsBuilder('en', NO_VERBS);
  pausesIn(whole.add(concepts));
  expect(forms.seal()).toEqual(whole.seal());
});
