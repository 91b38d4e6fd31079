import { afterEach, describe, expect, test, vi } from 'vitest';
import { createParcels } from '../../src/http/parcels.ts';

afterEach(() => vi.useRealTimers());

const MINUTE = 60_000;
const MB = 1024 * 1024;

test('whoever brought a thing gets it again, by a name that nobody can guess', () => {
  const parcels = createParcels<string>(() => 0);
  const names = Array.from({ length: 10 }, (_, i) => parcels.put('me', `thing ${i}`, 1) ?? '');
  expect(names.map((name) => parcels.get('me', name))).toEqual(names.map((_, i) => `thing ${i}`));
  expect([new Set(names).size, names.every((name) => /^[\w-]{24}$/.test(name))]).toEqual([10, true]);
});

describe('nothing comes', () => {
  const parcels = createParcels<string>(() => 0);
  const name = parcels.put('me', 'thing', 1) ?? '';
  test.each([
    ['to somebody else', 'you', name],
    ['to nobody', '', name],
    ['by another name', 'me', `${name}x`],
    ['by no name', 'me', ''],
    ['by a name of every object', 'me', 'constructor'],
  ])('%s', (_what, owner, asked) => {
    expect(parcels.get(owner, asked)).toBe(null);
  });
});

test.each([
  [29, 'thing'],
  [30, null],
])('after %i minutes it is %s', (minutes, kept) => {
  let now = 0;
  const parcels = createParcels<string>(() => now);
  const name = parcels.put('me', 'thing', 1) ?? '';
  now = minutes * MINUTE;
  expect(parcels.get('me', name)).toBe(kept);
});

test('of ten thousand things of one owner the last ten are kept, and all of another', () => {
  const parcels = createParcels<number>(() => 0);
  const other = parcels.put('you', -1, 1) ?? '';
  const names = Array.from({ length: 10_000 }, (_, i) => parcels.put('me', i, 1) ?? '');
  const kept = names.flatMap((name) => parcels.get('me', name) ?? []);
  expect([kept, parcels.get('you', other)]).toEqual([[9990, 9991, 9992, 9993, 9994, 9995, 9996, 9997, 9998, 9999], -1]);
});

test('large things of one owner make room for each other', () => {
  const parcels = createParcels<number>(() => 0);
  const names = Array.from({ length: 5 }, (_, i) => parcels.put('me', i, 10 * MB) ?? '');
  expect(names.map((name) => parcels.get('me', name))).toEqual([null, null, null, 3, 4]);
});

test('ten thousand owners take no more than there is room for, and lose nothing of what they have', () => {
  const parcels = createParcels<number>(() => 0);
  const names = Array.from({ length: 10_000 }, (_, i) => parcels.put(`owner ${i}`, i, 10 * MB));
  const kept = names.filter((name, i) => name !== null && parcels.get(`owner ${i}`, name) === i);
  expect([kept.length, names.slice(9).every((name) => name === null)]).toEqual([9, true]);
});

test('what is too old makes room', () => {
  let now = 0;
  const parcels = createParcels<number>(() => now);
  for (let i = 0; i < 9; i += 1) parcels.put(`owner ${i}`, i, 10 * MB);
  const before = parcels.put('me', 1, 10 * MB);
  now = 30 * MINUTE;
  expect([before, parcels.put('me', 1, 10 * MB) === null]).toEqual([null, false]);
});

test.each([
  [29, 'thing'],
  [31, null],
])('after %i minutes in which nobody asks, the memory has %s', (minutes, kept) => {
  vi.useFakeTimers();
  let now = 0;
  const parcels = createParcels<string>(() => now);
  const name = parcels.put('me', 'thing', 1) ?? '';
  for (let minute = 1; minute <= minutes; minute += 1) {
    now = minute * MINUTE;
    vi.advanceTimersByTime(MINUTE);
  }
  // By a clock that goes back, whatever is still there would be had again.
  now = 0;
  expect([parcels.get('me', name), vi.getTimerCount()]).toEqual([kept, kept === null ? 0 : 1]);
});
