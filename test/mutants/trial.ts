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
  readonly unchanged: Map<string, Promise<Heard>>;
}

/** What tests say of a change; where an end did not come, what they say once it is known how long it takes without. */
export type Heard = Verdict | { readonly kind: 'late'; readonly file: string; readonly why: string };

/**
 * No test of the quick set takes so long on a machine that does ten other things: what is silent for longer runs in
 * circles, or waits for ever. Milliseconds.
 */
const PATIENCE = 180_000;
/** Tests that take no longer unchanged say by their lateness what a change does. Milliseconds. */
const PROMPT = 45_000;
/** Types and bundles of a loaded machine. Milliseconds. */
const PATIENCE_OF_TOOLS = 900_000;
/** Test files that count as near. */
const NEAR = 40;
/** Tests that may break or be late (not fail) before no more is expected of a run. */
const MOST_BROKEN = 3;

/** Changes a file and runs the small tests nearest to it, to the first that fails: most mistakes are noticed there. */
export function tryNear(bench: Bench, change: Change, { parts }: Reach): Promise<Verdict> {
  return whileChanged(bench, change, () => runTests(bench.copy, quickOf(parts).slice(0, NEAR))).then((heard) =>
    judged(bench, change, heard),
  );
}

/**
 * Changes a file and runs all other tests that it can fail, the nearest first, to the first that does; then asks the
 * types.
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
  ).then((heard) => judged(bench, change, heard));
}

/** Changes a file and runs the tests named, from the folder of all tests on. */
export function tryGuard(bench: Bench, change: Change, tests: readonly string[]): Promise<Verdict> {
  return whileChanged(bench, change, () =>
    whileBuilt(bench, change, bundler(bench.copy), () => runTests(bench.copy, tests)),
  ).then((heard) => judged(bench, change, heard));
}

/** What notices a change must say nothing while there is none. */
async function judged(bench: Bench, change: Change, heard: Heard): Promise<Verdict> {
  if (heard.kind === 'late') return judgedLate(bench, change, heard.file, heard.why);
  const [file] = (heard.kind === 'noticed' && /^\S+\.test\.ts/.exec(heard.by)) || [];
  if (file === undefined) return heard;
  const found = bench.unchanged.get(file) ?? runTests(bench.copy, [file]);
  bench.unchanged.set(file, found);
  const { kind } = await found;
  return kind === 'unnoticed' ? heard : { kind: 'undecided', why: `${file} fails all the same` };
}

/** An end that does not come twice in a row, and comes soon in between without the change, is missed by its tests. */
async function judgedLate(bench: Bench, change: Change, file: string, why: string): Promise<Verdict> {
  const began = performance.now();
  const { kind } = await runTests(bench.copy, [file]);
  const took = performance.now() - began;
  if (kind !== 'unnoticed' || took > PROMPT) return { kind: 'undecided', why };
  const again = await whileChanged(bench, change, () =>
    whileBuilt(bench, change, bundler(bench.copy), () => runTests(bench.copy, [file])),
  );
  if (again.kind === 'noticed') return again;
  // Others that stood behind it were not asked.
  if (again.kind !== 'late') return { kind: 'undecided', why };
  return { kind: 'noticed', by: `${why}, where all of it takes ${Math.round(took / 1000)} s unchanged` };
}

/** The tests of the quick set that need no browser, from the folder of all tests on. */
function quickOf(tests: readonly string[]): string[] {
  return tests
    .map((test) => test.replace(/^test\//, ''))
    .filter((test) => !SLOW.includes(test) && !test.startsWith('browser/'));
}

/** The first of some verdicts that says “noticed”; else the first that leaves a doubt. */
async function firstDecided(steps: readonly (() => Promise<Heard>)[]): Promise<Heard> {
  let doubt: Heard | null = null;
  for (const step of steps) {
    const heard = await step();
    if (heard.kind === 'noticed') return heard;
    if (heard.kind !== 'unnoticed') doubt ??= heard;
  }
  return doubt ?? { kind: 'unnoticed' };
}

/** Runs test files in the order given, to the first test that fails by what it asserts. */
async function runTests(copy: string, tests: readonly string[]): Promise<Heard> {
  if (tests.length === 0) return { kind: 'unnoticed' };
  const listener = createListener();
  const flags = ['--run', '--config', 'test/mutants/vitest.config.ts'];
  const end = await runProgram(['vitest', ...flags, ...tests.map((test) => path.join(copy, 'test', test))], {
    folder: copy,
    env: { [ORDER]: tests.join('\n') },
    hear: listener.hear,
    patience: PATIENCE,
  });
  if (end === 'silent') return listener.silence();
  const verdict = listener.verdict();
  if (verdict.kind !== 'unnoticed' || end === 'heard' || end.code === 0) return verdict;
  return { kind: 'undecided', why: `the tests broke off after ${listener.last()}` };
}

/** Makes a verdict of what a run tells; hears enough at the first test that fails. */
function createListener() {
  let verdict: Heard = { kind: 'unnoticed' };
  let [file, last] = ['', 'the start'];
  let broken = 0;
  return {
    hear(line: string): boolean {
      if (!line.startsWith(MARK)) return false;
      const told = JSON.parse(line.slice(MARK.length)) as Told;
      file = told.file;
      last = `${file} “${told.test}”`;
      const why = `${last}: ${told.why}`;
      if (told.outcome === 'failed') verdict = { kind: 'noticed', by: why };
      if (told.outcome === 'late' && verdict.kind === 'unnoticed') verdict = { kind: 'late', file, why };
      if (told.outcome === 'broke' && verdict.kind === 'unnoticed') verdict = { kind: 'undecided', why };
      if (told.outcome === 'late' || told.outcome === 'broke') broken += 1;
      return told.outcome === 'failed' || broken >= MOST_BROKEN;
    },
    silence(): Heard {
      const why = `nothing more was heard after ${last}`;
      return file === '' ? { kind: 'undecided', why } : { kind: 'late', file, why };
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
