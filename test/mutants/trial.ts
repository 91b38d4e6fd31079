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

/** Who noticed a change: a test by its name, the types; null for nobody. */
export type Verdict = string | null;

/**
 * Time for the tests of one room, and for all that a file can reach: that of the processor, which nobody else takes away.
 * Seconds.
 */
const ROOM_TIME = 300;
const REACH_TIME = 1200;
/** How much longer that may take on a machine that does other things. What takes still longer was noticed by nobody. */
const PATIENCE = 10;

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
  return code === 0 || code === null ? null : failureIn(await readFile(report, 'utf8').catch(() => '{}'));
}

/** The first test that failed, by its name; none where the tests did not come to their end. */
function failureIn(report: string): string {
  const { testResults = [] } = JSON.parse(report) as Report;
  const failed = testResults.find(({ status }) => status === 'failed');
  if (failed === undefined) return 'tests that broke off';
  const test = failed.assertionResults.find(({ status }) => status === 'failed');
  return `${failed.name.replace(/^.*?\/test\//, '')} “${test?.fullName ?? 'as a whole'}”`;
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
    if (await codeOf(copy, ['tsc', '-p', project, '--noEmit', ...flags], REACH_TIME)) return true;
  return false;
}

/** Runs a program of the packages to its end; null where it had to be stopped, on a machine that does too much. */
function codeOf(copy: string, [name = '', ...args]: readonly string[], seconds: number): Promise<number | null> {
  const program = path.join(copy, 'node_modules/.bin', name);
  const limited = ['-c', `ulimit -t ${seconds}; exec "$0" "$@"`, program, ...args];
  // A group of its own, so that nothing it started is left behind.
  const child = spawn('sh', limited, { cwd: copy, stdio: 'ignore', detached: true });
  const end = () => endGroup(child.pid);
  let isLate = false;
  const timer = setTimeout(
    () => {
      isLate = true;
      console.log(`      ${name} took too long, and says nothing`);
      end();
    },
    seconds * PATIENCE * 1000,
  );
  process.once('exit', end);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('exit', end);
      clearTimeout(timer);
      end();
      resolve(isLate ? null : (code ?? 1));
    });
  });
}

/** Ends all processes of a group, those too that outlived the first of them and listen to no request. */
function endGroup(group: number | undefined): void {
  try {
    if (group !== undefined) process.kill(-group, 'SIGKILL');
  } catch {
    // None is left.
  }
}
