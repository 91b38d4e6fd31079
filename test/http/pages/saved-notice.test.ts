import { expect, test } from 'vitest';
import { savedNotice } from '../../../src/http/pages/saved-notice.ts';

const SAVE = { number: 7, file: 'content/essai/en.po', where: '/articles/essai#p2', time: 0, by: null, undoable: true };

test.each([
  ['paragraph 2 of essai', 'Saved: paragraph 2 of essai.'],
  ['entry token', 'Saved: entry token.'],
  ['undone: paragraph 2 of essai', 'Undone: paragraph 2 of essai.'],
  ['done again: entry token', 'Done again: entry token.'],
  ['entry undone', 'Saved: entry undone.'],
])('of “%s” a page says “%s”', (what, says) => {
  expect(savedNotice({ ...SAVE, what }).says).toBe(says);
});

test('an article that came or went has a sentence of its own', () => {
  const move = { says: 'The article is removed.', undo: 'Bring it back' };
  expect(savedNotice({ ...SAVE, what: 'article essai', move }).says).toBe('The article is removed.');
});
