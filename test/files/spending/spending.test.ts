import { spawn } from 'node:child_process';
import { appendFile, mkdir, readFile, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PaidAnswer, Spending } from '../../../src/core/changes/ports/spending.ts';
import { StoreError } from '../../../src/core/changes/ports/store-error.ts';
import { createSpending } from '../../../src/files/spending/spending.ts';
import { rounds } from '../../rounds.ts';
import { HOME, makeRoot } from '../../site.ts';

let root: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ root, remove } = await makeRoot({ 'content/a/fr.md': 'Un.\n' }));
});
afterEach(() => remove());

const NOVEMBER = Date.parse('2026-11-23T10:00:00Z');
const open = (now = NOVEMBER, mostBytes = 1e6): Spending => createSpending(root, { now: () => now, mostBytes });
const FILE = () => path.join(root, '.visavis/spending.jsonl');
const answer = (source: string, target: string, characters = 10): PaidAnswer => ({
  ...{ label: 'deepl en-US', stamp: '3fa2c1', source, target, characters },
  made: '2026-11-23T10:00:00Z',
});
async function claimed(spending: Spending, ...names: string[]) {
  const claim = await spending.claim(names);
  if (claim === null) throw new Error('taken');
  return claim;
}

describe('what is claimed', () => {
  test('is nobody else’s before it is given back', async () => {
    const [one, other] = [open(), open()];
    const claim = await claimed(one, 'a', 'b');
    const before = [await other.claim(['b', 'c']), await one.claim(['a'])];
    await claim.end();
    expect([before, (await other.claim(['b', 'c'])) === null]).toEqual([[null, null], false]);
  });

  test('is claimed by one of twenty at once', async () => {
    const claims = await Promise.all(Array.from({ length: 20 }, () => open().claim(['a'])));
    expect(claims.filter((one) => one !== null).length).toBe(1);
  });

  test('names that nobody has are free meanwhile', async () => {
    await claimed(open(), 'a');
    expect(await open().claim(['b'])).not.toBeNull();
  });

  test('by a process that is gone is free', async () => {
    const script = `
      import { createSpending } from '${HOME}/dist/files/spending/spending.js';
      await createSpending(${JSON.stringify(root)}, { now: Date.now }).claim(['a']);
      process.kill(process.pid, 'SIGKILL');`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
    await new Promise((resolve) => child.on('exit', resolve));
    expect(await open().claim(['a'])).not.toBeNull();
  });

  test.each([
    ['for minutes is still theirs', 5, true],
    ['for an hour was left behind', 61, false],
  ])('by another machine that says nothing %s', async (_what, minutes, isTaken) => {
    await claimed(open(), 'a');
    const text = await readFile(FILE(), 'utf8');
    await writeFile(FILE(), text.replace(/"boot":"[^"]*"/, '"boot":"another"'));
    expect((await open(NOVEMBER + minutes * 60_000).claim(['a'])) === null).toBe(isTaken);
  });
});

describe('what was spent', () => {
  test('counts as reserved before it is known, and as it was billed afterwards', async () => {
    const spending = open();
    const claim = await claimed(spending, 'a');
    const reserved = await claim.reserve('deepl', 100);
    const before = (await open().look()).months;
    await reserved.settle({ characters: 80, tokens: null });
    expect([before, (await open().look()).months]).toEqual([
      [{ engine: 'deepl', month: '2026-11', characters: 100, tokens: null }],
      [{ engine: 'deepl', month: '2026-11', characters: 80, tokens: null }],
    ]);
  });

  test('is summed by engine and month, tokens too', async () => {
    for (const [engine, now] of [
      ['deepl', NOVEMBER],
      ['chat', NOVEMBER],
      ['chat', NOVEMBER + 10 * 864e5],
      ['chat', NOVEMBER],
    ] as const) {
      const claim = await claimed(open(now), `${engine}${now}`);
      const tokens = engine === 'chat' ? { prompt: 7, completion: 2 } : null;
      await (await claim.reserve(engine, 0)).settle({ characters: 5, tokens });
      await claim.end();
    }
    expect((await open().look()).months).toEqual([
      { engine: 'deepl', month: '2026-11', characters: 5, tokens: null },
      { engine: 'chat', month: '2026-11', characters: 10, tokens: { prompt: 14, completion: 4 } },
      { engine: 'chat', month: '2026-12', characters: 5, tokens: { prompt: 7, completion: 2 } },
    ]);
  });

  test('is kept for all: the newest answer of each text', async () => {
    const claim = await claimed(open(), 'a');
    await claim.keep([answer('Un.', 'A.'), answer('Deux.', 'Two.')]);
    await claim.keep([answer('Un.', 'One.')]);
    expect((await open().look()).answers.map(({ target }) => target)).toEqual(['Two.', 'One.']);
  });
});

describe('the file', () => {
  test('is not made by looking', async () => {
    expect(await open().look()).toMatchObject({ answers: [], months: [] });
    await expect(stat(path.join(root, '.visavis'))).rejects.toThrow('ENOENT');
  });

  test.each([
    ['a line that was cut off', '{"kind":"answer","label":"deepl'],
    ['lines of nobody', 'hello\n{}\n[]\nnull\n{"kind":"toString"}\n{"kind":"reserve","id":1}\n'],
    ['a sum below nothing', '{"kind":"month","engine":"deepl","month":"2026-11","characters":-5}\n'],
  ])('with %s is read as far as it goes, and written on', async (_what, text) => {
    await mkdir(path.join(root, '.visavis'));
    await writeFile(FILE(), text);
    const claim = await claimed(open(), 'a');
    await claim.keep([answer('Un.', 'One.')]);
    const { answers, months } = await open().look();
    expect([answers.map(({ target }) => target), months]).toEqual([['One.'], []]);
  });

  test('stays small: sums and the newest answers are kept, and what is claimed', async () => {
    const spending = open(NOVEMBER, 20_000);
    const claim = await claimed(spending, 'a');
    const count = rounds(30, 60);
    for (let i = 0; i < count; i += 1) {
      await (await claim.reserve('deepl', 100)).settle({ characters: 100, tokens: null });
      await claim.keep([answer(`Texte ${i}.`, 'x'.repeat(1000))]);
    }
    const pending = await claim.reserve('deepl', 50);
    const { answers, months } = await open().look();
    const { size } = await stat(FILE());
    await pending.settle({ characters: 0, tokens: null });
    expect([size < 22_000, answers.at(-1)?.source, answers.length > 5, months[0]?.characters]).toEqual([
      true,
      `Texte ${count - 1}.`,
      true,
      100 * count + 50,
    ]);
    expect([await open().claim(['a']), (await open().look()).months[0]?.characters]).toEqual([null, 100 * count]);
  });

  test('is added to by several processes at once, and no line is lost', async () => {
    const script = `
      import { createSpending } from '${HOME}/dist/files/spending/spending.js';
      const spending = createSpending(${JSON.stringify(root)}, { now: () => ${NOVEMBER}, mostBytes: 4000 });
      const claim = await spending.claim([String(process.pid)]);
      for (let i = 0; i < 15; i += 1) await (await claim.reserve('deepl', 9)).settle({ characters: 7, tokens: null });
      await claim.end();`;
    const children = Array.from({ length: 3 }, () =>
      spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' }),
    );
    const codes = await Promise.all(children.map((child) => new Promise((resolve) => child.on('exit', resolve))));
    expect([codes, (await open().look()).months[0]?.characters]).toEqual([[0, 0, 0], 3 * 15 * 7]);
  });

  test('loses what another machine claimed and says nothing of any more, when it is shortened', async () => {
    await claimed(open(), 'a');
    const text = await readFile(FILE(), 'utf8');
    await writeFile(FILE(), text.replace(/"boot":"[^"]*"/, '"boot":"another"'));
    const lines = async (minutes: number) => {
      const claim = await claimed(open(NOVEMBER + minutes * 60_000, 3000), `b${minutes}`);
      await claim.keep([answer('Un.', 'x'.repeat(3000))]);
      return (await readFile(FILE(), 'utf8')).includes('"boot":"another"');
    };
    expect([await lines(5), await lines(61)]).toEqual([true, false]);
  });

  test('is read on where others wrote behind it', async () => {
    const [one, other] = [open(), open()];
    const claim = await claimed(one, 'a');
    const seen: (number | undefined)[][] = [];
    for (let i = 0; i < 4; i += 1) {
      await (await claim.reserve('deepl', 10)).settle({ characters: 7, tokens: null });
      await claim.keep([answer(`Texte ${i}, déjà.`, 'Text.')]);
      const { answers, months } = await other.look();
      const another = await claimed(other, `b${i}`);
      seen.push([answers.length, months[0]?.characters, another.answers.length]);
      await another.end();
    }
    const all = (n: number) => [n, 7 * n, n];
    expect(seen).toEqual([all(1), all(2), all(3), all(4)]);
  });

  test.each([
    ['longer', ['Trois.', 'Quatre, et plus long.', 'Cinq.']],
    ['shorter', ['Six.']],
    ['as long', ['On.', 'Duex.']],
  ])('is read anew where somebody wrote it anew, %s', async (_what, sources) => {
    const spending = open();
    const lines = (texts: readonly string[]) =>
      texts.map((text) => `${JSON.stringify({ kind: 'answer', ...answer(text, 'x') })}\n`).join('');
    await mkdir(path.join(root, '.visavis'));
    await writeFile(FILE(), lines(['Un.', 'Deux.']));
    await (await claimed(spending, 'a')).end();
    await spending.look();
    await writeFile(FILE(), lines(sources));
    const { answers } = await spending.look();
    const claim = await claimed(spending, 'a');
    expect([answers, claim.answers].map((some) => some.map(({ source }) => source))).toEqual([sources, sources]);
  });

  test('is looked at in the middle of a line, which counts when it is whole', async () => {
    const spending = open();
    await (await claimed(spending, 'a')).end();
    const line = JSON.stringify({ kind: 'answer', ...answer('Un été.', 'A summer.') });
    const seen: number[] = [];
    for (const part of [line.slice(0, 30), line.slice(30), '\n']) {
      await appendFile(FILE(), part);
      seen.push((await spending.look()).answers.length);
    }
    expect(seen).toEqual([0, 0, 1]);
  });

  test('that was cut off just before the end of a line has that line', async () => {
    await mkdir(path.join(root, '.visavis'));
    await writeFile(FILE(), JSON.stringify({ kind: 'answer', ...answer('Un.', 'One.') }));
    const { answers } = await claimed(open(), 'a');
    expect(answers.map(({ target }) => target)).toEqual(['One.']);
  });

  test('is read while others have their turn', async () => {
    await mkdir(path.join(root, '.visavis'));
    const line = (i: number) => JSON.stringify({ kind: 'answer', ...answer(`Texte ${i}.`, 'Text.') });
    await writeFile(FILE(), Array.from({ length: 40_000 }, (_, i) => `${line(i)}\n`).join(''));
    let turns = 0;
    const others = setInterval(() => {
      turns += 1;
    }, 1);
    const { answers } = await open().look();
    clearInterval(others);
    expect([answers.length, turns > 8]).toEqual([40_000, true]);
  });

  test('is refused where it is far longer than any of ours', async () => {
    await mkdir(path.join(root, '.visavis'));
    await writeFile(FILE(), '');
    await truncate(FILE(), 16 * 1024 ** 2 + 1);
    await expect(open().claim(['a'])).rejects.toThrow(
      '.visavis/spending.jsonl is longer than 16 MB, as no ledger of ours gets; take it away, then start again.',
    );
    expect(await open().look()).toMatchObject({ answers: [], months: [] });
  });

  test('says which lock is in the way, and not where the folder is', async () => {
    await mkdir(path.join(root, '.visavis/spending.lock'), { recursive: true });
    await expect(open().claim(['a'])).rejects.toThrow(
      new StoreError('.visavis/spending.lock is no ordinary file; take it away, then start again.', 'unfit'),
    );
  });

  test.each([
    ['the folder', async (to: string) => symlink(to, path.join(root, '.visavis'))],
    [
      'the file',
      async (to: string) => {
        await mkdir(path.join(root, '.visavis'));
        await writeFile(path.join(to, 'x'), 'theirs');
        await symlink(path.join(to, 'x'), FILE());
      },
    ],
  ])('is not followed behind a link: %s', async (_what, link) => {
    const other = await makeRoot({ x: 'theirs' });
    await link(other.root);
    await expect(open().claim(['a'])).rejects.toThrow('What engines cost cannot be noted');
    expect([await readFile(path.join(other.root, 'x'), 'utf8'), await open().look()]).toMatchObject([
      'theirs',
      { answers: [], months: [] },
    ]);
    await other.remove();
  });
});
