import { expect, test } from 'vitest';
import { explainEntry } from '../../../src/core/ledger/explain.ts';
import { checkUnit } from '../../../src/core/ledger/ledger.ts';
import type { LedgerEntry } from '../../../src/core/ledger/ledger-entry.ts';
import { findAllOf, findTerms } from '../../../src/core/matcher/match.ts';
import { readPlain } from '../../../src/core/text/reading.ts';
import { glossaryOf } from '../glossaries.ts';

const LONG = 'a-long-name-of-many-parts-for-a-model';

/** English words of an entry, a text, and what of it is found: what stands between two words may be a hyphen. */
test.each<[words: string, text: string, found: readonly string[]]>([
  ['fine-tuning', 'fine tuning, fine-tuning or fine‑tuning', ['fine tuning', 'fine-tuning', 'fine‑tuning']],
  ['fine-tuning', 'finetuning, not fine, tuning', ['finetuning']],
  ['language model', 'a language-model, a language model', ['language-model', 'language model']],
  ['language model', 'language-models', ['language-models']],
  ['language model', 'language- model or language - model', ['language- model', 'language - model']],
  ['chain of thought prompt', 'chain-of-thought prompt', ['chain-of-thought prompt']],
  ['chain of thought prompt', 'chain-of thought-prompt', ['chain-of thought-prompt']],
  ['model of the size of a house', 'a model-of-the-size-of-a-house', ['model-of-the-size-of-a-house']],
  ['language model', 'language--model, language -- model, language-(model), -language, model-', []],
  ['language model', 'language, model; language/model; language–model', []],
  ['language model', 'non-language model', []],
  ['language model', 'languages-model', []],
  ['LLM agent', 'an LLM-agent, an llm-agent', ['LLM-agent']],
  ['xy--zz', 'xy--zz or xy-zz', ['xy--zz', 'xy-zz']],
  ['--model', 'a --model, a -model', ['--model', '-model']],
  ['C++-based', 'C++-based, C++ based, C+-based', ['C++-based', 'C++ based']],
  ['C++ code', 'C++ code, C++-code, C++--code', ['C++ code', 'C++-code']],
  ['U.S. model', 'U.S. model, U.S.-model', ['U.S. model', 'U.S.-model']],
  ['10% discount', '10%-discount', ['10%-discount']],
  ['agent (AI)', 'agent (AI), agent-(AI)', ['agent (AI)']],
  ['pre-', 'pre- and post-training, pre-training; pre-', ['pre-', 'pre-', 'pre-']],
  [LONG, `${LONG}, a-long-name, a-long-name-of`, [LONG]],
])('%s in “%s”', (words, text, found) => {
  const rich = readPlain(text);
  const { indexes } = glossaryOf(`- { fr: terme, en: "${words}" }\n`);
  expect(findTerms(rich, indexes.en).map(({ start, end }) => text.slice(start, end))).toEqual(found);
});

test('a prefix with its hyphen leaves the words it stands in', () => {
  const text = 'pre-training, pre-trained';
  const { indexes } = glossaryOf('- { fr: pré-, en: pre- }\n- { fr: amorçage, en: pre-training }\n');
  expect(findTerms(readPlain(text), indexes.en).map(({ start, end }) => text.slice(start, end))).toEqual([
    'pre-training',
    'pre-',
  ]);
});

test.each<[words: string, text: string, shows: boolean]>([
  ['call center', 'a call-center', true],
  ['call-center', 'a call center', true],
  ['post-hoc', 'posthoc', true],
  ['call center', 'a callcenter', false],
  ['call center', 'to call, center', false],
])('“%s” under “unless” is seen in “%s”: %s', (words, text, shows) => {
  const { concepts, indexes } = glossaryOf(`- { fr: terme, en: term, unless: ["${words}"] }\n`);
  expect(findAllOf(new Set(concepts), readPlain(text), indexes.en).excepted.size > 0).toBe(shows);
});

test('a long text of hyphens and a long path are read to their ends', () => {
  const words = Array.from({ length: 12 }, (_, i) => `w${String.fromCharCode(97 + i)}`);
  const { indexes } = glossaryOf(`- { fr: terme, en: "${words.join(' ')}" }\n`);
  const text = `${'x-'.repeat(2035)}y ${words.join('-')}`;
  expect(findTerms(readPlain(text), indexes.en).map(({ start, end }) => text.slice(start, end))).toEqual([
    words.join('-'),
  ]);
});

test.each([
  ['Fine-tuning.', 'Rendered by “Fine-tuning”, the preferred term.'],
  ['Fine tuning.', 'Rendered by “Fine tuning” (spelling of fine-tuning), the preferred term.'],
])('the reason says of “%s” whether it is the term as written', (target, reason) => {
  const { indexes } = glossaryOf('- { fr: affinage, en: fine-tuning }\n');
  const [source, english] = [readPlain('Un affinage.'), readPlain(target)];
  const [entry] = checkUnit(source, english, indexes).entries;
  expect(explainEntry(entry as LedgerEntry, source, english)).toContain(reason);
});
