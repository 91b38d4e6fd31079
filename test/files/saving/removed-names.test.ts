import { expect, test } from 'vitest';
import { removedName, removedSlug } from '../../../src/files/saving/removed-names.ts';

test.each([
  ['pont-1700000000000', 'pont'],
  ['pont-2-1700000000000', 'pont-2'],
  [removedName('deepseek-r2', 0), 'deepseek-r2'],
  [removedName('a'.repeat(100), 1), 'a'.repeat(100)],
  // near-misses
  ['pont', null],
  ['pont-', null],
  ['-1700000000000', null],
  ['pont-17000000000000000', null],
  ['pont--1700000000000', null],
  ['Pont-1700000000000', null],
  ['../pont-1700000000000', null],
  ['pont/x-1700000000000', null],
  [`${'a'.repeat(101)}-1`, null],
  ['', null],
])('the article kept as “%s” was %j', (name, slug) => {
  expect(removedSlug(name)).toBe(slug);
});
