import { expect, test, vi } from 'vitest';
import { atOnce } from '../../../src/core/model/slices.ts';
import { createHeld, type Held } from '../../../src/files/kept/held.ts';
import { createOnDemand, type Leaving } from '../../../src/files/loading/on-demand.ts';
import type { Packing } from '../../../src/files/loading/packing.ts';
import { createPacer } from '../../../src/files/thread/pacer.ts';
import { collect } from '../collect.ts';

/** As JSON. */
const packing: Packing<{ readonly a: number }> = {
  pack: (list) => Buffer.from(JSON.stringify(list)),
  unpack: (bytes) => JSON.parse(String(bytes)),
};
const NOBODY = { packing, held: null, made: null };

test('a list is made when it is wanted first', () => {
  const make = vi.fn(() => atOnce(() => [{ a: 1 }]));
  const list = createOnDemand({ make, ...NOBODY });
  expect(make).not.toHaveBeenCalled();
  const [first, second] = [list.get(), list.get()];
  expect([first === second, make.mock.calls.length]).toEqual([true, 1]);
});

test('a list that was made stays as it is', () => {
  const made = [{ a: 1 }];
  const list = createOnDemand({ make: () => atOnce(() => [{ a: 2 }]), ...NOBODY, made });
  expect([list.isOpen(), list.get()]).toEqual([true, made]);
});

test('a list that was packed is made once, and again of its bytes', async () => {
  const make = vi.fn(() => atOnce(() => [{ a: 1 }]));
  const list = createOnDemand({ make, ...NOBODY });
  list.get();
  // What a reference leads to stays until the turn is over.
  await new Promise((resolve) => setTimeout(resolve));
  collect();
  expect([list.isOpen(), list.glance(), list.get(), make.mock.calls.length]).toEqual([
    false,
    [{ a: 1 }],
    [{ a: 1 }],
    1,
  ]);
});

test('who only glances at a list that was never made has none', () => {
  const make = vi.fn(() => atOnce(() => [{ a: 1 }]));
  expect([createOnDemand({ make, ...NOBODY }).glance(), make.mock.calls.length]).toEqual([null, 0]);
});

test.each([
  ['wanted', (held: Held<Leaving>) => held.use({ leave: () => {} }, 2), 'packed'],
  ['offered', (held: Held<Leaving>) => held.offer({ leave: () => {} }, 1), 'held'],
])('a list that is held is packed where it makes room for another one: %s', (_what, other, is) => {
  const held = createHeld<Leaving>(2, (thing) => thing.leave());
  const list = createOnDemand({
    ...NOBODY,
    make: () => atOnce(() => []),
    held: { by: held, size: 2 },
    made: [{ a: 1 }],
  });
  other(held);
  expect(list.packed() === null ? 'held' : 'packed').toBe(is);
});

test('two who open a list at once get the same items, as does who wants it meanwhile', async () => {
  const list = createOnDemand({ make: () => atOnce(() => [{ a: 1 }]), ...NOBODY });
  const pacer = createPacer();
  const opening = [list.open(pacer), list.open(pacer)];
  const [item] = list.get();
  await Promise.all(opening);
  expect(list.get()[0]).toBe(item);
});

test('what goes wrong goes wrong for each who wants it', async () => {
  const make = () =>
    atOnce((): { a: number }[] => {
      throw new RangeError('odd');
    });
  const list = createOnDemand({ make, ...NOBODY });
  await expect(list.open(createPacer())).rejects.toThrow('odd');
  expect(() => list.get()).toThrow('odd');
});

test('those wanted last are held, as far as they have room', async () => {
  const held = createHeld(2);
  const lists = ['one', 'two', 'three', 'two'].map((name) => {
    const list = [{ name }];
    held.use(list, 1);
    return new WeakRef(list);
  });
  // What a reference leads to stays until the turn is over.
  await new Promise((resolve) => setTimeout(resolve));
  collect();
  expect(lists.map((list) => list.deref()?.[0]?.name)).toEqual([undefined, undefined, 'three', 'two']);
});

const STEPS: readonly (readonly [what: string, steps: readonly string[], left: readonly string[]])[] = [
  ['one that somebody wants drives out the oldest', ['use a', 'use b', 'use c'], ['b', 'c']],
  ['one that nobody wants takes the room that is left', ['use a', 'offer b'], ['a', 'b']],
  ['one that nobody wants drives out none', ['use a', 'use b', 'offer c'], ['a', 'b']],
  ['one that is let go leaves its room to the next', ['use a', 'use b', 'let go of a', 'offer c'], ['b', 'c']],
  [
    'one that is let go twice leaves it once',
    ['use a', 'use b', 'let go of a', 'let go of a', 'offer c', 'offer d'],
    ['b', 'c'],
  ],
  ['one that was wanted stays where it is offered', ['offer a', 'use b', 'use a', 'offer a', 'use c'], ['a', 'c']],
];

test('what lists are held is decided by who wants them', async () => {
  const rows = STEPS.map(([what, steps]) => {
    const held = createHeld(2);
    return { what, held, refs: stepped(held, steps) };
  });
  // What a reference leads to stays until the turn is over.
  await new Promise((resolve) => setTimeout(resolve));
  collect();
  const told = rows.map(({ what, held, refs }) => {
    const left = [...refs].filter(([, ref]) => ref.deref() !== undefined).map(([name]) => name);
    // Asked later, what holds them is there so long.
    held.letGo([]);
    return [what, left];
  });
  expect(told).toEqual(STEPS.map(([what, , left]) => [what, left]));
});

/** Leaves no other way to the lists. */
function stepped(held: Held<object>, steps: readonly string[]): ReadonlyMap<string, WeakRef<object>> {
  const refs = new Map<string, WeakRef<object>>();
  for (const step of steps) {
    const name = step.slice(-1);
    const list = refs.get(name)?.deref() ?? [{ name }];
    refs.set(name, new WeakRef(list));
    if (step.startsWith('use')) held.use(list, 1);
    else if (step.startsWith('offer')) held.offer(list, 1);
    else held.letGo(list);
  }
  return refs;
}
