import { rename, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createSourceReader } from '../../../src/files/disk/source-reader.ts';
import { makeRoot } from '../../site.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const LATER = () => Date.now() + 10_000;

async function setUp(now?: () => number) {
  const { root, remove } = await makeRoot({ a: 'one' });
  ends.push(remove);
  const begin = createSourceReader(root, now);
  return { file: path.join(root, 'a'), begin, read: begin() };
}

test('a file that has kept still for a while is not read again', async () => {
  const { read } = await setUp(LATER);
  expect(await read('a')).toBe(await read('a'));
});

test('a file is not read again by the next reading of all', async () => {
  const { begin, read } = await setUp(LATER);
  const before = await read('a');
  expect(await begin()('a')).toBe(before);
});

test('a file that a reading of all does not have is forgotten', async () => {
  const { begin, read } = await setUp(LATER);
  const before = await read('a');
  begin();
  expect(await begin()('a')).not.toBe(before);
});

test('a file that changed just now is read again', async () => {
  const { read } = await setUp();
  expect(await read('a')).not.toBe(await read('a'));
});

test('writes of the same length, one right after the other, are all seen', async () => {
  const { file, read } = await setUp();
  const seen: (string | null)[] = [];
  for (let i = 100; i < 200; i += 1) {
    await writeFile(file, String(i));
    seen.push((await read('a')).text);
  }
  expect(seen).toEqual(Array.from({ length: 100 }, (_, i) => String(100 + i)));
});

describe('a change is seen', () => {
  const keepingTime = async (file: string, change: () => Promise<void>) => {
    const { atime, mtime } = await stat(file);
    await change();
    await utimes(file, atime, mtime);
  };
  test.each([
    ['of the same length, its time put back', (file: string) => keepingTime(file, () => writeFile(file, 'two'))],
    [
      'by another file in its place, of the same length and time',
      (file: string) =>
        keepingTime(file, async () => {
          await writeFile(`${file}~`, 'two');
          await rename(`${file}~`, file);
        }),
    ],
  ])('%s', async (_what, change) => {
    const { file, read } = await setUp(LATER);
    await read('a');
    // The clock of a disk ticks every few milliseconds.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await change(file);
    expect((await read('a')).text).toBe('two');
  });
});

test('a file that cannot be read is tried again', async () => {
  const { file, read } = await setUp(LATER);
  await writeFile(file, Buffer.from([0xe9]));
  const broken = await read('a');
  expect([broken.problem === null, (await read('a')) === broken]).toEqual([false, false]);
});

describe('what is no text says what it is', () => {
  test.each([
    ['an archive', 'PK\x03\x04\0\0', 'is a packed file; save it as UTF-8 text'],
    ['gzip', '\x1f\x8b\b\0', 'is a packed file; save it as UTF-8 text'],
    ['an old Excel', '\xd0\xcf\x11\xe0', 'is a document of an old Word or Excel; save it as UTF-8 text'],
    ['UTF-32 with its mark', '\xff\xfe\0\0f\0\0\0', 'is UTF-32; save it as UTF-8 text'],
    ['UTF-32 without one', '\0\0\0f\0\0\0r', 'is UTF-32; save it as UTF-8 text'],
    ['UTF-16 without its mark', 'f\0r\0,\0', 'holds a NUL byte; save it as UTF-8 text'],
  ])('%s named as a table', async (_what, content, message) => {
    const { root, remove } = await makeRoot({});
    ends.push(remove);
    await writeFile(path.join(root, 'a.csv'), content, 'latin1');
    expect((await createSourceReader(root)()('a.csv')).problem?.message).toBe(message);
  });
});
