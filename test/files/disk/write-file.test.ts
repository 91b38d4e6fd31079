import { spawnSync } from 'node:child_process';
import { chmod, mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StoreError } from '../../../src/core/changes/ports/store-error.ts';
import {
  ChangedMeanwhile,
  type FileCalls,
  removeFileDurably,
  removeLeftovers,
  SYSTEM,
  writeFileDurably,
} from '../../../src/files/disk/write-file.ts';
import { createFileEditor } from '../../../src/files/saving/file-editor.ts';
import { makeRoot } from '../../site.ts';

let root: string;
let remove: () => Promise<void>;
let file: string;
beforeEach(async () => {
  ({ root, remove } = await makeRoot({ 'a.yaml': 'old' }));
  file = path.join(root, 'a.yaml');
});
afterEach(() => remove());

const text = () => readFile(file, 'utf8');

/** The system, with each call told first; what is thrown then is the answer. */
function telling(tell: (call: string) => void): FileCalls {
  const wrap = <T extends object>(target: T, prefix: string): T =>
    new Proxy(target, {
      get(object, name) {
        const value = Reflect.get(object, name) as unknown;
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          const call = `${prefix}${String(name)}`;
          // Letting go of a file does not fail, and says nothing of the disk.
          try {
            if (!/handle\.close|^rm$|lstat$/.test(call)) tell(call);
          } catch (error) {
            if (call.endsWith('Sync')) throw error;
            return Promise.reject(error);
          }
          const result = (value as (...values: unknown[]) => unknown).apply(object, args);
          if (name !== 'open') return result;
          return (result as Promise<object>).then((handle) => wrap(handle, 'handle.'));
        };
      },
    });
  return wrap({ ...SYSTEM }, '');
}

function failing(call: (count: number) => string | null): { calls: FileCalls; count: () => number } {
  let count = 0;
  const calls = telling((name) => {
    count += 1;
    const code = call(count);
    if (code !== null) throw Object.assign(new Error(`${name}: ${code}`), { code });
  });
  return { calls, count: () => count };
}

test('the bytes are on the disk before they have the name, and the name is before anybody is told (W3)', async () => {
  const order: string[] = [];
  await writeFileDurably(file, 'new', 'old', { calls: telling((call) => order.push(call)) });
  expect(order.filter((call) => /sync|rename|writeFile/i.test(call) && call !== 'statSync')).toEqual([
    'handle.writeFile',
    'handle.sync',
    'renameSync',
    'handle.sync',
  ]);
});

describe('whichever call fails, the old text or the new one is there whole, and nothing lies about (W4)', () => {
  test.each(['EIO', 'ENOSPC', 'EACCES', 'EMFILE', 'EROFS', 'EDQUOT'])('%s', async (code) => {
    const outcomes: string[] = [];
    for (let n = 1; ; n += 1) {
      await writeFile(file, 'old');
      const { calls, count: made } = failing((count) => (count === n ? code : null));
      const failed = await writeFileDurably(file, 'new', 'old', { calls }).then(
        () => false,
        () => true,
      );
      outcomes.push(`${failed} ${await text()} ${(await readdir(root)).join()}`);
      if (made() < n) break;
    }
    const torn = outcomes.slice(0, -1).filter((one) => !/^(true (old|new)|false new) a\.yaml$/.test(one));
    expect([torn, outcomes.at(-1), outcomes.length > 8]).toEqual([[], 'false new a.yaml', true]);
  });

  test.each([
    ['ENOSPC', 'full', 'The disk is full (ENOSPC): a.yaml stays as it was.'],
    ['EDQUOT', 'full', 'The disk is full (EDQUOT): a.yaml stays as it was.'],
    ['EACCES', 'forbidden', 'a.yaml may not be written (EACCES)'],
    ['EIO', 'other', 'a.yaml cannot be written (EIO)'],
  ])('%s is a sentence, and the next save works', async (code, reason, sentence) => {
    let broken = true;
    const editor = createFileEditor(root, () => 0, {
      calls: failing(() => (broken ? code : null)).calls,
    });
    const save = (to: string) =>
      editor.edit('a.yaml', { what: 'x', where: '/' }, async () => ({ text: to, result: null }));
    const error: unknown = await save('new').catch((thrown: unknown) => thrown);
    broken = false;
    await save('newer');
    expect([error instanceof StoreError && error.reason, String(error).includes(sentence), await text()]).toEqual([
      reason,
      true,
      'newer',
    ]);
  });

  test('a disk that takes only half a file and says nothing is found out (W5)', async () => {
    const calls: FileCalls = {
      ...SYSTEM,
      open: (async (...args: Parameters<typeof open>) => {
        const handle = await open(...args);
        const whole = handle.writeFile.bind(handle);
        handle.writeFile = async (data) => whole((data as Buffer).subarray(0, 2));
        return handle;
      }) as typeof open,
    };
    await expect(writeFileDurably(file, 'new text', 'old', { calls })).rejects.toThrow('written short');
    expect([await text(), await readdir(root)]).toEqual(['old', ['a.yaml']]);
  });
});

