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
])('%s', (_what, ours, theirs, merged) => {
  expect(merge(ours, theirs)).toBe(merged);
});

test('other files of an article consist of lines', () => {
  expect(merge(BASE, BASE, 'content/essai/notes.md')).toBeUndefined();
});
