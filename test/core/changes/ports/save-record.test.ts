import { expect, test } from 'vitest';
import { type FileSave, type MoveSave, standingOf } from '../../../../src/core/changes/ports/save-record.ts';

const SEEN = { what: 'x', where: '/', time: 5, by: null };
const PART = { key: 'k', gap: '', body: 'a' };
const fileSave = (number: number, undoes: number | null): FileSave => ({
  ...{ ...SEEN, kind: 'file', number, undoes, file: 'content/a/en.po', isChosen: false, isNew: false },
  changes: [{ from: PART, to: { ...PART, body: `${number}` }, follows: null, leads: null }],
  turned: undoes === null ? [] : [0],
});
const move = (number: number, undoes: number | null): MoveSave => ({
  ...{ ...SEEN, kind: 'move', number, undoes, slug: 'a', title: 'A', did: 'removed', removed: 'a-1' },
});

test.each([
  ['a save', [fileSave(1, null)], [1]],
  ['a save that was undone, and its undo', [fileSave(1, null), fileSave(2, 1)], [2]],
  ['the undo of an undo', [fileSave(1, null), fileSave(2, 1), fileSave(3, 2)], [1, 3]],
  ['an undo of what is not remembered any more', [fileSave(2, 1)], []],
  ['the undo of such an undo', [fileSave(2, 1), fileSave(3, 2)], []],
  ['a save beside an undo of what is not remembered', [fileSave(2, 1), fileSave(3, null)], [3]],
  ['an undo of what comes after it', [fileSave(1, 2), fileSave(2, null)], [2]],
  ['an article that was removed', [move(1, null)], [1]],
  ['an article of which only the undo is remembered', [move(2, 1)], []],
])('what is left to undo: %s', (_what, saves, open) => {
  const standing = standingOf(saves);
  expect(saves.filter((save) => standing.open(save).length > 0).map(({ number }) => number)).toEqual(open);
});
