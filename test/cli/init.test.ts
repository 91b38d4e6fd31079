import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { STARTER } from '../../src/cli/init.ts';
import { everyNth, IS_SLOW_SET } from '../rounds.ts';
import { HOME, makeRoot, SMALL, start } from '../site.ts';
import { run } from './program.ts';

let root: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ root, remove } = await makeRoot({}));
});
afterEach(() => remove());

const at = (name: string) => path.join(root, name);
const read = (name: string) => readFile(at(name), 'utf8');
const lines = (text: string) => text.trimEnd().split('\n');
const STARTING = ['.gitignore', 'glossary/terms.yaml', 'glossary/glossary.schema.json'];
const CLEAN = /^0 errors, 0 warnings/m;

describe('a folder to work in', () => {
  test('is made with a glossary of three entries, and says what to do next', async () => {
    const { code, out, err } = await run(['init', 'new'], { root });
    expect([code, lines(out), lines(err)]).toEqual([
      0,
      STARTING,
      [
        'Next:',
        '  cd new',
        `  node ${path.join(HOME, 'dist/main.js')} serve`,
        'That prints the address to open; articles are added there, or with “add”. Terms are in glossary/.',
      ],
    ]);
  });

  test.each(everyNth([[[]], [['--glossary', 'ai']]], 2))('is clean: init %j', async (options) => {
    await run(['init', ...options], { root });
    const { code, err } = await run(['check'], { root });
    expect([code, CLEAN.test(err)]).toEqual([0, true]);
  });

  test.runIf(IS_SLOW_SET)('stays clean when the glossary of AI terms and the article are added later', async () => {
    await run(['init'], { root });
    await run(['init', '--example'], { root });
    const { code, err } = await run(['check'], { root });
    expect([code, CLEAN.test(err), await read('glossary/terms.yaml')]).toEqual([0, true, STARTER]);
  });

  test('is clean and served with the article', async () => {
    await run(['init', '--example'], { root });
    const site = await start(root);
    const { status } = await fetch(new URL('/articles/deepseek-r2', site.url));
    await site.library.settled();
    const { problems, glossary, articles } = site.library.current();
    await site.close();
    expect([status, problems, glossary.findings, [...articles.values()].map(({ findings }) => findings)]).toEqual([
      ...[200, [], []],
      [[]],
    ]);
  });

  test('is served without an article', async () => {
    await run(['init'], { root });
    const site = await start(root);
    const answers = await Promise.all(['/', '/glossary', '/healthz'].map((place) => fetch(new URL(place, site.url))));
    await site.close();
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  test('is the current one where none is named', async () => {
    const { out, err } = await run(['init'], { root });
    expect([lines(out), err.includes('cd ')]).toEqual([STARTING, false]);
  });

  test('may be several levels down, with spaces in its name', async () => {
    const { code, err } = await run(['init', 'a/b c'], { root });
    expect([code, err.includes("  cd 'a/b c'\n"), (await readdir(at('a/b c'))).sort()]).toEqual([
      ...[0, true],
      ['.gitignore', 'content', 'glossary'],
    ]);
  });

  test('has what the program begins its own with', async () => {
    await run(['init', '--example'], { root });
    const names = ['glossary/ai.yaml', 'glossary/glossary.schema.json', 'content/deepseek-r2/en.po'];
    const same = names.map(async (name) => (await read(name)) === (await readFile(path.join(HOME, name), 'utf8')));
    expect(await Promise.all(same)).toEqual([true, true, true]);
  });

  test('keeps its own folder and keys out of git', async () => {
    await run(['init'], { root });
    await Promise.all([writeFile(at('.env'), 'DEEPL_AUTH_KEY=x\n'), mkdir(at('.visavis'))]);
    await writeFile(at('.visavis/x'), '');
    await promisify(execFile)('git', ['init', '-q'], { cwd: root });
    const { stdout } = await promisify(execFile)('git', ['status', '--porcelain'], { cwd: root });
    expect(lines(stdout)).toEqual(['?? .gitignore', '?? glossary/']);
  });
});

describe('what is there stays as it is', () => {
  test('each file of those to be made, with a word on it', async () => {
    await mkdir(at('glossary'));
    await writeFile(at('.gitignore'), 'mine\n');
    await writeFile(at('glossary/ai.yaml'), '# mine\n');
    const { code, out, err } = await run(['init', '--glossary', 'ai'], { root });
    expect([code, out.includes('ai.yaml'), await read('.gitignore'), await read('glossary/ai.yaml')]).toEqual([
      ...[0, false, 'mine\n', '# mine\n'],
    ]);
    expect(lines(err).slice(0, 3)).toEqual([
      '.gitignore was there, and stays as it is.',
      'glossary/ai.yaml was there, and stays as it is.',
      'Add a line “.env” to .gitignore: keys and passwords stand there.',
    ]);
  });

  test('a glossary, to which no entries to begin with are added', async () => {
    for (const [name, text] of Object.entries(SMALL)) {
      await mkdir(path.dirname(at(name)), { recursive: true });
      await writeFile(at(name), text);
    }
    const { err } = await run(['init'], { root });
    expect([
      err.includes('terms.yaml was left out, since there is a glossary already'),
      await readdir(at('glossary')),
    ]).toEqual([true, ['ai.yaml', 'glossary.schema.json']]);
  });

  test('a file that may only be read, and a link that leads nowhere', async () => {
    await writeFile(at('.gitignore'), '.env\n', { mode: 0o444 });
    await mkdir(at('glossary'));
    await symlink(at('nowhere'), at('glossary/glossary.schema.json'));
    const { code, out } = await run(['init'], { root });
    expect([code, lines(out), await read('.gitignore')]).toEqual([0, ['glossary/terms.yaml'], '.env\n']);
  });

  test('all of it, the second time', async () => {
    await run(['init', '--example'], { root });
    const { code, out } = await run(['init', '--example'], { root });
    expect([code, out]).toEqual([0, '']);
  });

  test('and what a run that was cut off did not come to is made', async () => {
    await mkdir(at('glossary'));
    await writeFile(at('glossary/glossary.schema.json'), '{}');
    const { out } = await run(['init'], { root });
    expect(lines(out)).toEqual(['.gitignore', 'glossary/terms.yaml']);
  });

  test.each(['.env', '/.env', '*.env', '.env*'])('a .gitignore that has “%s” wants nothing more', async (line) => {
    await writeFile(at('.gitignore'), `node_modules\r\n${line}\r\n`);
    expect((await run(['init'], { root })).err).not.toContain('Add a line');
  });
});

describe('a folder that cannot be made is one sentence', () => {
  const said = async (folder: string) => {
    const { code, out, err } = await run(['init', folder], { root });
    return [code, out, err.replaceAll(root, '')];
  };

  test.each([
    ['a file', 'file', 'visavis: /file is no folder; name another one.\n'],
    ['below a file', 'file/below', 'visavis: /file is no folder; name another one.\n'],
    ['a link that leads nowhere', 'link', 'visavis: /link is no folder; name another one.\n'],
    ['without a name', ' ', 'visavis: Name a folder, or nothing for the current one: visavis init.\n'],
    ['with a file for content', 'odd', 'visavis: In /odd, content is a file; put a folder of its own there.\n'],
    [
      'with a link for glossary',
      'linked',
      'visavis: In /linked, glossary is a link, and links are not followed; put a folder of its own there.\n',
    ],
    [
      'with a name that is too long',
      'a'.repeat(300),
      `visavis: /${'a'.repeat(300)} cannot be made (ENAMETOOLONG). Run it again once that is put right: what is there stays.\n`,
    ],
  ])('%s', async (_what, folder, sentence) => {
    await writeFile(at('file'), '');
    await symlink(at('nowhere'), at('link'));
    await Promise.all([mkdir(at('odd')), mkdir(at('linked'))]);
    await writeFile(at('odd/content'), '');
    await symlink(root, at('linked/glossary'));
    expect(await said(folder)).toEqual([2, '', sentence]);
  });

  test.skipIf(process.getuid?.() === 0)(
    'one that may only be read (skipped for root, who may write there)',
    async () => {
      await mkdir(at('locked'));
      await chmod(at('locked'), 0o555);
      expect(await said('locked/new')).toEqual([
        ...[2, ''],
        'visavis: /locked/new may not be made; see who owns the folder (EACCES). Run it again once that is put right: what is there stays.\n',
      ]);
    },
  );

  test.skipIf(process.getuid?.() === 0)(
    'one with a folder that may not be read (skipped for root, who may read all)',
    async () => {
      await mkdir(at('kept/glossary'), { recursive: true });
      await chmod(at('kept/glossary'), 0o300);
      expect(await said('kept')).toEqual([
        ...[2, ''],
        'visavis: /kept/glossary cannot be read (EACCES); see who owns it, and run it again: what is there stays.\n',
      ]);
    },
  );

  test.skipIf(process.platform !== 'linux')('one in which the system makes none', async () => {
    const { code, err } = await run(['init', '/proc/visavis/new'], { root });
    expect([code, err.startsWith('visavis: /proc/visavis cannot be made (ENOENT)')]).toEqual([2, true]);
  });
});

test.each([
  [['init', 'a', 'b'], 'Name one folder, or none'],
  [['init', '--glossary', 'law'], '“law” is no glossary that comes along; write --glossary ai, or leave it out.'],
  [['init', '--all'], '“visavis init” has no --all.'],
  [['serve', '--example'], '“visavis serve” has no --example.'],
])('%j is no command', async (args, sentence) => {
  const { code, err } = await run(args, { root });
  expect([code, err.includes(sentence)]).toEqual([2, true]);
});
