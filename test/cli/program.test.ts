import { execFile, spawn } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HOME, makeRoot, SMALL } from '../site.ts';
import { PROGRAM, run } from './program.ts';

describe('visavis check', () => {
  test('is clean on the shipped article', async () => {
    const { code, out } = await run(['check']);
    expect([code, out]).toEqual([0, '']);
  });

  test('prints the contract as JSON', async () => {
    const report = JSON.parse((await run(['check', '--format', 'json'])).out);
    const [article] = report.articles;
    expect([
      Object.keys(report),
      Object.keys(article),
      Object.keys(article.verdicts),
      Object.keys(report.glossary),
      report.summary,
    ]).toEqual([
      ['articles', 'glossary', 'summary'],
      ['slug', 'units', 'translated', 'reviewed', 'verdicts', 'findings'],
      ['preferred', 'admitted', 'deprecated', 'missing', 'waived'],
      ['files', 'concepts', 'problems', 'findings'],
      { errors: 0, warnings: 0 },
    ]);
    expect([article.units, article.translated, article.reviewed]).toEqual([43, 43, 43]);
  });

  test.each([
    ['tokens', 'chips', '“chips” is ruled out for “jetons” (that is puce); write “tokens”'],
    ['chips', 'tokens', '“tokens” is ruled out for “puces”'],
  ])('%s changed to %s is one finding on its line', async (from, to, message) => {
    const catalogue = await readFile(path.join(HOME, 'content/deepseek-r2/en.po'), 'utf8');
    const lines = catalogue.split('\n');
    const at = lines.findIndex((line) => new RegExp(`\\b${from}\\b`).test(line) && !line.startsWith('#'));
    const changed = lines
      .map((line, i) => (i === at ? line.replace(new RegExp(`\\b${from}\\b`), to) : line))
      .join('\n');
    const { root, remove } = await makeRoot({
      'content/deepseek-r2/fr.md': await readFile(path.join(HOME, 'content/deepseek-r2/fr.md'), 'utf8'),
      'content/deepseek-r2/en.po': changed,
      ...(await glossaryFiles()),
    });
    const { code, out } = await run(['check'], { root });
    await remove();
    expect([
      code,
      out.trim().split('\n').length,
      out.startsWith(`content/deepseek-r2/en.po:${at + 1}:`),
      out.includes(message),
    ]).toEqual([1, 1, true, true]);
  });

  test('names the problems of broken files', async () => {
    const { root, remove } = await makeRoot({ ...SMALL, 'glossary/b.yaml': '- fr: a\n  em: b\n' });
    const { code, out } = await run(['check', 'essai'], { root });
    await remove();
    expect([code, out]).toEqual([1, 'glossary/b.yaml:2:7: error glossary-entry: “em” is not a key here; write “en”\n']);
  });
});

async function glossaryFiles(): Promise<Record<string, string>> {
  const names = (await readdir(path.join(HOME, 'glossary'))).filter((name) => name.endsWith('.yaml'));
  return Object.fromEntries(
    await Promise.all(
      names.map(
        async (name) => [`glossary/${name}`, await readFile(path.join(HOME, 'glossary', name), 'utf8')] as const,
      ),
    ),
  );
}

describe('visavis terms', () => {
  test('prints each hit of standard input with its place', async () => {
    const { code, out } = await run(['terms', '-'], { input: 'Des jetons.' });
    const { file, line, ...hit } = JSON.parse(out);
    expect([code, hit, file, line > 0]).toEqual([
      0,
      { start: 4, end: 10, text: 'jetons', concept: 'token', term: 'jeton', form: 'plural' },
      'glossary/ai.yaml',
      true,
    ]);
  });

  test('counts offsets in the text as written', async () => {
    const { root, remove } = await makeRoot({ ...SMALL, 'a.txt': '🙂 e\u0301 jetons' });
    const { out } = await run(['terms', path.join(root, 'a.txt')], { root });
    await remove();
    expect(JSON.parse(out)).toMatchObject({ start: 6, end: 12, text: 'jetons' });
  });
});

test('visavis terms --forms lists every form of an entry', async () => {
  const { code, out } = await run(['terms', '--forms', 'chip']);
  const forms = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect([
    code,
    forms.filter(({ language, kind }) => language === 'fr' && kind === 'plural').map(({ form }) => form),
  ]).toEqual([0, ['puces', 'puces électroniques']]);
});

test('visavis check --candidates proposes terms with their paragraphs', async () => {
  const { root, remove } = await makeRoot({
    ...SMALL,
    'content/essai/fr.md': '---\ntitle: Essai\n---\n\nLe MLX et ses puces.\n\nUn autre MLX.\n',
  });
  const { code, out } = await run(['check', '--candidates'], { root });
  await remove();
  expect([code, out]).toEqual([0, 'essai: MLX\t2\tacronym\tp2 p3\n']);
});

