import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Slices } from '../../src/core/model/slices.ts';
import { createPacer } from '../../src/files/pacer.ts';

/** Keeps the thread busy. Milliseconds. */
function busy(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end; );
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

/** Notes each turn of the event loop until some work is done. */
async function watch<T>(work: Promise<T>, notes: string[]): Promise<T> {
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  while (!isDone) {
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

  // Other work on the machine takes its share of a turn: one good try in four is enough.
  const tries = { retry: 3 };
  test('is done in longer turns while others take long ones, and in none that is much longer', tries, async () => {
    const short: string[] = [];
    const work = createPacer().finish(
      (function* (): Slices<void> {
        for (let i = 0; i < 200; i += 1) {
          busy(2);
          short.push('work');
          yield;
        }
      })(),
    );
    let isDone = false;
    const others = async () => {
      while (!isDone) {
        busy(30);
        short.push('others');
        await turn();
      }
    };
    await Promise.all([
      work.then(() => {
        isDone = true;
      }),
      others(),
    ]);
    const turns = short.join(' ').match(/(work ?)+/g) ?? [];
    const longest = Math.max(0, ...turns.map((one) => one.trim().split(' ').length));
    expect([longest > 8, longest <= 14]).toEqual([true, true]);
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
