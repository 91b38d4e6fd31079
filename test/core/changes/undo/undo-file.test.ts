import { array, assert, constantFrom, nat, property, record, shuffledSubarray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedParts, type FilePart } from '../../../../src/core/changes/ports/file-parts.ts';
import type { FileSave } from '../../../../src/core/changes/ports/save-record.ts';
import { type PartUndo, partsAfter, undoParts } from '../../../../src/core/changes/undo/undo-file.ts';
import { finish } from '../../../../src/core/model/slices.ts';
import { rounds } from '../../../rounds.ts';
import { partsOf, READER, told } from './parts.ts';

function saveOf(number: number, before: readonly FilePart[], after: readonly FilePart[]): FileSave {
  const about = { what: `save ${number}`, where: '/', time: number, by: null, file: 'a.yaml' };
  const changes = changedParts(before, after);
  return { kind: 'file', number, ...about, undoes: null, changes, turned: [], isChosen: false, isNew: false };
}

/** What undoing a save comes to, and the save that this is. */
function undo(saves: readonly FileSave[], save: FileSave, parts: readonly FilePart[]) {
  const asked = { saves, save, parts, reader: READER, by: null };
  // What cannot come back under its key is kept as it is.
  const keep = (one: PartUndo) => (one.kind === 'taken' ? { ...one, part: one.now } : one);
  const undone = finish(undoParts(asked)).map(keep);
  const after = finish(partsAfter(asked, undone));
  const kinds = [...new Set(undone.map(({ kind }) => kind))];
  const number = saves.length + 1;
  const turned = undone.map(({ index }) => index);
  return { after, kinds, save: { ...saveOf(number, parts, after ?? parts), undoes: save.number, turned } };
}

describe('a save is undone, whatever else changed since', () => {
  test.each<[string, string, string, string, string, string[]]>([
    ['nothing else', 'a=1 b', 'a=2 b', 'a=2 b', 'a=1 b', ['clean']],
    ['another part', 'a=1 b=1', 'a=2 b=1', 'a=2 b=2', 'a=1 b=2', ['clean']],
    [
      'other words of the part',
      'a=un_deux_trois',
      'a=one_deux_trois',
      'a=one_deux_three',
      'a=un_deux_three',
      ['clean'],
    ],
    ['the same words', 'a=1', 'a=2', 'a=3', 'a=1', ['conflict']],
    ['the order', 'a=1 b c', 'a=2 b c', 'b c a=2', 'b c a=1', ['clean']],
    ['nothing, and a part came', 'a b', 'a x b', 'a x b', 'a b', ['clean']],
    ['what it says, and a part came', 'a b', 'a x=1 b', 'a x=2 b', 'a b', ['lossy']],
    ['a remark above it, and a part came', 'a b', 'a x b', 'a #why:x b', 'a #why: b', ['clean']],
    ['nothing, and a part went', 'a b c', 'a c', 'a c', 'a b c', ['clean']],
    ['its neighbour went, and a part went', 'a b c', 'a c', 'c', 'b c', ['clean']],
    ['one came beside it, and a part went', 'a b c', 'a c', 'a x c', 'a b x c', ['clean']],
    ['nothing, and several went', 'a b c d e', 'a e', 'a e', 'a b c d e', ['clean']],
    ['nothing, and all went', 'a b c', '', '', 'a b c', ['clean']],
    ['nothing, and one went down', 'a b c', 'b c a', 'b c a', 'a b c', ['clean']],
    ['nothing, and one went up', 'a b c', 'c a b', 'c a b', 'a b c', ['clean']],
    ['nothing, and all were turned around', 'a b c d', 'd c b a', 'd c b a', 'a b c d', ['clean']],
    ['what it says, and it went down', 'a b c', 'b c a', 'b c a=2', 'a=2 b c', ['clean']],
    ['its place, and it went down', 'a b c', 'b c a', 'b a c', 'a b c', ['clean']],
    ['another went, and one went down', 'a b c d', 'b c d a', 'b d a', 'a b d', ['clean']],
    ['one came, and one went down and says more', 'a b c', 'b c a=2', 'b x c a=2', 'a b x c', ['clean']],
    ['nothing, and one got another key', 'a b=1 c', 'a d=1 c', 'a d=1 c', 'a b=1 c', ['clean']],
  ])('%s', (_what, before, saved, now, undone, kinds) => {
    const save = saveOf(1, partsOf(before), partsOf(saved));
    const made = undo([save], save, partsOf(now));
    expect([told(made.after), made.kinds]).toEqual([undone, kinds]);
  });
});

