import { expect, test } from 'vitest';
import { formulaLine } from '../../../../src/formats/document/packed/docx-formula.ts';

const e = (...texts: string[]) => texts.map((text) => `<m:e><m:r><m:t>${text}</m:t></m:r></m:e>`).join('');
const root = (degree: string, under: string) => `<m:rad>${degree}${under}</m:rad>`;
const degree = (text: string) => `<m:deg><m:r><m:t>${text}</m:t></m:r></m:deg>`;
const row = (...cells: string[]) => `<m:mr>${e(...cells)}</m:mr>`;
const inBrackets = (inner: string) => `<m:d>${inner}</m:d>`;

test.each([
  ['a root of one thing', root('<m:deg/>', e('x')), '√x'],
  ['a root of several', root('<m:deg/>', e('x+1')), '√(x+1)'],
  ['a root of brackets', root('<m:deg/>', `<m:e>${inBrackets(e('x+1'))}</m:e>`), '√(x+1)'],
  ['a root of two brackets', root('<m:deg/>', `<m:e>${inBrackets(e('a'))}${inBrackets(e('b'))}</m:e>`), '√((a)(b))'],
  ['a root in a root', root('<m:deg/>', `<m:e>${root('<m:deg/>', e('x+1'))}</m:e>`), '√(√(x+1))'],
  ['a root that counts', root(degree('3'), e('x')), '√[3]x'],
  ['a root that counts, of several', root(degree('n+1'), e('a+b')), '√[n+1](a+b)'],
  ['the rows of a matrix', `<m:m>${row('a', 'b')}${row('c', 'd')}</m:m>`, 'a b; c d'],
  ['a matrix of one row', inBrackets(`<m:e><m:m>${row('a', 'b')}</m:m></m:e>`), '(a b)'],
  ['a matrix in brackets', inBrackets(`<m:e><m:m>${row('a', 'b')}${row('c', 'd')}</m:m></m:e>`), '(a b; c d)'],
  ['equations below each other', `<m:eqArr>${e('x=1', 'y=2')}</m:eqArr>`, 'x=1; y=2'],
  ['a fraction of brackets', `<m:f><m:num>${inBrackets(e('a+b'))}</m:num><m:den>${e('c')}</m:den></m:f>`, '(a+b)/c'],
  [
    'what has bounds',
    `<m:nary><m:naryPr/><m:sub>${e('a')}</m:sub><m:sup>${e('b')}</m:sup>${e('f')}</m:nary>`,
    '∫_a^b f',
  ],
])('%s is one line: %s → %s', (_what, xml, line) => {
  expect(formulaLine(xml)).toBe(line);
});
