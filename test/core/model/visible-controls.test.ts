import { expect, test } from 'vitest';
import { formatProblem } from '../../../src/core/model/problem.ts';
import { showControls } from '../../../src/core/model/visible-controls.ts';

test.each([
  ['an escape', '\u001b[31mred', '\\u001b[31mred'],
  ['the title of a window', '\u001b]0;x\u0007', '\\u001b]0;x\\u0007'],
  ['an escape of one sign', '\u009b31m', '\\u009b31m'],
  ['a carriage return', 'a\rb', 'a\\u000db'],
  ['a line break that is kept', 'a\nb', 'a\nb'],
  ['letters and signs', 'é€🙂 “x”\u202e', 'é€🙂 “x”\u202e'],
])('%s', (_what, text, shown) => {
  expect(showControls(text, '\n')).toBe(shown);
});

test('in JSON it says the same as before', () => {
  const json = JSON.stringify('a\u001b\u009b\u007f\n');
  expect(JSON.parse(showControls(json))).toBe('a\u001b\u009b\u007f\n');
});

test('a name with a line break is one line', () => {
  const place = { file: 'glossary/a\nb:1:1: error x: forged', line: 1, column: 1 };
  expect(formatProblem({ ...place, severity: 'error', rule: 'file', message: 'is\nodd' })).toBe(
    'glossary/a\\u000ab:1:1: error x: forged:1:1: error file: is\\u000aodd',
  );
});
