import { expect, test } from 'vitest';
import { plainly } from '../../../../src/core/text/told-words.ts';
import type { Named } from '../../../../src/http/pages/frame/names.ts';
import { savedNotice } from '../../../../src/http/pages/frame/saved-notice.ts';

const NOTHING = { articles: new Map(), glossary: { byId: new Map() } } as unknown as Named;
const SAVE = {
  ...{ number: 7, file: 'content/essai/en.po', where: '/articles/essai#p2', time: 0, by: null },
  ...{ undoable: true, isInPlace: true },
};

test.each([
  ['paragraph 2 of essai', null, 'Saved: paragraph 2 of essai.'],
  ['entry token', null, 'Saved: entry token.'],
  ['undone: paragraph 2 of essai', 6, 'Undone: paragraph 2 of essai.'],
  ['done again: entry token', 6, 'Done again: entry token.'],
  ['undone business, an entry', null, 'Saved: undone business, an entry.'],
])('of “%s”, which undoes save %s, a page says “%s”', (what, undoes, says) => {
  expect(plainly(savedNotice({ ...SAVE, what, undoes }, NOTHING).says)).toBe(says);
});

test('an article that came or went has a sentence of its own, with its title in French', () => {
  const move = { title: 'Essai', says: '“Essai” removed. It is kept.', undo: 'Bring it back' };
  expect(savedNotice({ ...SAVE, what: '“Essai” removed', undoes: null, move }, NOTHING).says).toEqual([
    { text: '“', isFrench: false },
    { text: 'Essai', isFrench: true },
    { text: '”', isFrench: false },
    { text: ' removed. It is kept.', isFrench: false },
  ]);
});
