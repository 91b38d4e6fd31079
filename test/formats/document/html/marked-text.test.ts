import { expect, test } from 'vitest';
import { readHtmlFragment } from '../../../../src/formats/document/html/html-tree.ts';

const markdown = (html: string) => readHtmlFragment(html).blocks.map((block) => block.markdown);
const row = (mark: string, text: string) => `<tr><td><p>${mark}</p></td><td><p>${text}</p></td></tr>`;

test.each([
  ['a recital', row('(1)', 'Les contenus abondent.'), ['(1) Les contenus abondent.']],
  ['a letter', row('a)', 'aux éditeurs établis ici;'), ['a) aux éditeurs établis ici;']],
  ['a Roman number', row('iv.', 'aux lecteurs de France'), ['iv. aux lecteurs de France']],
  ['a dash', row('—', 'aux lecteurs de France'), ['— aux lecteurs de France']],
  ['a point', row('•', 'aux lecteurs de France'), ['- aux lecteurs de France']],
  [
    'one within another',
    row('2.', `Il vaut:</p><table>${row('a)', 'au nord')}</table><p>`),
    ['2\\. Il vaut:', 'a) au nord'],
  ],
])('what stands beside its mark in a cell: %s', (_, rows, expected) => {
  expect(markdown(`<table>${rows}</table>`)).toEqual(expected);
});

test('boxes do as cells', () => {
  const box = (mark: string, text: string) =>
    `<div class="grid"><div><span>${mark}</span></div><div><p>${text}</p></div></div>`;
  expect(markdown(box('a)', 'aux éditeurs;') + box('b)', 'aux lecteurs.'))).toEqual([
    'a) aux éditeurs;',
    'b) aux lecteurs.',
  ]);
});

test('an item has the sign of its list alone', () => {
  const item = (mark: string, text: string) => `<li><span>${mark}</span><div><p>${text}</p></div></li>`;
  expect(markdown(`<ol>${item('1.', 'Où couper ?')}${item('2.', 'Combien de fois ?')}</ol>`)).toEqual([
    '1. Où couper ?\n2. Combien de fois ?',
  ]);
});

test.each([
  ['who speaks', '<ul><li><b>Q.</b> <span>Qu’est-ce qu’un pont ?</span></li></ul>', ['- Q. Qu’est-ce qu’un pont ?']],
  ['a letter', '<ol><li><b>c)</b> <span>les ponts de bois</span></li></ol>', ['1. c) les ponts de bois']],
  ['a number', '<ul><li><i>(12)</i><div>La règle vaut partout.</div></li></ul>', ['- (12) La règle vaut partout.']],
  ['near-miss: a dash', '<ul><li><i>–</i> <span>les ponts de bois</span></li></ul>', ['- les ponts de bois']],
])('an item keeps what its list does not say: %s', (_, html, expected) => {
  expect(markdown(html)).toEqual(expected);
});

test.each(['• • •', '● ● ●', '■ ■'])('points alone are no list: %s', (line) => {
  expect(markdown(`<p>Un pont.</p><p>${line}</p><p>Un gué.</p>`)).toEqual(['Un pont.', line, 'Un gué.']);
});

test.each([
  [
    'a number of something',
    '<div><p>43</p><p>roues le long de la rivière</p></div>',
    ['43', 'roues le long de la rivière'],
  ],
  ['a word', '<div><p>Oui.</p><p>Et non, dit-elle aussi.</p></div>', ['Oui.', 'Et non, dit-elle aussi.']],
  ['three cells', '<table><tr><td>a)</td><td>le pont</td><td>la rive</td></tr></table>', ['a)', 'le pont', 'la rive']],
  ['a mark behind its text', '<table><tr><td>la formule</td><td>(1)</td></tr></table>', ['la formule', '(1)']],
])('no mark: %s', (_, html, expected) => {
  expect(markdown(html)).toEqual(expected);
});

const NBSP = '&nbsp;&nbsp;&nbsp;&nbsp; ';

test.each([
  [
    'as Word writes its lists',
    `<p><span>·<span>${NBSP}</span></span>des piles</p><p><span>·${NBSP}</span>des joncs</p>`,
    ['- des piles\n- des joncs'],
  ],
  ['typed', '<p>• des piles ;</p><p>•\u00a0des joncs.</p>', ['- des piles ;\n- des joncs.']],
  [
    'in lines of one paragraph',
    '<p>On y voit :<br>• des piles ;<br>• des joncs.</p>',
    ['On y voit :', '- des piles ;\n- des joncs.'],
  ],
  ['before a mark', '<p>• <b>des</b> joncs</p>', ['- **des** joncs']],
  ['a second level of Word', `<p><span>o${NBSP}</span>des joncs</p>`, ['- des joncs']],
])('points before lines are a list: %s', (_, html, expected) => {
  expect(markdown(html)).toEqual(expected);
});

test.each([
  ['speeches', '<p>– Qui parle ?<br>– Moi.</p>', '– Qui parle ?\\\n– Moi.'],
  ['a point in a word', '<p>·les étudiant·e·s</p>', '·les étudiant·e·s'],
  ['one line of several', '<p>• un point<br>et la suite</p>', '• un point\\\net la suite'],
  ['a point alone', '<p>•</p>', '•'],
])('no list: %s', (_, html, expected) => {
  expect(markdown(html)).toEqual([expected]);
});

test('a table of marks alone is told as no table', () => {
  const read = readHtmlFragment(`<table>${row('1.', 'Poser une planche.')}${row('2.', 'Clouer la seconde.')}</table>`);
  expect([read.blocks.length, read.warnings]).toEqual([2, []]);
});

test.each([['* * *'], ['***'], ['⁂'], ['*\u00a0*\u00a0*']])('%s between paragraphs is a line', (sign) => {
  expect(markdown(`<p>Un.</p><p>${sign}</p><p>Deux.</p>`)).toEqual(['Un.', '***', 'Deux.']);
});

test.each([['**'], ['* 3 * 4'], ['?']])('near-miss: %s is none', (sign) => {
  expect(markdown(`<p>Un.</p><p>${sign}</p><p>Deux.</p>`)[1]).not.toBe('***');
});

test('a program has the language that its block names', () => {
  expect(markdown('<pre class="prism language-js"><code class="lines">x = 1</code></pre>')).toEqual([
    '```js\nx = 1\n```',
  ]);
});
