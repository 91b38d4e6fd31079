import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { transformSync } from 'rolldown/utils';
import { SLOW } from '../slow.ts';

/** A file of the checkout as somebody might have left it; the path is relative to the checkout. */
export interface Change {
  readonly file: string;
  readonly text: string;
}

/** Who noticed a change: a test by its name, the time limit, the types; null for nobody. */
export type Verdict = string | null;

/** Time for the tests of one room, and for all that a file can reach. Milliseconds. */
const ROOM_TIME = 300_000;
const REACH_TIME = 1_200_000;

const NOT_COPIED = new Set(['.git', '.visavis', 'node_modules']);
const RUN = ['--run', '--config', 'test/mutants/vitest.config.ts'];
const without = (files: readonly string[]) => files.flatMap((file) => ['--exclude', file]);
const QUICK = [...RUN, ...without(SLOW)];

/** Who of the tests named fails as the checkout stands, and so can tell nothing. */
export function tryUnchanged(home: string, tests: readonly string[]): Promise<Verdict> {
  return inCopy(home, (copy) => noticed(copy, [...RUN, ...tests], REACH_TIME));
}

/** Changes a file and runs the tests named. */
export function tryGuard(home: string, change: Change, tests: readonly string[]): Promise<Verdict> {
  return inCopy(home, async (copy) => {
    await make(copy, change);
    return noticed(copy, [...RUN, ...tests], ROOM_TIME);
  });
}

/** Changes a file and runs the tests of its room, then all that reach it, then asks the types. */
export function tryMutant(home: string, change: Change): Promise<Verdict> {
  return inCopy(home, async (copy) => {
    await make(copy, change);
    const room = roomTests(copy, change.file);
    const file = path.join(copy, change.file);
    return (
      (room.length === 0 ? null : await noticed(copy, [...QUICK, ...room], ROOM_TIME)) ??
      (await noticed(copy, ['related', file, ...QUICK, ...without(room)], REACH_TIME)) ??
      ((await isMistyped(copy)) ? 'the types' : null)
    );
  });
}

/** Does something in a copy of the checkout, which is gone afterwards, also when the program is told to end. */
export async function inCopy<T>(home: string, work: (copy: string) => Promise<T>): Promise<T> {
  const copy = await copyOf(home);
  const remove = () => rmSync(copy, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    return await work(copy);
  } finally {
    process.off('exit', remove);
    remove();
  }
}

/** A copy of the checkout that shares its packages, so that no test can touch the checkout itself. */
async function copyOf(home: string): Promise<string> {
  const copy = await mkdtemp(path.join(tmpdir(), 'visavis-mutant-'));
  for (const name of await readdir(home))
    if (!NOT_COPIED.has(name))
      await cp(path.join(home, name), path.join(copy, name), { recursive: true, preserveTimestamps: true });
  // One link for each package: what a run remembers in node_modules then stays in the copy.
  const packages = path.join(home, 'node_modules');
  await mkdir(path.join(copy, 'node_modules'));
  for (const name of await readdir(packages))
    if (!name.startsWith('.vite')) await symlink(path.join(packages, name), path.join(copy, 'node_modules', name));
  return copy;
}

/** Writes the file, and what is built of it: some tests start the built program, or import built modules. */
async function make(copy: string, { file, text }: Change): Promise<void> {
  await writeFile(path.join(copy, file), text);
  const built = path.join(copy, file.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js'));
  if (!existsSync(built) || !file.startsWith('src/')) return;
  const options = {
    lang: 'ts',
    typescript: { rewriteImportExtensions: 'rewrite', onlyRemoveTypeImports: true },
  } as const;
  await writeFile(built, transformSync(file, text, options).code);
  await codeOf(copy, ['rolldown', '-c', 'src/rolldown.config.ts'], ROOM_TIME);
}

/** The tests in the folder that mirrors the one of a file, or in the nearest around it that has some; none for no room. */
function roomTests(copy: string, file: string): string[] {
  const room = path.dirname(path.relative('src', file));
  if (room === '.') return [];
  const folder = path.join(copy, 'test', room);
  const tests = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.test.ts')) : [];
  return tests.length > 0 ? tests.map((name) => path.join(room, name)) : roomTests(copy, path.join('src', room));
}

async function noticed(copy: string, args: readonly string[], time: number): Promise<Verdict> {
  const report = path.join(copy, 'dist/report.json');
  const flags = ['--bail', '1', '--maxWorkers', '1', '--passWithNoTests', '--reporter', 'json', '--outputFile', report];
  const code = await codeOf(copy, ['vitest', ...args, ...flags], time);
  if (code === null) return 'the time limit';
  return code === 0 ? null : failureIn(await readFile(report, 'utf8').catch(() => '{}'));
}

/** The first test that failed, by its name. */
function failureIn(report: string): string {
  const { testResults = [] } = JSON.parse(report) as Report;
  const failed = testResults.find(({ status }) => status === 'failed');
  const test = failed?.assertionResults.find(({ status }) => status === 'failed');
  const file = failed === undefined ? 'no file' : failed.name.replace(/^.*?\/test\//, '');
  return `${file} “${test?.fullName ?? 'as a whole'}”`;
}

/** What vitest writes of a run, as far as it is read. */
interface Report {
  readonly testResults?: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** What is now left unused is a mistake of the mutant itself, and says nothing. */
async function isMistyped(copy: string): Promise<boolean> {
  const flags = ['noUnusedLocals', 'noUnusedParameters', 'composite', 'incremental'].flatMap((one) => [
    `--${one}`,
    'false',
  ]);
  for (const project of ['src/core', 'src'])
    if ((await codeOf(copy, ['tsc', '-p', project, '--noEmit', ...flags], REACH_TIME)) !== 0) return true;
  return false;
}

/** Runs a program of the packages to its end; null where it had to be stopped. Milliseconds. */
function codeOf(copy: string, [name = '', ...args]: readonly string[], time: number): Promise<number | null> {
  const program = path.join(copy, 'node_modules/.bin', name);
  // A group of its own, so that nothing it started is left behind.
  const child = spawn(program, args, { cwd: copy, stdio: 'ignore', detached: true });
  const timer = setTimeout(() => stop('SIGTERM'), time);
  const killer = setTimeout(() => stop('SIGKILL'), time + 10_000);
  const stop = (signal: NodeJS.Signals) => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, signal);
  };
  const abandon = () => stop('SIGTERM');
  process.once('exit', abandon);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    const began = performance.now();
    child.once('exit', (code) => {
      process.off('exit', abandon);
      clearTimeout(timer);
      clearTimeout(killer);
      resolve(performance.now() - began >= time ? null : (code ?? 1));
    });
  });
}
