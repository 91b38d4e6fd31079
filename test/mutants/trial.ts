import path from 'node:path';
import { SLOW } from '../slow.ts';
import { type Change, whileBuilt, whileChanged } from './copy.ts';
import type { Reach } from './imports.ts';
import { ORDER } from './order.ts';
import { runProgram } from './programs.ts';
import { MARK, type Told } from './teller.ts';
import type { Verdict } from './verdicts.ts';

/** Where trials take place: a copy of the checkout that is put right after each, beside the checkout as it was. */
export interface Bench {
  readonly home: string;
  readonly copy: string;
  /** What tests of the unchanged checkout said, by the files that ran. */
  readonly unchanged: Map<string, Promise<Verdict>>;
}

/**
 * No test of the quick set takes so long on a machine that does ten other things: what is silent for longer runs in
 * circles, or waits for ever. Milliseconds.
 */
const PATIENCE = 180_000;
/** Types and bundles of a loaded machine. Milliseconds. */
const PATIENCE_OF_TOOLS = 900_000;
/** Test files that count as near. */
const NEAR = 40;
/** Tests that may break (not fail) before no more is expected of a run. */
const MOST_BROKEN = 10;

/** Changes a file and runs the small tests nearest to it, to the first that fails: most mistakes are noticed there. */
export function tryNear(bench: Bench, change: Change, { parts }: Reach): Promise<Verdict> {
  return whileChanged(bench, change, () => runTests(bench.copy, quickOf(parts).slice(0, NEAR))).then((verdict) =>
    doubted(bench, verdict),
  );
}

/**
 * Changes a file and runs all other tests that it can fail, the nearest first, to the first that does; then asks the types.
 *
 * @param near what the nearest said, which noticed nothing: a doubt of theirs stays
 */
export function tryFar(bench: Bench, change: Change, { parts, wholes, built }: Reach, near: Verdict): Promise<Verdict> {
  return whileChanged(bench, change, () =>
    firstDecided([
      () => Promise.resolve(near),
      () => runTests(bench.copy, [...quickOf(parts).slice(NEAR), ...quickOf(wholes)]),
      () => whileBuilt(bench, change, bundler(bench.copy), () => runTests(bench.copy, quickOf(built))),
      () => askTypes(bench.copy),
    ]),
  ).then((verdict) => doubted(bench, verdict));
}

/** Changes a file and runs the tests named, from the folder of all tests on. */
export function tryGuard(bench: Bench, change: Change, tests: readonly string[]): Promise<Verdict> {
  return whileChanged(bench, change, () =>
    whileBuilt(bench, change, bundler(bench.copy), () => runTests(bench.copy, tests)),
  ).then((verdict) => doubted(bench, verdict));
}

/** What notices a change must say nothing while there is none. */
async function doubted(bench: Bench, verdict: Verdict): Promise<Verdict> {
  const [file] = (verdict.kind === 'noticed' && /^\S+\.test\.ts/.exec(verdict.by)) || [];
  if (file === undefined) return verdict;
  const found = bench.unchanged.get(file) ?? runTests(bench.copy, [file]);
  bench.unchanged.set(file, found);
  const { kind } = await found;
  return kind === 'unnoticed' ? verdict : { kind: 'undecided', why: `${file} fails all the same` };
}

/** The tests of the quick set that need no browser, from the folder of all tests on. */
function quickOf(tests: readonly string[]): string[] {
  return tests
    .map((test) => test.replace(/^test\//, ''))
    .filter((test) => !SLOW.includes(test) && !test.startsWith('browser/'));
}

/** The first of some verdicts that says “noticed”; else the first that leaves a doubt. */
async function firstDecided(steps: readonly (() => Promise<Verdict>)[]): Promise<Verdict> {
  let doubt: Verdict | null = null;
  for (const step of steps) {
    const verdict = await step();
    if (verdict.kind === 'noticed') return verdict;
    if (verdict.kind === 'undecided') doubt ??= verdict;
  }
  return doubt ?? { kind: 'unnoticed' };
}

/** Runs test files in the order given, to the first test that fails by what it asserts. */
async function runTests(copy: string, tests: readonly string[]): Promise<Verdict> {
  if (tests.length === 0) return { kind: 'unnoticed' };
  const listener = createListener();
  const flags = ['--run', '--config', 'test/mutants/vitest.config.ts'];
  const end = await runProgram(['vitest', ...flags, ...tests.map((test) => path.join(copy, 'test', test))], {
    folder: copy,
    env: { [ORDER]: tests.join('\n') },
    hear: listener.hear,
    patience: PATIENCE,
  });
  if (end === 'silent') return { kind: 'undecided', why: `nothing more was heard after ${listener.last()}` };
  const verdict = listener.verdict();
  if (verdict.kind !== 'unnoticed' || end === 'heard' || end.code === 0) return verdict;
  return { kind: 'undecided', why: `the tests broke off after ${listener.last()}` };
}

/** Makes a verdict of what a run tells; hears enough at the first test that fails. */
function createListener() {
  let verdict: Verdict = { kind: 'unnoticed' };
  let last = 'the start';
  let broken = 0;
  return {
    hear(line: string): boolean {
      if (!line.startsWith(MARK)) return false;
      const { file, test, outcome, why } = JSON.parse(line.slice(MARK.length)) as Told;
      last = `${file} “${test}”`;
      if (outcome === 'failed') verdict = { kind: 'noticed', by: `${last}: ${why}` };
      if (outcome === 'broke' && verdict.kind === 'unnoticed') verdict = { kind: 'undecided', why: `${last}: ${why}` };
      if (outcome === 'broke') broken += 1;
      return outcome === 'failed' || broken >= MOST_BROKEN;
    },
    verdict: () => verdict,
    last: () => last,
  };
}

/** Bundles the built modules of a copy; what cannot be bundled is no program that a test could look at. */
function bundler(copy: string): () => Promise<Verdict | null> {
  return async () => {
    const run = { folder: copy, patience: PATIENCE_OF_TOOLS };
    const end = await runProgram(['rolldown', '-c', 'src/rolldown.config.ts'], run);
    if (end !== 'heard' && end !== 'silent' && end.code === 0) return null;
    return { kind: 'undecided', why: 'the built program cannot be bundled' };
  };
}

/** What is now left unused is a mistake of the mutant itself, and says nothing. */
async function askTypes(copy: string): Promise<Verdict> {
  const flags = ['noUnusedLocals', 'noUnusedParameters', 'composite', 'incremental'].flatMap((one) => [
    `--${one}`,
    'false',
  ]);
  for (const project of ['src/core', 'src']) {
    const run = { folder: copy, patience: PATIENCE_OF_TOOLS };
    const end = await runProgram(['tsc', '-p', project, '--noEmit', ...flags], run);
    if (end === 'silent') return { kind: 'undecided', why: 'the types take too long' };
    if (end !== 'heard' && end.code !== 0) return { kind: 'noticed', by: 'the types' };
  }
  return { kind: 'unnoticed' };
}
