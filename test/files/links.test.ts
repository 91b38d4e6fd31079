import { execFileSync } from 'node:child_process';
import { chmod, link, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatProblem } from '../../src/core/checks/problem.ts';
import { walkPlain } from '../../src/files/disk/plain.ts';
import { signatureOf } from '../../src/files/disk/signature.ts';
import { removeLeftovers } from '../../src/files/disk/write-file.ts';
import { openLibrary } from '../../src/files/loading/library.ts';
import { takeLock } from '../../src/files/lock/lock.ts';
import { createFileEditor } from '../../src/files/saving/file-editor.ts';
import { createTranslationStore } from '../../src/files/saving/translations.ts';
import { IS_SLOW_SET } from '../rounds.ts';
import { makeRoot, SMALL } from '../site.ts';

let root: string;
let outside: string;
const removes: (() => Promise<void>)[] = [];
beforeEach(async () => {
  const made = await Promise.all([makeRoot(SMALL), makeRoot({ 'photo1.jpg': '1', 'photo2.jpg': '2' })]);
  [root, outside] = made.map((one) => one.root) as [string, string];
  removes.push(...made.map((one) => one.remove));
});
afterEach(async () => {
  for (const remove of removes.splice(0)) await remove();
});

const at = (name: string) => path.join(root, name);
const problems = async (watch = false) => {
  const library = await openLibrary(root, { watch });
  const told = library.current().problems.map(formatProblem);
  await library.close();
  return told;
};
const save = (told: string[] = []) =>
  createTranslationStore(createFileEditor(root, Date.now, { onTrouble: (one) => told.push(one) })).save('essai', [
    {
      unit: 'p2',
      source: 'Trois jetons.',
      target: 'Three.',
      state: 'translated',
      comments: [],
      previous: null,
      expected: 'Three tokens.',
    },
  ]);

describe('a walk does not follow links', () => {
  test('two links to their own folder do not grow without end', async () => {
    await symlink('.', at('content/essai/x'));
    await symlink('.', at('content/essai/y'));
    const names: string[] = [];
    for await (const { name } of walkPlain(at('content'), 40)) names.push(name);
    expect(names.sort()).toEqual(['essai', 'essai/en.po', 'essai/fr.md', 'essai/x', 'essai/y']);
  });

  test.each(['content', 'glossary'])('a change behind a link in the place of %s/ is none of ours', async (folder) => {
    await rm(at(folder), { recursive: true });
    await symlink(outside, at(folder));
    const before = await signatureOf(root, [folder]);
    await writeFile(path.join(outside, 'photo3.jpg'), '3');
    expect(await signatureOf(root, [folder])).toEqual(before);
  });

  test('nothing is taken away behind a link', async () => {
    const leftover = path.join(outside, '.a.yaml.999999999.01234567-89ab-cdef-0123-456789abcdef.tmp');
    await writeFile(leftover, 'x');
    await symlink(outside, at('content/essai/x'));
    await removeLeftovers(at('content'));
    expect((await readdir(outside)).length).toBe(3);
  });
});

describe('what is no plain file or folder is named once', () => {
  const ODD: readonly (readonly [what: string, make: () => Promise<unknown>, told: string])[] = [
    [
      'a link in an article',
      () => symlink(outside, at('content/essai/images')),
      'content/essai/images:1:1: warning file: is a link, and links are not followed',
    ],
    [
      'a link that leads nowhere',
      () => symlink('none', at('content/essai/x')),
      'content/essai/x:1:1: warning file: is a link',
    ],
    [
      'a link beside the one article that is read',
      () => symlink('fr.md', at('content/essai/autre.txt')),
      'content/essai/autre.txt:1:1: warning file: is a link',
    ],
    [
      'a pipe in an article',
      async () => void execFileSync('mkfifo', [at('content/essai/p')]),
      'content/essai/p:1:1: warning file: is a pipe',
    ],
    [
      'a link in the glossary',
      () => symlink('/etc/passwd', at('glossary/notes.doc')),
      'glossary/notes.doc:1:1: warning file: is a link',
    ],
    [
      'a link in the place of the catalogue',
      async () => {
        await rm(at('content/essai/en.po'));
        await symlink('/etc/passwd', at('content/essai/en.po'));
      },
      'content/essai/en.po:1:1: error file: is no ordinary file',
    ],
  ];
  test.each(ODD)('%s', async (_what, make, told) => {
    await make();
    expect((await problems()).map((line) => line.slice(0, told.length))).toEqual([told]);
  });

  test('a socket', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(at('content/essai/s'), resolve);
    });
    const told = await problems();
    await new Promise((resolve) => server.close(resolve));
    expect(told).toEqual([expect.stringContaining('content/essai/s:1:1: warning file: is a socket')]);
  });

  test.each(['.visavis', '.visavis/history', '.visavis/lock'])('%s, where somebody edits', async (place) => {
    await mkdir(path.dirname(at(place)), { recursive: true });
    await symlink(outside, at(place));
    expect(await problems(true)).toEqual([expect.stringContaining(`${place}:1:1: warning file: is a link`)]);
  });
});

