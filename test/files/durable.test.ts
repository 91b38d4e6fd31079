import { spawn } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatProblem } from '../../src/core/checks/problem.ts';
import { removeLeftovers } from '../../src/files/disk/write-file.ts';
import { openLibrary } from '../../src/files/loading/library.ts';
import { createFileEditor } from '../../src/files/saving/file-editor.ts';
import { createTranslationStore } from '../../src/files/saving/translations.ts';
import { parseCatalogue } from '../../src/formats/article/catalogue.ts';
import { PROGRAM } from '../cli/program.ts';
import { IS_SLOW_SET, rounds } from '../rounds.ts';
import { makeRoot, SMALL } from '../site.ts';

let root: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ root, remove } = await makeRoot(SMALL));
});
afterEach(() => remove());

const catalogue = () => readFile(path.join(root, 'content/essai/en.po'), 'utf8');
const storeOf = (folder: string) => createTranslationStore(createFileEditor(folder, Date.now));
const edit = (target: string, expected: string) => ({
  ...{
    unit: 'p2',
    source: 'Trois jetons.',
    target,
    state: 'translated' as const,
    comments: ['origin: x'],
    previous: null,
  },
  expected,
});

/** Starts the server, saves one after the other, kills it at some moment; gives the last text it acknowledged. */
async function saveUntilKilled(after: number, from: string): Promise<string> {
  const server = spawn(process.execPath, [PROGRAM, 'serve'], {
    cwd: root,
    env: { ...process.env, VISAVIS_ROOT: root, PORT: '0' },
  });
  const url = await new Promise<string>((resolve) => {
    server.stdout.on('data', (chunk: Buffer) => resolve(/http:\S+/.exec(chunk.toString())?.[0] ?? ''));
  });
  const unit = `${url}api/articles/essai/units/p2`;
  let acknowledged = from;
  let tag = (await fetch(unit)).headers.get('etag') ?? '';
  const ended = new Promise((resolve) => server.on('exit', resolve));
  setTimeout(() => server.kill('SIGKILL'), after);
  for (let i = 0; ; i += 1) {
    const target = `Save ${after}-${i}, ${'long '.repeat(500)}`.trim();
    const answer = await fetch(unit, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'if-match': tag },
      body: JSON.stringify({ target, state: 'draft' }),
    }).catch(() => null);
    if (answer?.status !== 200) {
      await ended;
      return acknowledged;
    }
    tag = answer.headers.get('etag') ?? '';
    acknowledged = target;
  }
}

test('killed at any moment: what was acknowledged is there, the file parses, nothing is left lying about', {
  timeout: 60_000,
}, async () => {
  let text = 'Three tokens.';
  for (const after of IS_SLOW_SET ? [5, 55, 105, 155, 205, 255] : [105]) {
    text = await saveUntilKilled(after, text);
    const { messages, problems } = parseCatalogue(await catalogue(), 'en.po');
    const found = messages[1]?.text.value ?? '';
    // A save that was not acknowledged may be there or not; an acknowledged one is never older than what is there.
    expect(problems).toEqual([]);
    expect(number(found)).toBeGreaterThanOrEqual(number(text));
    text = found;
  }
  await removeLeftovers(path.join(root, 'content'));
  expect((await readdir(path.join(root, 'content/essai'))).sort()).toEqual(['en.po', 'fr.md']);
});

/** Order of the saves of one run; -1 before the first. */
function number(text: string): number {
  const [, run, save] = /^Save (\d+)-(\d+)/.exec(text) ?? [];
  return run === undefined ? -1 : Number(run) * 100_000 + Number(save);
}

describe('a save that cannot be written is a sentence, and the file stays', () => {
  test('the folder is gone', async () => {
    await remove();
    await expect(storeOf(root).save('essai', [edit('x', '')])).rejects.toThrow('has no French article');
  });

  test('the folder is read-only, which the page is told (W6)', async () => {
    const isRoot = process.getuid?.() === 0;
    await chmod(root, 0o755);
    await chmod(path.join(root, 'content'), 0o555);
    await chmod(path.join(root, 'content/essai'), 0o555);
    // Root may write everywhere, so it steps down for a moment.
    if (isRoot) process.seteuid?.(65_534);
    const refused: unknown = await storeOf(root)
      .save('essai', [edit('x', 'Three tokens.')])
      .catch((error: unknown) => error);
    const library = await openLibrary(root, { watch: true });
    const told = library.current().problems.map(formatProblem);
    await library.close();
    if (isRoot) process.seteuid?.(0);
    await chmod(path.join(root, 'content'), 0o755);
    await chmod(path.join(root, 'content/essai'), 0o755);
    // The system answers `access` for who started the program, so root is told of nothing.
    const isTold = told.some((line) => /: warning file: is read-only \(EACCES\)/.test(line));
    expect([String(refused), isTold || isRoot, (await catalogue()).includes('Three tokens.')]).toEqual([
      expect.stringContaining('content/essai/en.po may not be written (EACCES)'),
      true,
      true,
    ]);
  });

  test('the catalogue is no file', async () => {
    await remove();
    ({ root, remove } = await makeRoot({ 'content/essai/fr.md': SMALL['content/essai/fr.md'] }));
    await mkdir(path.join(root, 'content/essai/en.po'));
    await expect(storeOf(root).save('essai', [edit('x', '')])).rejects.toThrow('is no ordinary file');
  });

  test('the catalogue has a mistake', async () => {
    const broken = (await catalogue()).replace('"Three tokens."', '"Three "tokens"."');
    await writeFile(path.join(root, 'content/essai/en.po'), broken);
    await expect(storeOf(root).save('essai', [edit('x', '')])).rejects.toThrow('en.po:5 has a mistake');
    expect(await catalogue()).toBe(broken);
  });

  test('the catalogue is not UTF-8', async () => {
    await writeFile(path.join(root, 'content/essai/en.po'), Buffer.from([0xff, 0x00]));
    await expect(storeOf(root).save('essai', [edit('x', '')])).rejects.toThrow('en.po');
  });
});

test('many saves at once all land, one after the other', async () => {
  const count = rounds(25, 100);
  const store = storeOf(root);
  const saved = await Promise.all(
    Array.from({ length: count }, (_, i) =>
      store.save('essai', [{ ...edit(`v${i}`, i === 0 ? 'Three tokens.' : `v${i - 1}`) }]),
    ),
  );
  expect([
    saved.flatMap(({ refused }) => refused),
    parseCatalogue(await catalogue(), 'en.po').messages[1]?.text.value,
  ]).toEqual([[], `v${count - 1}`]);
});
