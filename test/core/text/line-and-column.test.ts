import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLines } from '../../../src/core/text/line-and-column.ts';

test.each<[string, string[]]>([
  ['', ['']],
  ['a', ['a']],
  ['a\n', ['a', '']],
  ['a\nb\r\nc\rd', ['a', 'b', 'c', 'd']],
  ['\r\n\r\n', ['', '', '']],
  ['\n\r', ['', '', '']],
  ['\r\r\n\n', ['', '', '', '']],
  ['a\u2028b\u0085c', ['a\u2028b\u0085c']],
])('%j has lines as an editor counts them', (text, wanted) => {
  const lines = createLines(text, 'a.po');
  expect([...wanted.map((_, i) => lines.line(i + 1)), lines.line(wanted.length + 1), lines.line(0)]).toEqual([
    ...wanted,
    '',
    '',
  ]);
});

test('each sign stands in the line that it is in, counted from 1', () => {
  const signs = fc.array(fc.constantFrom('\n', '\r', '\r\n', 'a', 'é', '𝒜'), { maxLength: 30 });
  fc.assert(
    fc.property(signs, (parts) => {
      const text = parts.join('');
      const lines = createLines(text, 'a.po');
      for (let at = 0; at <= text.length; at += 1) {
        const before = text.slice(0, at).replace(/\r$/, text[at] === '\n' ? '' : '\r');
        const rows = before.split(/\r\n|\r|\n/);
        const column = text.slice(0, at).length - before.length + (rows.at(-1) ?? '').length + 1;
        expect(lines.place(at)).toEqual({ file: 'a.po', line: rows.length, column });
      }
    }),
  );
});

test('what is before a text is in its first line', () => {
  expect(createLines('a\nb', 'fr.md').place(-1).line).toBe(1);
});
