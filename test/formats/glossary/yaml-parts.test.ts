import { describe, expect, test } from 'vitest';
import { joinParts } from '../../../src/core/changes/ports/file-parts.ts';
import { finish } from '../../../src/core/model/slices.ts';
import { YAML_PARTS } from '../../../src/formats/glossary/yaml-parts.ts';

const PUCE = '- fr: puce\n  en: chip\n';
const cut = (text: string) => finish(YAML_PARTS.split(text));
const bodiesOf = (text: string) =>
  cut(text)
    .slice(1, -1)
    .map(({ body }) => body);

describe('an entry ends', () => {
  test.each<[string, string, string]>([
    ['before a remark on the next one', '- fr: jeton\n  en: token', '\n\n# about chips\n'],
    ['before an indented remark', '- fr: jeton\n  en: token', '\n  # about chips\n'],
    [
      'behind a text whose last line begins like a remark',
      '- fr: jeton\n  en: token\n  note: |\n    one\n    # two',
      '\n',
    ],
    ['behind one of several such lines', '- fr: jeton\n  note: >-\n    # one\n\n    # two\n  en: token', '\n\n'],
    ['behind the rest of a line', '- fr: jeton\n  en: token # the usual one', '\n'],
  ])('%s', (_what, entry, gap) => {
    expect(bodiesOf(`${entry}${gap}${PUCE}`)).toEqual([entry, PUCE.trimEnd()]);
  });
});

test.each(['', '[]\n', '# alone\n', PUCE, `\n${PUCE}\n# end\n`, `- fr: |\n    a\n    # b\n  en: c\n${PUCE}`])(
  'head, entries and end are the file: %j',
  (text) => {
    expect(joinParts(cut(text))).toBe(text);
  },
);

test('a dash behind a sign that breaks no line for the parser is none of the list', () => {
  expect(bodiesOf(`# one\u2028  - two\n${PUCE}`)).toEqual([PUCE.trimEnd()]);
});
