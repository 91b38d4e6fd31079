import { expect, test } from 'vitest';
import { once } from '../../../src/core/model/once.ts';

test.each<[string, unknown, number]>([
  ['a text', 'token', 3],
  ['nothing', undefined, 2],
  ['null', null, 2],
  ['what is never asked for', 'token', 0],
  ['what is asked for once', 'token', 1],
])('%s is made once at most', (_what, value, times) => {
  let made = 0;
  const get = once(() => {
    made += 1;
    return value;
  });
  const given = Array.from({ length: times }, () => get());
  expect([given, made]).toEqual([Array.from({ length: times }, () => value), Math.min(times, 1)]);
});

test('what could not be made is tried again', () => {
  let tries = 0;
  const get = once(() => {
    tries += 1;
    if (tries === 1) throw new Error('not yet');
    return tries;
  });
  expect(get).toThrow('not yet');
  expect([get(), get()]).toEqual([2, 2]);
});
