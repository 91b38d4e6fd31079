import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Slices } from '../../../src/core/model/slices.ts';
import { createPacer } from '../../../src/files/thread/pacer.ts';

// A clock that only work moves: what else the machine does takes no turn from it.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Works so long by the clock. Milliseconds. */
function busy(milliseconds: number): void {
  vi.advanceTimersByTime(milliseconds);
}

/** So many slices, each longer than any turn; each notes its name. */
function* slices(count: number, name: string, notes: string[]): Slices<string> {
  for (let i = 0; i < count; i += 1) {
    busy(30);
    notes.push(name);
    yield;
  }
  return name;
}

/** Notes each turn of the event loop until some work is done; each is so long. Milliseconds. */
async function watch<T>(work: Promise<T>, notes: string[], long = 0): Promise<T> {
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  while (!isDone) {
    busy(long);
    notes.push('others');
    await turn();
  }
  return done;
}

describe('work in slices', () => {
  test('gives its result', async () => {
    expect(await createPacer().finish(slices(2, 'a', []))).toBe('a');
  });

  test('lets others in between any two slices, however many pieces of work there are', async () => {
    const pacer = createPacer();
    const notes: string[] = [];
    await watch(Promise.all(['a', 'b', 'c'].map((name) => pacer.finish(slices(3, name, notes)))), notes);
    const worked = notes.flatMap((note, i) => (note === 'others' ? [] : [i]));
    expect([worked.length, worked.every((at, i) => i === 0 || at - (worked[i - 1] ?? at) > 1)]).toEqual([9, true]);
  });

  test('goes round: nobody waits until another is done', async () => {
    const pacer = createPacer();
    const notes: string[] = [];
    await Promise.all(['a', 'b'].map((name) => pacer.finish(slices(3, name, notes))));
    expect(notes.join('')).toBe('ababab');
  });

  test.each([
    ['short', 0, 5],
    ['a little longer', 13, 7],
    ['long', 30, 13],
    ['endless', 4000, 13],
  ])('is done in turns as long as those of others, which are %s, within bounds', async (_what, pause, most) => {
    const notes: string[] = [];
    const work = createPacer().finish(
      (function* (): Slices<void> {
        for (let i = 0; i < 200; i += 1) {
          busy(2);
          notes.push('work');
          yield;
        }
      })(),
    );
    await watch(work, notes, pause);
    const turns = notes.join(' ').match(/(work ?)+/g) ?? [];
    expect(Math.max(0, ...turns.map((one) => one.trim().split(' ').length))).toBe(most);
  });

  test('that fails is rejected, and the others go on', async () => {
    const pacer = createPacer();
    const failing = pacer.finish(
      (function* (): Slices<string> {
        yield;
        throw new Error('no');
      })(),
    );
    const other = pacer.finish(slices(3, 'a', []));
    await expect(failing).rejects.toThrow('no');
    expect(await other).toBe('a');
  });
});

describe('a list gone through', () => {
  test('gives its items in order, and lets others in between where they take long', async () => {
    const notes: string[] = [];
    const work = async () => {
      for await (const item of createPacer().each(['a', 'b', 'c'])) {
        busy(30);
        notes.push(item);
      }
    };
    await watch(work(), notes);
    expect(notes.join(' ')).toMatch(/^others (a|a others) .*b .*others.* c/);
  });

  test('that is empty is nothing', async () => {
    const given: string[] = [];
    for await (const item of createPacer().each<string>([])) given.push(item);
    expect(given).toEqual([]);
  });
});

describe('work that nobody waits for', () => {
  /** Notes when it goes on, while others work so long in turns of 30. Milliseconds. */
  async function goesOnBeside(others: number, isWanted: boolean): Promise<string> {
    const pacer = createPacer();
    const notes: string[] = [];
    const work = pacer.finish(slices(others / 30, 'a', notes));
    await pacer.giveWay(() => isWanted);
    notes.push('on');
    await work;
    return notes.join(' ');
  }

  test.each([
    ['at once where there is no other', 0, false, 'on'],
    ['behind another', 60, false, 'a a on'],
    ['after a while, where the other goes on', 180, false, 'a a a a on a a'],
    ['at once where somebody waits for it by now', 60, true, 'on a a'],
  ])('goes on %s', async (_what, others, isWanted, said) => {
    expect(await goesOnBeside(others, isWanted)).toBe(said);
  });

  test('has others in between, though it never pauses by itself', async () => {
    const pacer = createPacer();
    const notes: string[] = [];
    const work = async () => {
      for (let i = 0; i < 12; i += 1) {
        await pacer.giveWay(() => false);
        busy(3);
        notes.push('a');
      }
    };
    await watch(work(), notes);
    expect(notes.join(' ')).toMatch(/^others (?:a ){4}others (?:a ){4}others (?:a ?){4}/);
  });
});
