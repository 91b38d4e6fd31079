import { expect, test } from 'vitest';
import { mergerOf } from '../../../src/formats/merge/merge-versions.ts';

const BASE = '---\ntitle: Un essai\n---\n\nUn jeton, puis un autre.\n\nDeux puces.\n';
const merge = (ours: string, theirs: string, file = 'content/essai/fr.md') =>
  mergerOf(file)?.({ base: BASE, ours, theirs });

test.each<[string, string, string, string | null]>([
  [
    'different paragraphs',
    BASE.replace('Deux', 'Trois'),
    BASE.replace('Un jeton', 'Le jeton'),
    BASE.replace('Deux', 'Trois').replace('Un jeton', 'Le jeton'),
  ],
  [
    'different words of one paragraph',
    BASE.replace('autre', 'second'),
    BASE.replace('Un jeton', 'Le jeton'),
    BASE.replace('autre', 'second').replace('Un jeton', 'Le jeton'),
  ],
  ['the same words', BASE.replace('autre', 'second'), BASE.replace('autre', 'deuxième'), null],
  [
    'a title and a date',
    BASE.replace('Un essai', 'Un autre essai'),
    BASE.replace('essai\n', 'essai\ndate: 2025-01-01\n'),
    BASE.replace('Un essai\n', 'Un autre essai\ndate: 2025-01-01\n'),
  ],
  ['one paragraph added at the end by both', `${BASE}\nFin.\n`, `${BASE}\nFin.\n`, `${BASE}\nFin.\n`],
  ['two paragraphs added at the end', `${BASE}\nFin.\n`, `${BASE}\nSuite.\n`, null],
  [
    'a paragraph that one deleted and the other changed',
    BASE.replace('\nDeux puces.\n', ''),
    BASE.replace('Deux', 'Six'),
    null,
  ],
  ['paragraphs that one moved', BASE.replace(/(Un .*)\n\n(Deux .*)/, '$2\n\n$1'), BASE.replace('Deux', 'Six'), null],
  ['line ends of one side', BASE.replaceAll('\n', '\r\n'), BASE.replace('Deux', 'Six'), null],
])('%s', (_what, ours, theirs, merged) => {
  expect(merge(ours, theirs)).toBe(merged);
});

test('other files of an article consist of lines', () => {
  expect(merge(BASE, BASE, 'content/essai/notes.md')).toBeUndefined();
});