describe('who writes the file outside loses nothing (W9)', () => {
  /** Does something outside right before a call of ours. */
  const preceded = (call: string, act: () => void | Promise<void>): FileCalls => {
    let done = false;
    return new Proxy(SYSTEM, {
      get(target, name) {
        const value = Reflect.get(target, name) as (...args: unknown[]) => unknown;
        if (name !== call || done) return value;
        return (...args: unknown[]) => {
          done = true;
          const acted = act();
          return acted instanceof Promise ? acted.then(() => value(...args)) : value(...args);
        };
      },
    });
  };
  const fs = process.getBuiltinModule('node:fs');
  const byRename = () => {
    fs.writeFileSync(`${file}~`, 'theirs');
    fs.renameSync(`${file}~`, file);
  };
  const inPlace = () => fs.writeFileSync(file, 'theirs');

  test.each([
    ['a save in place before ours', 'link', inPlace],
    ['a save by rename before ours', 'link', byRename],
    ['a save in place after the file was compared', 'statSync', inPlace],
    ['a save by rename after the file was compared', 'statSync', byRename],
    ['a save in place in the last moment', 'renameSync', inPlace],
    ['a file deleted', 'link', () => fs.rmSync(file)],
  ])('%s', async (_what, call, act) => {
    await expect(writeFileDurably(file, 'ours', 'old', { calls: preceded(call, act) })).rejects.toThrow(
      ChangedMeanwhile,
    );
    const left = await readdir(root);
    expect([left.length === 0 ? 'gone' : await text(), left.filter((name) => name.endsWith('.tmp'))]).toEqual([
      act.toString().includes('rmSync') ? 'gone' : 'theirs',
      [],
    ]);
  });

  test.each([
    ['a save in place before it', 'lstat', inPlace],
    ['a save by rename after the file was compared', 'statSync', byRename],
    ['a save in place in the last moment', 'renameSync', inPlace],
  ])('nor by a file that is taken away: %s', async (_what, call, act) => {
    const removed = removeFileDurably(file, 'old', { calls: preceded(call, act) });
    await expect(removed).rejects.toThrow(ChangedMeanwhile);
    expect([await text(), await readdir(root)]).toEqual(['theirs', ['a.yaml']]);
  });

  test('who goes on writing into the file that was replaced writes into the one that is there', async () => {
    const handle = await open(file, 'r+');
    const calls = preceded('renameSync', () => {
      fs.writeSync(handle.fd, 'the', 0);
    });
    await writeFileDurably(file, 'ours', 'old', { calls }).catch(() => {});
    await handle.write('irs!', 3);
    await handle.close();
    expect(await text()).toBe('theirs!');
  });

  test('a file that had changed before is not replaced even for a moment', async () => {
    const told: string[] = [];
    await writeFileDurably(file, 'ours', 'older', { calls: telling((call) => told.push(call)) }).catch(() => {});
    expect([told.includes('link'), told.includes('renameSync')]).toEqual([true, false]);
  });

  test('a file that was not there and is now is not written over', async () => {
    await expect(writeFileDurably(file, 'ours', null)).rejects.toThrow(ChangedMeanwhile);
    expect(await text()).toBe('old');
  });

  test('what somebody writes into the old file after ours took its name is kept (in .visavis/history)', async () => {
    const editor = createFileEditor(root, () => 1234);
    const handle = await open(file, 'r+');
    await editor.edit('a.yaml', { what: 'x', where: '/' }, async () => ({ text: 'ours', result: null }));
    await handle.writeFile('late');
    await handle.close();
    const kept = await readFile(path.join(root, '.visavis/history/a.yaml/1234.yaml'), 'utf8');
    expect([await text(), kept]).toEqual(['ours', 'late']);
  });
});

test('the last twenty versions of a file are kept, in their order whatever the clock says, and git sees none (W10, W15)', async () => {
  let time = 1_000_000;
  const editor = createFileEditor(root, () => time);
  for (let i = 0; i < 30; i += 1) {
    time -= 1000;
    await editor.edit('a.yaml', { what: 'x', where: '/' }, async () => ({ text: `version ${i}`, result: null }));
  }
  const folder = path.join(root, '.visavis/history/a.yaml');
  const names = (await readdir(folder)).sort();
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  const ignored = await readFile(path.join(root, '.visavis/.gitignore'), 'utf8');
  expect([texts, ignored]).toEqual([Array.from({ length: 20 }, (_, i) => `version ${i + 9}`), '*\n']);
});

test.each([0o600, 0o644, 0o664])('the mode %o of a file stays (W12)', async (mode) => {
  await chmod(file, mode);
  await writeFileDurably(file, 'new', 'old');
  expect((await stat(file)).mode & 0o777).toBe(mode);
});

