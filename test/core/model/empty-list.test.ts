import { expect, test } from 'vitest';
import { orEmpty } from '../../../src/core/model/empty-list.ts';

test('a list with something in it is itself, and all empty ones are one', () => {
  const list = [1];
  expect([orEmpty(list) === list, orEmpty([]) === orEmpty<string>([]), orEmpty([])]).toEqual([true, true, []]);
});

test('nothing can be put into the empty list that stands for all', () => {
  expect(() => (orEmpty<string>([]) as string[]).push('a')).toThrow(TypeError);
});