test.each<[string, string, string, string, readonly number[]]>([
  ['went and came elsewhere', 'a b c', 'b c', 'b c a', [2, 1]],
  ['came and went', 'b c', 'a b c', 'b c', [1, 2]],
  ['went up and says more', 'a b c', 'c a b', 'c=2 a b', [1, 2]],
  ['went up and says more', 'a b c', 'c a b', 'c=2 a b', [2, 1]],
  ['says more and went down', 'a b', 'a=2 b', 'b a=2', [1, 2]],
  ['says more and went down', 'a b', 'a=2 b', 'b a=2', [2, 1]],
  ['went down, and its neighbour went', 'a b c', 'b c a', 'c a', [1, 2]],
])('after both saves of a part that %s are undone it is the file of before', (_what, first, second, third, order) => {
  const files = [first, second, third].map(partsOf) as [FilePart[], FilePart[], FilePart[]];
  const saves = [saveOf(1, files[0], files[1]), saveOf(2, files[1], files[2])];
  let now: readonly FilePart[] = files[2];
  for (const number of order) {
    const undone = undo(saves, saves[number - 1] as FileSave, now);
    now = undone.after ?? now;
    saves.push(undone.save);
  }
  expect(told(now)).toBe(first);
});

describe('a key that was freed and taken again', () => {
  test.each<[string, string[], number[], string, string[][]]>([
    ['a deletion, then another’s new name', ['a b', 'a', 'b=1'], [2, 1], 'a b', [['clean'], ['clean']]],
    ['a deletion, then another’s new name', ['a=1 b', 'a=1', 'b=1'], [1, 2], 'a=1', [['taken'], ['clean']]],
    ['a new name, then a new part', ['a=1 b', 'd=1 b', 'd=1 a=3 b'], [1], 'd=1 a=3 b', [['taken']]],
    ['a new name, then a new part', ['a=1 b', 'd=1 b', 'd=1 a=3 b'], [2, 1], 'a=1 b', [['clean'], ['clean']]],
    ['a deletion, then a new name beside it', ['a=1 b c', 'a=1 c', 'd=1 c'], [1], 'd=1 b c', [['clean']]],
    ['two names exchanged', ['a=1 b=2', 'b=1 a=2'], [1], 'a=1 b=2', [['clean']]],
    ['a deletion, then two new names beside it', ['a=1 b', 'a=1', 'c=1', 'd=1'], [1], 'd=1 b', [['clean']]],
    ...[
      [1, 2, 3],
      [1, 3, 2],
      [3, 1, 2],
      [2, 3, 1],
    ].map((order): [string, string[], number[], string, string[][]] => [
      `a deletion, a new name beside it, which goes: ${order}`,
      ['a b c=3', 'a c=3', 'a d=3', 'a'],
      order,
      'a b c=3',
      [['clean'], ['clean'], ['clean']],
    ]),
  ])('%s', (_what, files, order, undone, kinds) => {
    const parts = files.map(partsOf);
    const saves = parts.slice(1).map((after, i) => saveOf(i + 1, parts[i] as FilePart[], after));
    let now: readonly FilePart[] = parts.at(-1) ?? [];
    const seen = order.map((number) => {
      const made = undo(saves, saves[number - 1] as FileSave, now);
      now = made.after ?? now;
      saves.push(made.save);
      return made.kinds;
    });
    expect([told(now), seen]).toEqual([undone, kinds]);
  });
});

test('nothing is turned back of a part that is not as it was when the result was made', () => {
  const [before, after] = [partsOf('a=1'), partsOf('a=2')];
  const save = saveOf(1, before, after);
  const asked = { saves: [save], save, parts: after, reader: READER, by: null };
  const results = finish(undoParts(asked));
  expect(finish(partsAfter({ ...asked, parts: partsOf('a=3') }, results))).toBe(null);
});

