import { expect, test, vi } from 'vitest';
import { atOnce } from '../../../src/core/model/slices.ts';
import { createHeld, createOnDemand } from '../../../src/files/loading/on-demand.ts';
import { createPacer } from '../../../src/files/thread/pacer.ts';
import { collect } from '../collect.ts';

const NOBODY = { held: null, made: null };

test('a list is made when it is wanted first', () => {
  const make = vi.fn(() => atOnce(() => [{ a: 1 }]));
  const list = createOnDemand({ make, ...NOBODY });
  expect(make).not.toHaveBeenCalled();
  const [first, second] = [list.get(), list.get()];
  expect([first === second, make.mock.calls.length]).toEqual([true, 1]);
});

test('a list that was made stays as it is', () => {
  const made = [{ a: 1 }];
  const list = createOnDemand({ make: () => atOnce(() => [{ a: 2 }]), held: null, made });
  expect([list.isOpen(), list.get()]).toEqual([true, made]);
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
    atOnce((): object[] => {
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