test.each([
  ['a byte order mark', '\ufeffold'],
  ['CRLF', 'o\r\nld\r\n'],
  ['no line break at the end', 'old'],
  ['signs of every width', 'é€𝄞\u202e\u0301'],
])('%s is read and written back as it is (W12)', async (_what, content) => {
  await writeFile(file, content);
  const editor = createFileEditor(root, () => 0);
  await editor.edit('a.yaml', { what: 'x', where: '/' }, async (now) => ({ text: `${now}!`, result: null }));
  expect(await readFile(file)).toEqual(Buffer.from(`${content}!`));
});

describe('a save is undone', () => {
  const about = { what: 'x', where: '/' };
  const edit = (editor: ReturnType<typeof createFileEditor>, to: string) =>
    editor.edit('a.yaml', about, async () => ({ text: to, result: null }));
  const undo = async (editor: ReturnType<typeof createFileEditor>, save: number | null) =>
    (await editor.history.undo(save ?? 0))?.save ?? null;

  test('and the undoing too, and the save before it', async () => {
    const editor = createFileEditor(root, () => 0);
    await edit(editor, 'one');
    const { save } = await edit(editor, 'two');
    const undone = await undo(editor, save);
    const seen = [await text()];
    await undo(editor, undone);
    seen.push(await text());
    expect(seen).toEqual(['one', 'two']);
  });

  test('under its own name, and at its own place', async () => {
    const editor = createFileEditor(root, () => 0);
    const { save } = await editor.edit('a.yaml', { what: 'entry token', where: '/glossary/token' }, async () => ({
      text: 'two',
      result: null,
    }));
    await undo(editor, await undo(editor, save));
    expect((await editor.history.saves()).map(({ what, where }) => [what, where])).toEqual([
      ['done again: entry token', '/glossary/token'],
      ['undone: entry token', '/glossary/token'],
      ['entry token', '/glossary/token'],
    ]);
  });

  test('not when all of it was written anew since, before a person looked', async () => {
    const editor = createFileEditor(root, () => 0);
    const { save } = await edit(editor, 'one');
    await writeFile(file, 'by hand');
    expect([await editor.history.undo(save ?? 0), await text()]).toEqual([{ save: null, left: 1 }, 'by hand']);
  });

  test('which made the file: it is gone again', async () => {
    const editor = createFileEditor(root, () => 0);
    await rm(file);
    const { save } = await edit(editor, 'new');
    await undo(editor, save);
    expect(await readdir(root)).toEqual(['.visavis']);
  });

  test('which made the file, and the undoing too, and so on', async () => {
    const editor = createFileEditor(root, () => 0);
    await rm(file);
    let { save } = await edit(editor, 'new');
    const seen: unknown[] = [];
    for (let round = 0; round < 4; round += 1) {
      save = await undo(editor, save);
      const [last] = await editor.history.saves();
      seen.push([await text().catch(() => 'gone'), last?.number === save, last?.undoable]);
    }
    expect(seen).toEqual(['gone', 'new', 'gone', 'new'].map((state) => [state, true, true]));
  });

  test('and the file that is taken away is kept with the old versions', async () => {
    const editor = createFileEditor(root, () => 1234);
    await rm(file);
    const { save } = await edit(editor, 'new');
    await undo(editor, save);
    expect(await readFile(path.join(root, '.visavis/history/a.yaml/1234.yaml'), 'utf8')).toBe('new');
  });

  test('once: it is not undone again before it was done again', async () => {
    const editor = createFileEditor(root, () => 0);
    const { save } = await edit(editor, 'new');
    await undo(editor, save);
    expect([await editor.history.undo(save ?? 0), await text()]).toEqual([null, 'old']);
  });

  test('not when somebody made the file anew after it was taken away', async () => {
    const editor = createFileEditor(root, () => 0);
    await rm(file);
    const { save } = await edit(editor, 'new');
    const gone = await undo(editor, save);
    await writeFile(file, 'theirs');
    expect([await editor.history.undo(gone ?? 0), await text()]).toEqual([{ save: null, left: 1 }, 'theirs']);
  });

  test('not when a folder stands where the file was', async () => {
    const editor = createFileEditor(root, () => 0);
    await rm(file);
    const { save } = await edit(editor, 'new');
    const gone = await undo(editor, save);
    await mkdir(file);
    await expect(editor.history.undo(gone ?? 0)).rejects.toThrow('a.yaml is no ordinary file');
  });

  test('nothing is undone by a number that is none', async () => {
    expect(await createFileEditor(root, () => 0).history.undo(7)).toBe(null);
  });
});

test('what a killed writer left behind is taken away, what somebody is writing is not, nor a name that is not ours', async () => {
  const uuid = '01234567-89ab-cdef-0123-456789abcdef';
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  const names = [`.a.yaml.${gone}.${uuid}.tmp`, `.a.yaml.${process.pid}.${uuid}.tmp`, `.a.yaml.${uuid}.tmp`, 'b.tmp'];
  for (const name of names) await writeFile(path.join(root, name), 'x');
  await removeLeftovers(root);
  expect((await readdir(root)).sort()).toEqual([...names.slice(1), 'a.yaml'].sort());
});
