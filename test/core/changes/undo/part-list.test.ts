import { describe, expect, test } from 'vitest';
import { keyOfChange, type PartChange } from '../../../../src/core/changes/ports/file-parts.ts';
import { createPartList, type PartList } from '../../../../src/core/changes/undo/part-list.ts';
import { placeFor, placesIn } from '../../../../src/core/changes/undo/place-parts.ts';
import { partsOf, told } from './parts.ts';

const part = (word: string) => partsOf(word)[1] ?? null;

describe('a list of parts', () => {
  test.each<[string, string, (list: PartList) => unknown, string]>([
    ['as it was', 'a b', () => {}, 'a b'],
    ['one in the place of another', 'a b c', (list) => put(list, 'b', 'x'), 'a x c'],
    ['one that says something else', 'a b=1 c', (list) => put(list, 'b=1', 'b=2'), 'a b=2 c'],
    ['one less', 'a b c', (list) => put(list, 'b', null), 'a c'],
    ['all less', 'a b', (list) => ['a', 'b'].map((one) => put(list, one, null)), ''],
    ['one that says something else is not found', 'a=1', (list) => put(list, 'a=2', null), 'a=1'],
    ['one under a remark is another', '#why:a', (list) => put(list, 'a', null), '#why:a'],
    ['the right one of two twins', 'a=1 a=2', (list) => put(list, 'a=2', null), 'a=1'],
    ['one more before another', 'a b', (list) => list.insert(part('x') as never, list.living('b')), 'a x b'],
    ['one more at the end', 'a b', (list) => list.insert(part('x') as never, null), 'a b x'],
    ['never before the head', 'a b', (list) => list.insert(part('x') as never, list.first()), 'x a b'],
    [
      'one found by the key it has now',
      'a b',
      (list) => ['x', 'y'].reduce((was, now) => put(list, was, now), 'a'),
      'y b',
    ],
  ])('%s', (_what, before, change, after) => {
    const list = createPartList(partsOf(before));
    change(list);
    const parts = list.toArray();
    expect([told(parts), list.size()]).toEqual([after, parts.length]);
  });

  function put(list: PartList, word: string, other: string | null): string {
    const slot = list.find(part(word));
    if (slot !== null) list.replace(slot, other === null ? null : part(other));
    return other ?? '';
  }

  test('nothing stands nowhere', () => {
    const list = createPartList(partsOf('a'));
    expect([list.find(null), list.living('b')]).toEqual([null, null]);
  });
});

describe('where a part goes that stood there before', () => {
  /** `b after a before c` went. */
  const gone = (words: string): PartChange => {
    const [key = '', follows = '', leads = ''] = words.split(' ');
    const or = (one: string) => (one === '-' ? null : one);
    return { from: part(key), to: null, follows: or(follows), leads: or(leads) };
  };
  test.each<[string, string, string[], string, string]>([
    ['behind the one it followed', 'a c', ['b a c'], 'b', 'c'],
    ['at the end', 'a', ['b a (tail)'], 'b', '(tail)'],
    ['at the front', 'b', ['a (head) b'], 'a', 'b'],
    ['behind the last living one', 'a d', ['b a c', 'c b d'], 'c', 'd'],
    ['behind one that moved', 'x a', ['b a c'], 'b', '(tail)'],
    ['behind what is known to have stood between', 'a b d', ['b a c', 'c a d'], 'c', 'd'],
    ['not behind what nobody knows of', 'a x d', ['b a c', 'c b d'], 'c', 'x'],
    ['before all where nothing is known', 'a b', [], 'x', '(head)'],
    ['in a circle', 'a b', ['x y -', 'y x -'], 'x', '(head)'],
  ])('%s', (_what, now, went, key, before) => {
    const places = placesIn(went.map(gone));
    const slot = placeFor(key, createPartList(partsOf(now)), places);
    expect(slot === null ? null : keyOfChange({ from: null, to: slot.part })).toBe(before);
  });
});
