import { describe, expect, test } from 'vitest';
import { surelyTooLongQuotation } from '../../../src/formats/article/long-quotation.ts';
import { refusalOf } from '../../../src/formats/article/markdown-bounds.ts';

const LONG = '> a\n'.repeat(25_001);

describe('too long a quotation is refused where it begins, before the parser reads it', () => {
  test.each([
    ['alone', LONG, 0],
    ['behind a paragraph', `Un mot.\n\n${LONG}`, 9],
    ['with other line breaks', LONG.replaceAll('\n', '\r\n'), 0],
    ['indented', LONG.replaceAll('>', '   >'), 0],
    ['with empty lines of its own', '> a\n>\n'.repeat(17_000), 0],
    ['of one line', `> ${'a'.repeat(100_000)}`, 0],
  ])('%s', (_what, body, offset) => {
    const { offset: at, rule } = refusalOf(body) ?? {};
    expect([at, rule]).toEqual([offset, 'too-many-marks']);
  });

  test.each([
    ['as long as one may be', `> ${'a'.repeat(99_998)}`],
    ['many, none of them long', '> a\n\n'.repeat(30_000)],
    ['code of such lines', `\`\`\`\n${LONG}\`\`\`\n`],
    ['code by its indent', LONG.replaceAll('>', '    >')],
  ])('but not %s', (_what, body) => {
    expect(surelyTooLongQuotation(body)).toBeNull();
  });
});
