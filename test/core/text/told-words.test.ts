import { expect, test } from 'vitest';
import { tellApart } from '../../../src/core/text/told-words.ts';

const FRENCH = 'Trois jetons d’OpenAI.';
const ENGLISH = 'Four chips of OpenAI.';

test.each([
  ['“Four” does not answer “Trois”; correct the number', ['Trois']],
  ['“chips” is ruled out for “jetons”; write “tokens”', ['jetons']],
  ['“OpenAI” is a name of both', []],
  ['“jeton” is missing', ['jeton']],
  ['“puce” stands nowhere', []],
  ['jetons without signs around', []],
  ['“jetons', []],
  ['“”', []],
  ['', []],
])('%s', (sentence, french) => {
  const told = tellApart(sentence, FRENCH, ENGLISH);
  expect([
    told.map(({ text }) => text).join(''),
    told.filter(({ isFrench }) => isFrench).map(({ text }) => text),
  ]).toEqual([sentence, french]);
});
