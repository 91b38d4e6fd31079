import { expect, test } from 'vitest';
import { findUnwritable, leaveOutUnwritable } from '../../../src/core/text/unwritable.ts';

test.each([
  ['a NUL', 'a\0b', 'U+0000', 'ab'],
  ['the end of a context in gettext', 'a\u0004b', 'U+0004', 'ab'],
  ['an escape', 'a\u001b[31mb', 'U+001B', 'a[31mb'],
  ['delete', 'a\u007f', 'U+007F', 'a'],
  ['a page break', 'a\fb', 'U+000C', 'a b'],
  ['a lone carriage return', 'a\rb', 'U+000D', 'a b'],
  ['half a pair', 'a\ud83d b', 'U+D83D', 'a b'],
  ['the other half', '\ude42', 'U+DE42', ''],
  ['a tab and a line break', 'a\tb\nc', null, 'a\tb\nc'],
  ['a line break of Windows', 'a\r\nb', 'U+000D', 'a\nb'],
  ['signs of every width', 'é€🙂\u202e\u00a0\ufeff', null, 'é€🙂\u202e\u00a0\ufeff'],
  ['what is left of another encoding', 'l\u0092eau \u0085', null, 'l\u0092eau \u0085'],
])('%s', (_what, text, found, cleaned) => {
  expect([findUnwritable(text), leaveOutUnwritable(text)]).toEqual([found, cleaned]);
});
