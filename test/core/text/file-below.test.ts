import { expect, test } from 'vitest';
import { isBelow } from '../../../src/core/text/file-below.ts';

test.each([
  'plan.png',
  'images/plan.png',
  'images/2025/mars/plan vue.png',
  'a/b/c/d/plan.png',
  'été/Île.png',
  'a..b/c..png',
  'images/~plan.png',
  'constructor/toString.png',
])('“%s” lies below', (name) => {
  expect(isBelow(name)).toBe(true);
});

test.each([
  '',
  '/plan.png',
  'images/',
  'images//plan.png',
  '../plan.png',
  'images/../plan.png',
  'images/../../plan.png',
  'images/..',
  './plan.png',
  'images/./plan.png',
  '.git/plan.png',
  'images/.plan.png',
  'images/.../plan.png',
  'images\\plan.png',
  '..\\plan.png',
  'C:/plan.png',
  'images/plan.png:other.png',
  'images/plan.png\0.png',
  'images/pl\nan.png',
  'images/ plan.png',
  'images/plan.png?a',
  'images/plan.png#a',
  'a/b/c/d/e/plan.png',
  `images/${'a'.repeat(202)}`,
])('“%s” does not', (name) => {
  expect(isBelow(name)).toBe(false);
});
