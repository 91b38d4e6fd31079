import { expect, test } from 'vitest';
import { evidenceForms } from '../../../src/core/words/evidence-forms.ts';
import { NO_VERBS } from '../../../src/core/words/verbs.ts';

test.each([
  ['call center', ['call center', 'call centres'], ['callcenter', 'center', 'call']],
  ['post-hoc', ['post-hoc', 'posthoc'], ['post', 'hoc']],
  ['poker', ['poker', 'pokers'], ['poke-r']],
])('%s of an unless list may stand as %j, and not as %j', (text, stands, others) => {
  const forms = new Set(evidenceForms(text, NO_VERBS));
  expect([stands.filter((form) => !forms.has(form)), others.filter((form) => forms.has(form))]).toEqual([[], []]);
});
