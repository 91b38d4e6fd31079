import { describe, expect, test } from 'vitest';
import { PO_PARTS } from '../../../src/formats/article/po-parts.ts';

const message = (text: string, ...remarks: readonly string[]) =>
  [...remarks, 'msgid "Une puce."', `msgstr "${text}"`].join('\n');
const merge = (base: string, yours: string, theirs: string) => PO_PARTS.merge(base, yours, theirs);

describe('a merged text is as reviewed as the side that it comes from', () => {
  const CHIP = message('A chip.', '# origin: deepl', '#, fuzzy');
  const FLEA = message('A flea.', '# origin: chat', '#, fuzzy');
  const APPROVED = message('A chip.', '# origin: deepl', '# terms: chip 3fa2c1');

  test.each([
    ['a draft of yours, where theirs approved another text', CHIP, FLEA, APPROVED, FLEA],
    ['a draft of theirs, where yours approved another text', CHIP, APPROVED, FLEA, FLEA],
    ['the same text, approved by one', CHIP, CHIP, APPROVED, APPROVED],
    [
      'a waiver on one side, a reviewed text on the other',
      APPROVED,
      message('A chip.', '# origin: deepl', '# terms: chip 3fa2c1', '# waive: chip 000000000000 - x'),
      message('The chip.', '# origin: person', '# terms: chip 3fa2c2'),
      message('The chip.', '# origin: person', '# terms: chip 3fa2c2', '# waive: chip 000000000000 - x'),
    ],
    [
      'words of both, each reviewed',
      message('A big chip is hot.', '# terms: chip 3fa2c1'),
      message('One big chip is hot.', '# terms: chip 3fa2c1'),
      message('A big chip is cold.', '# terms: chip 3fa2c1'),
      message('One big chip is cold.', '#, fuzzy'),
    ],
  ])('%s', (_what, base, yours, theirs, merged) => {
    expect(merge(base, yours, theirs)).toBe(merged);
  });
});

test('an old source of several lines is one remark', () => {
  const old = (text: string, ...more: readonly string[]) =>
    message('A chip.', ...more, '#, fuzzy', '#| msgid ""', `#| "Une longue ${text} "`, '#| "puce."');
  expect(merge(old('a'), old('b'), old('a', '# note: seen'))).toBe(old('b', '# note: seen'));
});

test('what a message says to people has no stamps of entries', () => {
  const { details } = PO_PARTS.says(message('A chip.', '# terms: chip 3fa2c1, ai-act 00ff00', '# note: see 3fa2c1'));
  expect(details).toEqual(['reviewed', 'terms: chip, ai-act', 'note: see 3fa2c1']);
});
