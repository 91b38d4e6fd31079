import { expect, test } from 'vitest';
import { parseHtml } from '../../../../src/formats/document/html/html-dom.ts';
import { mathLine } from '../../../../src/formats/document/html/math-line.ts';

const line = (math: string) => {
  const element = parseHtml(`<math>${math}</math>`).querySelector('math');
  return element === null ? null : mathLine(element);
};
const x = '<mi>x</mi>';
const two = '<mn>2</mn>';
const sum = '<mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow>';

test.each([
  [`<msup>${x}${two}</msup>`, 'x^2'],
  [`<msup>${x}${sum}</msup>`, 'x^(a+b)'],
  [`<msub>${x}${two}</msub>`, 'x_2'],
  [`<msubsup>${x}${two}<mi>n</mi></msubsup>`, 'x_2^n'],
  [`<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>${x}`, '∑_(i=1)^nx'],
  [`<mfrac>${sum}${two}</mfrac>`, '(a+b)/2'],
  [`<mfrac><mfrac>${x}${two}</mfrac><mn>3</mn></mfrac>`, '(x/2)/3'],
  [`<msqrt>${x}<mo>+</mo>${two}</msqrt>`, '√(x+2)'],
  [`<mroot>${x}<mn>3</mn></mroot>`, '√[3]x'],
  [`<mfenced>${x}<mi>y</mi></mfenced>`, '(x, y)'],
  [`<mtable><mtr><mtd>${x}</mtd><mtd>${two}</mtd></mtr><mtr><mtd>y</mtd><mtd>3</mtd></mtr></mtable>`, 'x 2; y 3'],
  [`<semantics>${x}<annotation encoding="StarMath 5.0">ics</annotation></semantics>`, 'x'],
  ['<mtext>si  le</mtext>', 'si le'],
  ['x', 'x'],
  ['', ''],
])('%s is %s', (math, expected) => {
  expect(line(math)).toBe(expected);
});
