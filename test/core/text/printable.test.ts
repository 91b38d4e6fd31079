import { describe, expect, test } from 'vitest';
import { printableJson, printableLine } from '../../../src/core/text/printable.ts';

describe('a line shows what would steer a terminal', () => {
  test.each([
    ['a colour', 'a\u001b[31mb', 'a[U+001B][31mb'],
    ['a title of the window', '\u001b]0;x\u0007', '[U+001B]]0;x[U+0007]'],
    ['the same in one sign', 'a\u009b2J', 'a[U+009B]2J'],
    ['a line break', 'a\nb.txt:1:1: error', 'a[U+000A]b.txt:1:1: error'],
    ['a return to its beginning', 'wrong\rright', 'wrong[U+000D]right'],
    ['a step back', 'ab\b', 'ab[U+0008]'],
    ['the end of a string', 'a\u0000b', 'a[U+0000]b'],
    ['a deletion', 'a\u007f', 'a[U+007F]'],
    ['a line of Unicode', 'a\u2028b\u2029c\u0085d', 'a[U+2028]b[U+2029]c[U+0085]d'],
    ['another direction', 'a\u202eb\u2066', 'a[U+202E]b[U+2066]'],
    ['nothing at all', 'to\u200bken', 'to[U+200B]ken'],
    ['an unseen tag', 'a\u{e0041}', 'a[U+E0041]'],
  ])('%s', (_what, text, shown) => {
    expect(printableLine(text)).toBe(shown);
  });

  test.each(['L’été, 70\u00a0%\u202f: « œuvre »', 'a\tb', '日本 👩‍💻 e\u0301', 'co\u00adopération', ''])(
    'and leaves all else: %j',
    (text) => {
      expect(printableLine(text)).toBe(text);
    },
  );
});

test('JSON escapes the same signs and stays the same value', () => {
  const value = { 'a\u009b': ['\u001b[2J', '\u202e', '\u{e0041}', 'l’été\n\t', '\u007f\u2028'] };
  const json = printableJson(value, 2);
  expect([JSON.parse(json), printableLine(json.replaceAll('\n', ''))]).toEqual([value, json.replaceAll('\n', '')]);
});
