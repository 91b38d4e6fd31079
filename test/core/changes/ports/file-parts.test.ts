import { array, assert, constantFrom, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedParts, type FilePart } from '../../../../src/core/changes/ports/file-parts.ts';
import { rounds } from '../../../rounds.ts';

/** `a` for an entry, `a=1` for what it says. */
const partsOf = (text: string): FilePart[] =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ({ key: word.split('=')[0] ?? '', gap: '', body: word.split('=')[1] ?? '' }));
const told = (part: FilePart | null) =>
  part === null ? '-' : part.body === '' ? part.key : `${part.key}=${part.body}`;
const changesOf = (before: string, after: string) =>
  changedParts(partsOf(before), partsOf(after)).map(({ from, to }) => `${told(from)} → ${told(to)}`);

describe('what differs', () => {
  test.each<[string, string, string, string[]]>([
    ['nothing', 'a b c', 'a b c', []],
    ['the whole of a file', '', 'a b', ['- → a', '- → b']],
    ['what one says', 'a b=1 c', 'a b=2 c', ['b=1 → b=2']],
    ['one that came', 'a c', 'a b c', ['- → b']],
    ['one that went', 'a b c', 'a c', ['b → -']],
    ['one that has another key in its place', 'a b=1 c', 'a d=1 c', ['b=1 → d=1']],
    ['two that came where one stood', 'a b c', 'a d e c', ['b → -', '- → d', '- → e']],
    ['one that went to the end', 'a b c d', 'b c d a', ['a → -', '- → a']],
    ['one that went to the front', 'a b c d', 'd a b c', ['- → d', 'd → -']],
    ['the first of two twins', 'a=1 b a=2', 'b a=2', ['a=1 → -']],
    ['the last of two twins', 'a=1 b a=2', 'a=1 b', ['a=2 → -']],
    ['a twin more', 'a b', 'a a b', ['- → a']],
    ['what each of two twins says', 'a=1 a=2', 'a=3 a=4', ['a=1 → a=3', 'a=2 → a=4']],
  ])('%s', (_what, before, after, changes) => {
    expect(changesOf(before, after)).toEqual(changes);
  });
});

test('a change knows what stands beside it', () => {
  const [came, went] = changedParts(partsOf('a b c'), partsOf('x a b'));
  expect([came, went]).toMatchObject([
    { follows: null, leads: 'a' },
    { follows: 'b', leads: null },
  ]);
});

const many = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `e${from + i}`).join(' ');

describe('of a file of very many parts', () => {
  const COUNT = 5000;
  test.each<[string, string, string, string[]]>([
    ['two far from each other', `x ${many(0, COUNT)} y`, `${many(0, COUNT)}`, ['x → -', 'y → -']],
    ['one that came and one that went', many(0, COUNT), `x ${many(0, COUNT - 1)}`, ['- → x', `e${COUNT - 1} → -`]],
    ['one that went from the front to the end', many(0, COUNT), `${many(1, COUNT)} e0`, ['e0 → -', '- → e0']],
    ['two whose keys are others', `x ${many(0, COUNT)} y`, `u ${many(0, COUNT)} v`, ['x → u', 'y → v']],
    [
      'one of very many twins',
      `x ${'a '.repeat(COUNT)}y`,
      `y ${'a '.repeat(COUNT)}x`,
      ['x → -', '- → y', 'y → -', '- → x'],
    ],
  ])('%s', (_what, before, after, changes) => {
    expect(changesOf(before, after)).toEqual(changes);
  });
});

test('what they say in all makes the one file of the other, and as little as can be', () => {
  const part = record({ key: constantFrom('a', 'b', 'c', 'd'), gap: constantFrom(''), body: constantFrom('') });
  assert(
    property(array(part, { maxLength: 7 }), array(part, { maxLength: 7 }), (before, after) => {
      const changes = changedParts(before, after);
      const [gone, come] = [changes.map(({ from }) => from), changes.map(({ to }) => to)];
      expect(before.filter((one) => !gone.includes(one)).map(told)).toEqual(
        after.filter((one) => !come.includes(one)).map(told),
      );
      expect(changes.length).toBeLessThanOrEqual(before.length + after.length - 2 * common(before, after));
    }),
    { numRuns: rounds(100, 3000) },
  );
});

/** How many parts are the same in one order at most, of all that may be chosen. */
function common(a: readonly FilePart[], b: readonly FilePart[]): number {
  const [first, ...rest] = a;
  if (first === undefined || b.length === 0) return 0;
  const at = b.findIndex(({ key }) => key === first.key);
  const kept = at < 0 ? 0 : 1 + common(rest, b.slice(at + 1));
  return Math.max(kept, common(rest, b));
}
