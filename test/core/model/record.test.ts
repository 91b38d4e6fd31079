import { expect, test } from 'vitest';
import { isRecord } from '../../../src/core/model/record.ts';

test.each<[string, unknown, boolean]>([
  ['an object', { id: 'token' }, true],
  ['an object without members', {}, true],
  ['an object without a prototype', Object.create(null), true],
  ['a list', ['token'], false],
  ['null', null, false],
  ['nothing', undefined, false],
  ['a text', 'token', false],
  ['a number', 1, false],
])('%s: has members by name, or not', (_what, value, is) => {
  expect(isRecord(value)).toBe(is);
});