/** Each key is there or not, and says one thing or another, before and after. */
const KEYS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const state = constantFrom(null, '', '1', '#why:');
const change = record({ before: state, after: state });
const written = (states: readonly (string | null)[]) =>
  states
    .flatMap((one, i) => (one === null ? [] : one === '#why:' ? [`#why:${KEYS[i]}`] : [`${KEYS[i]}=${one}`]))
    .join(' ');

test('undone it is the file of before, to the byte, and done again the file of after', () => {
  assert(
    property(array(change, { maxLength: KEYS.length }), (changes) => {
      const [before, after] = [changes.map((one) => one.before), changes.map((one) => one.after)].map((states) =>
        partsOf(written(states)),
      ) as [FilePart[], FilePart[]];
      const save = saveOf(1, before, after);
      const undone = undo([save], save, after);
      expect(undone.after).toEqual(before);
      const redone = undo([save, undone.save], undone.save, before);
      expect(redone.after).toEqual(after);
    }),
    { numRuns: rounds(200, 5000) },
  );
});

test('nothing is lost when parts moved, and of parts that only moved it is the file of before, and done again of after', () => {
  const order = shuffledSubarray(KEYS, { minLength: 2 });
  const inOrder = (parts: readonly FilePart[] | null) => (parts ?? []).map(({ key }) => key).sort();
  assert(
    property(order, shuffledSubarray(KEYS, { minLength: KEYS.length }), (keys, all) => {
      const [before, moved, other] = [keys, all.filter((key) => keys.includes(key)), all.slice(2)].map((some) =>
        partsOf(some.join(' ')),
      ) as [FilePart[], FilePart[], FilePart[]];
      const [move, change] = [saveOf(1, before, moved), saveOf(1, before, other)];
      const undone = undo([move], move, moved);
      expect(undone.after).toEqual(before);
      expect(undo([move, undone.save], undone.save, before).after).toEqual(moved);
      expect(inOrder(undo([change], change, other).after)).toEqual(inOrder(before));
    }),
    { numRuns: rounds(200, 5000) },
  );
});

interface Step {
  readonly does: string;
  readonly at: number;
  readonly to: number;
  readonly key: number;
}

/** One step: a part goes, comes, gets another key, says something else, or stands elsewhere. */
const step = record({ does: constantFrom('go', 'come', 'rename', 'say', 'move'), at: nat(9), to: nat(9), key: nat(3) });

function stepped(words: readonly string[], { does, at, to, key }: Step, number: number): string[] {
  const after = [...words];
  const free = ['a', 'b', 'c', 'd'].filter((one) => !words.some((word) => word.startsWith(one)));
  const name = free[key % Math.max(1, free.length)];
  const i = at % Math.max(1, words.length);
  const old = words[i] ?? '';
  if (does === 'go') after.splice(i, 1);
  if (does === 'come' && name !== undefined) after.splice(to % (words.length + 1), 0, `${name}=${number}`);
  if (does === 'rename' && name !== undefined && old !== '') after[i] = old.replace(/^./, name);
  if (does === 'say' && old !== '') after[i] = `${old[0]}=${number}`;
  if (does === 'move' && old !== '') after.splice(to % words.length, 0, ...after.splice(i, 1));
  return after;
}

test('saves that free keys and take them again are undone, the last one first, to the byte', () => {
  assert(
    property(array(step, { minLength: 2, maxLength: 6 }), (steps) => {
      const files = [['a=x', 'b=y', 'c=z']];
      for (const [i, one] of steps.entries()) files.push(stepped(files[i] ?? [], one, i));
      const parts = files.map((words) => partsOf(words.join(' ')));
      const saves = parts.slice(1).map((after, i) => saveOf(i + 1, parts[i] as FilePart[], after));
      let now: readonly FilePart[] = parts.at(-1) ?? [];
      for (let number = steps.length; number > 0; number -= 1) {
        const made = undo(saves, saves[number - 1] as FileSave, now);
        now = made.after ?? [];
        saves.push(made.save);
        expect(told(now)).toBe(files[number - 1]?.join(' '));
      }
    }),
    { numRuns: rounds(300, 5000) },
  );
});