describe('wrong use ends with 2 and a sentence', () => {
  test.each([
    [['chek'], '“chek” is not a command'],
    [['check', '--format', 'xml'], '“xml” is not a format; write text or json'],
    [['check', 'none'], 'No article “none”'],
    [['terms'], 'Name one French text file'],
    [['terms', '/none'], '/none cannot be read (ENOENT)'],
    [['serve', 'x'], 'settings are environment variables'],
    [['--nope'], 'nope'],
    [['terms', '--forms', 'tokn'], 'Did you mean “token”?'],
    [['serve', '--candidates'], 'has no --candidates'],
  ])('%j', async (args, sentence) => {
    const { code, out, err } = await run(args);
    expect([code, out, err.includes(sentence), err.includes('    at ')]).toEqual([2, '', true, false]);
  });

  test('a wrong setting names its variable', async () => {
    const { code, err } = await run(['serve'], { env: { PORT: 'http' } });
    expect([code, err]).toEqual([2, 'visavis: PORT=http: write a number from 0 to 65535\n']);
  });
});

test('npx finds the command in a checkout', async () => {
  const code = await new Promise((resolve) => {
    const child = execFile('npx', ['visavis', '--version'], { cwd: HOME }, () => resolve(child.exitCode));
  });
  expect(code).toBe(0);
});

test('help lists the commands', async () => {
  const { code, out } = await run(['--help']);
  expect([code, ['serve', 'check', 'terms'].every((name) => out.includes(`visavis ${name}`))]).toEqual([0, true]);
});

describe('the built program serves', () => {
  let root: string;
  let remove: () => Promise<void>;
  beforeEach(async () => {
    ({ root, remove } = await makeRoot(SMALL));
  });
  afterEach(() => remove());

  /** A server of its own, and the address it prints. */
  const serveIt = async () => {
    const child = spawn(process.execPath, [PROGRAM, 'serve'], {
      env: { ...process.env, PORT: '0', VISAVIS_ROOT: root },
    });
    const url = await new Promise<string>((resolve) =>
      child.stdout.on('data', (data) => resolve(String(data).trim().split(' ')[1] ?? '')),
    );
    const ended = new Promise((resolve) => child.on('exit', resolve));
    return { child, url, ended };
  };

  test('the article, and ends on SIGTERM, leaving nothing behind', async () => {
    const { child, url, ended } = await serveIt();
    const { status } = await fetch(new URL('/articles/essai', url));
    child.kill('SIGTERM');
    expect([status, await ended, await readdir(path.join(root, '.visavis'))]).toEqual([200, 0, ['.gitignore']]);
  });

  test('and says when a port is taken', async () => {
    const { child, url, ended } = await serveIt();
    const { port } = new URL(url);
    const other = await makeRoot(SMALL);
    const { code, err } = await run(['serve'], { root: other.root, env: { PORT: port } });
    child.kill('SIGTERM');
    await Promise.all([ended, other.remove()]);
    expect([code, err]).toEqual([2, `visavis: port ${port} is taken; set PORT to another one, or to 0 for any.\n`]);
  });

  test('the same files once only, and names who has them', async () => {
    const { child, url, ended } = await serveIt();
    const { code, err } = await run(['serve'], { root, env: { PORT: '0' } });
    child.kill('SIGTERM');
    await ended;
    expect([code, err]).toEqual([
      1,
      `visavis: Already served by process ${child.pid} on ${url}. Stop that one first, or open its address.\n`,
    ]);
  });

  test.each([
    ['a server that was killed', null],
    ['another machine that is gone', { pid: 1, started: '1', boot: 'other', url: '' }],
    ['nobody can read', 'not JSON'],
  ])('over a lock of %s', async (_what, lock) => {
    if (lock === null) {
      const { child, ended } = await serveIt();
      child.kill('SIGKILL');
      await ended;
    } else {
      await mkdir(path.join(root, '.visavis'));
      await writeFile(path.join(root, '.visavis/lock'), typeof lock === 'string' ? lock : JSON.stringify(lock));
    }
    const { child, url, ended } = await serveIt();
    const { status } = await fetch(new URL('/healthz', url));
    child.kill('SIGTERM');
    expect([status, await ended]).toEqual([200, 0]);
  });

  test('and lets what is being saved finish when it is told to end', async () => {
    const { child, url, ended } = await serveIt();
    const unit = new URL('/api/articles/essai/units/p2', url);
    const tag = (await fetch(unit)).headers.get('etag') ?? '';
    const saving = fetch(unit, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'if-match': tag },
      body: JSON.stringify({ target: 'To the end.', state: 'draft' }),
    }).then(
      ({ status }) => status,
      () => 0,
    );
    child.kill('SIGTERM');
    const [status, code] = [await saving, await ended];
    const text = await readFile(path.join(root, 'content/essai/en.po'), 'utf8');
    // Whichever came first: an answer that it is saved is never wrong.
    expect([status !== 200 || text.includes('To the end.'), code]).toEqual([true, 0]);
  });
});
