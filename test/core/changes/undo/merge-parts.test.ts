import { expect, test } from 'vitest';
import { mergeParts } from '../../../../src/core/changes/undo/merge-parts.ts';
import { mergeTexts } from '../../../../src/core/text/text-diff.ts';
import { partsOf, told } from './parts.ts';

const join = ({ base, ours, theirs }: { base: string | null; ours: string; theirs: string }) =>
  base === null ? null : mergeTexts(base, ours, theirs);

test.each<[string, string, string, string, string | null]>([
  ['nothing changed', 'a b c', 'a b c', 'a b c', 'a b c'],
  ['ours changed', 'a=1 b', 'a=2 b', 'a=1 b', 'a=2 b'],
  ['theirs changed', 'a=1 b', 'a=1 b', 'a=2 b', 'a=2 b'],
  ['both the same', 'a=1', 'a=2', 'a=2', 'a=2'],
  ['both, other words', 'a=un_deux_trois', 'a=one_deux_trois', 'a=un_deux_three', 'a=one_deux_three'],
  ['both, the same words', 'a=1', 'a=2', 'a=3', null],
  ['each another part', 'a=1 b=1', 'a=2 b=1', 'a=1 b=2', 'a=2 b=2'],
  ['ours added', 'a b', 'a x b', 'a b', 'a x b'],
  ['theirs added', 'a b', 'a b', 'a x b', 'a x b'],
  ['theirs added two behind one', 'a b', 'a b', 'a x y b', 'a x y b'],
  ['theirs added at the front', 'a b', 'a b', 'x a b', 'x a b'],
  ['theirs added at the end', 'a b', 'a b', 'a b x', 'a b x'],
  ['both added at one place', 'a b', 'a x b', 'a y b', 'a y x b'],
  ['both added the same', 'a b', 'a x=1 b', 'a x=1 b', 'a x=1 b'],
  ['both added one key', 'a b', 'a x=1 b', 'a x=2 b', null],
  ['ours deleted', 'a b c', 'a c', 'a b c', 'a c'],
  ['theirs deleted', 'a b c', 'a b c', 'a c', 'a c'],
  ['ours deleted what they changed', 'a b=1 c', 'a c', 'a b=2 c', 'a b=2 c'],
  ['theirs deleted what we changed', 'a b=1 c', 'a b=2 c', 'a c', 'a b=2 c'],
  ['theirs deleted under a remark of ours', 'a b c', 'a #why:b c', 'a c', 'a #why: c'],
  ['ours deleted under a remark of theirs', 'a b c', 'a c', 'a #why:b c', 'a #why: c'],
  ['ours deleted under the remark of before', 'a #why:b c', 'a c', 'a #why:b c', 'a c'],
  ['the order is ours', 'a b c', 'c a b', 'a b=1 c', 'c a b=1'],
  ['theirs added behind what we moved', 'a b c', 'c a b', 'a b c x', 'c x a b'],
  ['theirs added behind what we deleted', 'a b c', 'a c', 'a b x c', 'a x c'],
  ['the second of two twins changed', 'a=1 a=1', 'a=1 a=1', 'a=1 a=2', 'a=1 a=2'],
])('%s', (_what, base, ours, theirs, merged) => {
  expect(told(mergeParts({ base: partsOf(base), ours: partsOf(ours), theirs: partsOf(theirs) }, { join }))).toBe(
    merged,
  );
});
