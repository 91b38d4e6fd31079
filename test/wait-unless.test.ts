import { expect, test } from 'vitest';
import { waitUnless } from '../src/wait-unless.ts';

test.each<[string, number, number, boolean, [number, number]]>([
  ['nobody cancels', 250, Number.POSITIVE_INFINITY, true, [240, 1000]],
  ['somebody had cancelled', 10_000, 0, false, [0, 100]],
  ['somebody cancels meanwhile', 10_000, 3, false, [180, 1000]],
  ['somebody cancels at the very end', 50, 2, false, [40, 500]],
  ['there is nothing to wait for', 0, Number.POSITIVE_INFINITY, true, [0, 100]],
])('%s: the time is waited out, or not', async (_what, wait, cancelledAtLook, isOver, [least, most]) => {
  let looks = 0;
  const isCancelled = () => {
    looks += 1;
    return looks >= cancelledAtLook;
  };
  const began = performance.now();
  expect(await waitUnless(isCancelled, wait)).toBe(isOver);
  const took = performance.now() - began;
  expect([took >= least, took < most]).toEqual([true, true]);
});
