import { expect, test } from 'vitest';
import { missingPictures } from '../../../../src/core/checks/article/missing-pictures.ts';
import { parseArticle } from '../../../../src/formats/article/markdown.ts';

const told = (text: string, beside: readonly string[]) =>
  missingPictures(parseArticle(`# Essai\n\n${text}\n`, 'content/essai/fr.md').units, new Set(beside)).map(
    ({ line, severity, message }) => `${line} ${severity} ${message.match(/“(.*?)”/)?.[1]}`,
  );

test.each<[string, string, readonly string[], readonly string[]]>([
  ['an image that is not there', '![Un plan](plan.png)', ['fr.md'], ['3 warning plan.png']],
  ['one of two', 'Voici ![a](a.png) et ![b](b.png).', ['a.png'], ['3 warning b.png']],
  ['one shown twice in a paragraph is told once', '![a](a.png) ![a](a.png)', [], ['3 warning a.png']],
  ['another spelling', '![Un plan](plan.png)', ['Plan.png'], ['3 warning plan.png']],
  ['an image in a folder', '![Un plan](images/plan.png)', ['plan.png', 'images'], ['3 warning images/plan.png']],
  ['an image from the top of a site', '![a](/b.png) et ![a](/b.png)', ['b.png'], ['3 warning ![a](/b.png)']],
  ['an image above the folder', '![a](../b.png)', ['b.png'], ['3 warning ![a](../b.png)']],
  [
    'an image that is written out',
    '![a](data:image/png;base64,AAAA)',
    [],
    ['3 warning ![a](data:image/png;base64,AAAA)'],
  ],
  ['an image of 80 signs', `![${'a'.repeat(69)}](/b.png)`, [], [`3 warning ![${'a'.repeat(69)}](/b.png)`]],
  ['an image of 81', `![${'a'.repeat(70)}](/b.png)`, [], [`3 warning ![${'a'.repeat(70)}](/b.png…`]],
  ['near-miss: an image in a folder', '![Un plan](./images/mon%20plan.png)', ['images/mon plan.png'], []],
  ['near-miss: an image that is there', '![Un plan](./plan.png)', ['plan.png'], []],
  ['near-miss: a name with a space', '![Un plan](mon%20plan.png)', ['mon plan.png'], []],
  ['near-miss: accents written apart', '![Une carte](e\u0301te\u0301.png)', ['été.png'], []],
  ['near-miss: an address', '![Un plan](https://a.example/plan.png)', [], []],
  ['near-miss: a link', '[Un plan](plan.png)', [], []],
])('%s', (_what, text, beside, expected) => {
  expect(told(text, beside)).toEqual(expected);
});
