import { expect, test } from 'vitest';
import { savedNotice } from '../../../../src/http/pages/frame/saved-notice.ts';

const SAVE = { number: 7, file: 'content/essai/en.po', where: '/articles/essai#p2', time: 0, by: null, undoable: true };

test.each([
  ['paragraph 2 of essai', null, 'Saved: paragraph 2 of essai.'],
  ['entry token', null, 'Saved: entry token.'],
  ['undone: paragraph 2 of essai', 6, 'Undone: paragraph 2 of essai.'],
  ['done again: entry token', 6, 'Done again: entry token.'],
  ['undone business, an entry', null, 'Saved: undone business, an entry.'],
])('of “%s”, which undoes save %s, a page says “%s”', (what, undoes, says) => {
  expect(savedNotice({ ...SAVE, what, undoes }).says).toBe(says);
});

test('an article that came or went has a sentence of its own', () => {
  const move = { says: 'The article is removed.', undo: 'Bring it back' };
  expect(savedNotice({ ...SAVE, what: 'article essai', undoes: null, move }).says).toBe('The article is removed.');
});
