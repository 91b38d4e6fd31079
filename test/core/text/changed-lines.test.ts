import { expect, test } from 'vitest';
import { changedLines } from '../../../src/core/text/changed-lines.ts';
import { diffTexts } from '../../../src/core/text/text-diff.ts';

const ENTRY = `- fr: jeton
  en: token
  not:
    - chip
    - { term: mark, why: no }
  definition: A unit of text.
  note: |
    One.

    Two.
  domain: models
  examples:
    - un jeton => a token
    - deux jetons => two tokens`;

test.each<[string, string | RegExp, string, string]>([
  ['a word', 'unit of', 'piece of', '- fr: jeton\n…\n  definition: A [-unit][+piece] of text.\n…'],
  ['the first line', 'fr: jeton', 'fr: sceau', '- fr: [-jeton][+sceau]\n…'],
  [
    'the last line',
    'two tokens',
    '2 tokens',
    '- fr: jeton\n…\n  examples:\n    - un jeton => a token\n    - deux jetons => [-two][+2] tokens',
  ],
  ['an item', 'chip', 'shard', '- fr: jeton\n  en: token\n  not:\n    - [-chip][+shard]\n…'],
  ['below an empty line', 'Two.', 'Three.', '- fr: jeton\n…\n  note: |\n…\n    [-Two][+Three].\n…'],
  [
    'a line that came',
    '  domain:',
    '  count: unit\n  domain:',
    '- fr: jeton\n…\n  [+count: unit\n  ]domain: models\n…',
  ],
  ['a line that went', '  domain: models\n', '', '- fr: jeton\n…\n  [-domain: models\n  ]examples:\n…'],
  ['two lines', /jeton$|models/gm, 'sceau', '- fr: [-jeton][+sceau]\n…\n  domain: [-models][+sceau]\n…'],
  ['nothing', '', '', ENTRY],
])('of an entry %s', (_what, from, into, shown) => {
  const signs = { same: '', out: '-', in: '+' };
  const pieces = changedLines(diffTexts(ENTRY, ENTRY.replace(from, into)));
  expect(pieces.map(({ kind, text }) => (kind === 'same' ? text : `[${signs[kind]}${text}]`)).join('')).toBe(shown);
});

test.each([
  ['', 'a\nb\nc'],
  ['a\nb\nc', ''],
  ['one two', 'one 2'],
  ['a\nb', 'a\nc'],
  ['a\n\nb', 'a\n\nb'],
])('all of a difference is shown where it has no two lines that stayed: %j, %j', (before, after) => {
  expect(changedLines(diffTexts(before, after))).toEqual(diffTexts(before, after));
});

test('a long text takes time as its lines, not as their square', () => {
  const lines = Array.from({ length: 50_000 }, (_, i) => `${' '.repeat(i % 7)}line ${i}\n`).join('');
  const pieces = changedLines([
    { kind: 'same', text: lines },
    { kind: 'in', text: 'end' },
  ]);
  expect(pieces.length).toBeLessThan(5);
});
