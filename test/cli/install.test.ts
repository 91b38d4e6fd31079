import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inCopy } from '../mutants/copy.ts';
import { HOME, until } from '../site.ts';

/** Without what the npm that runs these tests tells those that it starts. */
const ENVIRONMENT = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(npm_|VISAVIS_|NODE_ENV$|INIT_CWD$)/i.test(name)),
);
const QUIET = ['--prefer-offline', '--no-audit', '--no-fund'];

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a program in a folder to its end. */
function runIn(cwd: string, program: string, args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(program, args, { cwd, env: ENVIRONMENT, maxBuffer: 1e8 }, (_error, out, err) =>
      resolve({ code: child.exitCode, out, err }),
    );
  });
}

/** Starts a program that serves, gets some addresses of it, and ends it. */
async function statuses(cwd: string, command: readonly string[], places: readonly string[]): Promise<string[]> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { cwd, env: { ...ENVIRONMENT, PORT: '0', LOG_LEVEL: 'error' } });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk;
    });
  const address = () => /http:\/\/\S+/.exec(said)?.[0];
  await until(() => address() !== undefined, 60_000);
  const answers = await Promise.all(places.map((place) => fetch(new URL(place, address()))));
  child.kill();
  await once(child, 'exit');
  return answers.map(({ status, headers }) => `${status} ${headers.get('content-type')?.split(';')[0]}`);
}

const PAGE = [
  '/',
  '/assets/base.css',
  '/browser/reader.js',
  '/fonts/source-serif-4/source-serif-4-latin-wght-normal.woff2',
];
const SERVED = ['200 text/html', '200 text/css', '200 text/javascript', '200 font/woff2'];

describe('the packed program', () => {
  let packed: string[];
  let empty: string;
  beforeAll(async () => {
    empty = await mkdtemp(path.join(tmpdir(), 'visavis-install-'));
    await inCopy(HOME, async (copy) => {
      await mkdir(path.join(copy, 'content/private'));
      const strays = ['dist/gone.js', 'content/private/fr.md', '.env', 'glossary/ai.yaml~'];
      await Promise.all(strays.map((name) => writeFile(path.join(copy, name), '')));
      const { out } = await runIn(copy, 'npm', ['pack', '--json', '--silent', '--pack-destination', empty]);
      const [archive] = JSON.parse(out.slice(out.indexOf('['))) as [{ files: { path: string }[] }];
      packed = archive.files.map((file) => file.path);
    });
  }, 600_000);
  afterAll(() => rm(empty, { recursive: true, force: true }));

  test('holds what runs, and nothing that was left behind, is private, tests or builds', () => {
    const tops = [...new Set(packed.map((name) => name.split('/')[0]))].sort();
    const strays = packed.filter((name) => /gone|private|~$|\.env$|\.d\.ts$|tsbuildinfo|\.test\./.test(name));
    expect([tops, strays]).toEqual([
      ['.env.example', '.github', 'README.md', 'content', 'dist', 'glossary', 'package.json', 'views'],
      [],
    ]);
  });

  test('works in an empty folder: it makes a folder of texts, checks and serves it', async () => {
    const [archive = ''] = await readdir(empty);
    const installed = await runIn(empty, 'npm', ['install', ...QUIET, `./${archive}`]);
    expect(installed).toMatchObject({ code: 0 });
    const made = await runIn(empty, 'npx', ['visavis', 'init', 'texts']);
    expect(made.err).toContain('  cd texts\n  npx visavis serve\n');
    const texts = path.join(empty, 'texts');
    expect(await runIn(texts, 'npx', ['visavis', 'check'])).toMatchObject({ code: 0, out: '' });
    await writeFile(path.join(empty, 'essai.html'), '<title>Essai</title><p>La taxe foncière monte.</p>');
    const added = await runIn(texts, 'npx', ['visavis', 'add', '../essai.html']);
    expect(added).toMatchObject({ code: 0, out: 'essai\n' });
    const { code, out } = await runIn(texts, 'npx', ['visavis', 'check']);
    expect([code, /^content\/essai\/fr\.md:5:1: warning untranslated/m.test(out)]).toEqual([1, true]);
    const program = path.join(empty, 'node_modules/.bin/visavis');
    expect(await statuses(texts, [program, 'serve'], [...PAGE, '/articles/essai'])).toEqual([
      ...SERVED,
      '200 text/html',
    ]);
  }, 900_000);

  test('serves the example that comes along where there is nothing else, and says so', async () => {
    const program = path.join(empty, 'node_modules/.bin/visavis');
    expect(await statuses(empty, [program, 'serve'], [...PAGE, '/articles/deepseek-r2'])).toEqual([
      ...SERVED,
      '200 text/html',
    ]);
    expect((await runIn(empty, program, ['terms', '/dev/null'])).err).toContain('goes with the next installation');
  });
});

describe('a checkout without what builds', () => {
  test('is installed, says what to do before it is built, and is served when it is', async () => {
    await inCopy(HOME, async (copy) => {
      await Promise.all(['node_modules', 'dist'].map((name) => rm(path.join(copy, name), { recursive: true })));
      const { code, err } = await runIn(copy, 'npm', ['ci', '--omit=dev', ...QUIET]);
      const start = await runIn(copy, 'npm', ['start']);
      expect([code, start.code, start.err]).toEqual([0, 1, expect.stringContaining('Run npm ci, and npm prune')]);
      expect(err).toContain('Nothing is built yet');
      await cp(path.join(HOME, 'dist'), path.join(copy, 'dist'), { recursive: true });
      expect(await statuses(copy, ['npm', 'start'], PAGE)).toEqual(SERVED);
    });
  }, 900_000);
});
