import { expect, test } from 'vitest';
import type { PartWords } from '../../../../src/core/changes/ports/file-parts.ts';
import { changeView } from '../../../../src/http/pages/history/change-view.ts';

const saying = (details: readonly string[]): PartWords => ({
  name: 'Un jeton.',
  text: 'A token.',
  language: 'en',
  details,
});
const written = (pieces: ReturnType<typeof changeView>['diff']['pieces']) =>
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
  const details = changeView({ before: saying(before), after: saying(after) }).details.map((pieces) =>
    pieces.map(({ line, ...change }) => ({ ...change, text: line.map(({ text }) => text).join('') })),
  );
  expect(details.map(written)).toEqual(shown);
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

// Before, after, and the difference that is shown, of the English of a paragraph.
test.each<[string, string, string, string]>([
  ['a word in a text with marks', 'Two *chips*.', 'Two *tokens*.', 'Two [-chips][+tokens].'],
  ['a word beside a link', 'See [it](https://a.fr/b).', 'Read [it](https://a.fr/b).', '[-See][+Read] it.'],
  ['marks alone', 'Two *chips*.', 'Two chips.', 'Two [-*]chips[-*].'],
  ['stars that are none', '2 * 3 * 4', '2 * 3 * 5', '2 * 3 * [-4][+5]'],
  ['a text that came', '', 'Two **chips**.', '[+Two chips.]'],
])('the words of a paragraph are compared, not its marks: %s', (_what, before, after, shown) => {
  const words = (text: string): PartWords => ({ ...saying([]), text });
  expect(written(changeView({ before: words(before), after: words(after) }).diff.pieces)).toBe(shown);
});

test.each<[string, string, PartWords['language'], string]>([
  ['a paragraph', 'Un *jeton* et [un lien](https://a.fr).', 'en', 'Un jeton et un lien.'],
  ['a paragraph of stars', '2 * 3', 'en', '2 * 3'],
  ['an entry, which has no marks', '*args', '', '*args'],
])('the name is read as the page reads it: %s', (_what, name, language, shown) => {
  const words: PartWords = { ...saying([]), name, language };
  expect(changeView({ before: null, after: words }).name).toBe(shown);
});
