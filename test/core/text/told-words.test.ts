import { expect, test } from 'vitest';
import { atLineBegin, inEnglish, inFrench, plainly, tellApart, tellWith } from '../../../src/core/text/told-words.ts';

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

test.each([
  ['paragraph 2 of essai', 'essai', ['paragraph 2 of ', '<Un essai>']],
  ['essai, of essai', 'essai', ['essai, of ', '<Un essai>']],
  ['essai', 'essai', ['<Un essai>']],
  ['“essai” removed', 'essai', ['“', '<Un essai>', '” removed']],
  ['paragraph 2 of essais', 'autre', ['paragraph 2 of essais']],
])('in “%s” the name “%s” is told in other words', (sentence, name, told) => {
  const pieces = tellWith(sentence, name, [inFrench('Un essai')]);
  expect(pieces.map(({ text, isFrench }) => (isFrench ? `<${text}>` : text))).toEqual(told);
});

test.each([
  [[inEnglish('paragraph 2 of “'), inFrench('essai'), inEnglish('”')], 'Paragraph 2 of “essai”'],
  [[inEnglish('12 paragraphs')], '12 paragraphs'],
  [[inEnglish('“'), inFrench('essai')], '“essai'],
  [[inEnglish('The article')], 'The article'],
  [[], ''],
])('at the beginning of a line it has a capital', (told, line) => {
  expect(plainly(atLineBegin(told))).toBe(line);
});