describe('a save reaches nothing behind a link', () => {
  test.each(['.visavis', '.visavis/history', '.visavis/history/content', '.visavis/history/content/essai/en.po'])(
    '%s leads elsewhere: the text is saved, nothing there is touched, and it is said once',
    async (place) => {
      await mkdir(path.dirname(at(place)), { recursive: true });
      await symlink(outside, at(place));
      const told: string[] = [];
      await save(told);
      expect([await readFile(at('content/essai/en.po'), 'utf8'), (await readdir(outside)).sort(), told]).toEqual([
        expect.stringContaining('msgstr "Three."'),
        ['photo1.jpg', 'photo2.jpg'],
        [
          `${place} is a link, and links are not followed; put a folder of its own there. Until then no old versions of content/essai/en.po are kept.`,
        ],
      ]);
    },
  );

  test('files of a person in the history are not taken away', async () => {
    const folder = at('.visavis/history/content/essai/en.po');
    await mkdir(folder, { recursive: true });
    for (let i = 0; i < 60; i += 1) await writeFile(path.join(folder, `photo${i}.jpg`), 'x');
    await save();
    expect((await readdir(folder)).filter((name) => name.startsWith('photo')).length).toBe(60);
  });

  test('the folder of the article became a link', async () => {
    await rm(at('content/essai'), { recursive: true });
    await symlink(outside, at('content/essai'));
    await expect(save()).rejects.toThrow('content/essai is a link, and links are not followed');
  });

  test.each(['.visavis', '.visavis/lock'])('%s leads elsewhere: no lock is made there', async (place) => {
    await mkdir(path.dirname(at(place)), { recursive: true });
    await symlink(place === '.visavis' ? outside : path.join(outside, 'lock'), at(place));
    await expect(takeLock(root)).rejects.toThrow(`${place} is no plain ${place === '.visavis' ? 'folder' : 'file'}`);
    expect((await readdir(outside)).sort()).toEqual(['photo1.jpg', 'photo2.jpg']);
  });
});

describe('a file that may only be read is not replaced', () => {
  test.each([0o444, 0o400, 0o555])('mode %o, whoever asks', async (mode) => {
    await chmod(at('content/essai/en.po'), mode);
    await expect(save()).rejects.toThrow(`content/essai/en.po may only be read (mode 0${mode.toString(8)})`);
    expect((await stat(at('content/essai/en.po'))).mode & 0o777).toBe(mode);
  });

  test('nor taken away by an undo', async () => {
    const editor = createFileEditor(root, Date.now);
    const { save: number } = await editor.edit('glossary/new.yaml', { what: 'x', where: '/' }, async () => ({
      text: '[]\n',
      result: null,
    }));
    await chmod(at('glossary/new.yaml'), 0o444);
    await expect(editor.history.undo(number ?? 0)).rejects.toThrow('may only be read (mode 0444)');
  });

  test('mode 644 is', async () => {
    await chmod(at('content/essai/en.po'), 0o644);
    expect((await save()).refused).toEqual([]);
  });
});

describe('nothing is put in place that could not be read again', () => {
  const edit = (file: string, text: string) =>
    createFileEditor(root, Date.now).edit(file, { what: 'x', where: '/' }, async () => ({ text, result: null }));

  test.each([
    ['a NUL', 'content/essai/en.po', 'a\0b', 'holds a NUL byte'],
    ['half a character', 'content/essai/en.po', 'a\ud83d', 'holds half a character'],
    [
      'a catalogue of more than 5 MB',
      'content/essai/en.po',
      'é'.repeat(2_700_000),
      'is too large (5.15 MB; the limit is 5 MB)',
    ],
    [
      'a glossary of more than 5 MB',
      'glossary/ai.yaml',
      '# \n'.repeat(2_000_000),
      'is too large (5.73 MB; the limit is 5 MB)',
    ],
  ])('%s', async (_what, file, text, sentence) => {
    const before = await readFile(at(file));
    await expect(edit(file, text)).rejects.toThrow(sentence);
    expect(await readFile(at(file))).toEqual(before);
  });

  test.runIf(IS_SLOW_SET)('the export of a tool may be larger', async () => {
    await edit('glossary/big.csv', `fr,en\n${'jeton,token\n'.repeat(500_000)}`);
    expect((await stat(at('glossary/big.csv'))).size).toBe(6_000_006);
  });
});

describe('nobody else is kept from writing by a lock that is', () => {
  const ODD: readonly (readonly [string, string, (place: string) => unknown])[] = [
    ['a folder', 'a folder', (place) => mkdir(place)],
    ['a link to a file', 'a link, and links are not followed', (place) => symlink(at('content/essai/en.po'), place)],
    ['a link to nothing', 'a link, and links are not followed', (place) => symlink('nowhere', place)],
    ['a link to itself', 'a link, and links are not followed', (place) => symlink('lock', place)],
    ['a pipe', 'a pipe', (place) => execFileSync('mkfifo', [place])],
  ];
  test.each(ODD)('%s: it is said, and no server starts to write', async (_what, words, make) => {
    await mkdir(at('.visavis'), { recursive: true });
    await make(at('.visavis/lock'));
    expect(await problems(true)).toEqual([
      `.visavis/lock:1:1: warning file: is ${words}; no server can hold it, take it away`,
    ]);
    await expect(takeLock(root)).rejects.toThrow(
      '.visavis/lock is no plain file, so nothing would keep a second server from writing the same files. Take it away, or start with --read-only.',
    );
    expect(await readdir(at('.visavis'))).toContain('lock');
  });

  test('a folder that is a file: likewise', async () => {
    await writeFile(at('.visavis'), '');
    await expect(takeLock(root)).rejects.toThrow('.visavis is no plain folder, so nothing would keep');
  });

  test('a plain file that another name leads to as well is taken over, and what it says elsewhere stays', async () => {
    await mkdir(at('.visavis'), { recursive: true });
    await link(at('content/essai/en.po'), at('.visavis/lock'));
    const before = await readFile(at('content/essai/en.po'), 'utf8');
    const lock = await takeLock(root, { patience: 300 });
    expect(await readFile(at('content/essai/en.po'), 'utf8')).toBe(before);
    lock.release();
  });
});
