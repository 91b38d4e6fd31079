import { expect, test } from 'vitest';
import type { PartWords } from '../../../src/core/changes/file-parts.ts';
import { changeView } from '../../../src/http/pages/change-view.ts';

const saying = (details: readonly string[]): PartWords => ({
  name: 'Un jeton.',
  text: 'A token.',
  language: 'en',
  details,
});
const written = (pieces: ReturnType<typeof changeView>['details'][number]) =>
  pieces.map(({ text, isOut, isIn }) => (isOut ? `[-${text}]` : isIn ? `[+${text}]` : text)).join('');

test.each<[string, string[], string[], string[]]>([
  ['a state', ['draft'], ['reviewed'], ['[-draft][+reviewed]']],
  [
    'who wrote it',
    ['origin: project 2026-11-25'],
    ['origin: person 2026-11-27'],
    ['origin: [-project 2026-11-25][+person 2026-11-27]'],
  ],
  ['one of its terms', ['terms: chip, model, token'], ['terms: model, token, unit'], ['terms: [-chip][+unit]']],
  ['a remark that came', [], ['note: see above'], ['note: [+see above]']],
  ['a remark that went', ['note: see above'], [], ['note: [-see above]']],
  ['one of two notes', ['note: one', 'note: two'], ['note: one', 'note: three'], ['note: [-two][+three]']],
  ['the order of its terms', ['terms: token, chip'], ['terms: chip, token'], []],
  ['nothing', ['draft', 'note: one'], ['draft', 'note: one'], []],
])('of what changed is shown what it was and is: %s', (_what, before, after, shown) => {
  expect(changeView({ before: saying(before), after: saying(after) }).details.map(written)).toEqual(shown);
});

test('of an entry the lines that did not change are left out, of a paragraph none', () => {
  const lines = (word: string) => `- fr: jeton\n  en: token\n  domain: models\n  note: ${word}`;
  const shown = (language: 'en' | '') => {
    const [before, after] = ['one', 'two'].map((word) => ({ ...saying([]), text: lines(word), language }));
    return changeView({ before: before ?? null, after: after ?? null })
      .diff.pieces.map(({ text }) => text)
      .join('|');
  };
  expect([shown(''), shown('en')]).toEqual([
    '- fr: jeton\n…\n  note: |one|two',
    '- fr: jeton\n  en: token\n  domain: models\n  note: |one|two',
  ]);
});

test('the French that tells which paragraph it is breaks no line within its quotation marks', () => {
  expect(changeView({ before: null, after: { ...saying([]), name: '« Un jeton » : oui' } }).name).toBe(
    '«\u00a0Un jeton\u00a0»\u00a0: oui',
  );
});
