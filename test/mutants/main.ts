import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { GUARDS } from './guard-list.ts';
import { guardTags, withoutGuard } from './guards.ts';
import { drawSample, type Mutant } from './sample.ts';
import { patched } from './syntax.ts';
import { inCopy, tryGuard, tryMutant, tryUnchanged, type Verdict } from './trial.ts';

const HELP = `npm run mutants -- [--seed 1] [--number 60] [--equal 3,17] [--at-once 2]
  Draws mutants of src/ and says which the tests notice; --equal names those that were judged to change nothing.
npm run mutants -- guards [NAME …]
  Switches off each guard, or those named, and says whether its tests notice.`;

/** The share of mutants that must be noticed. */
const ENOUGH = 0.85;

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    number: { type: 'string', default: '60' },
    equal: { type: 'string', default: '' },
    'at-once': { type: 'string', default: '2' },
    help: { type: 'boolean', default: false },
  },
});
const [command, ...names] = positionals;
if (values.help || (command !== undefined && command !== 'guards')) console.log(HELP);
// The copy of a copy, so that the checkout may go on to change meanwhile.
else
  process.exitCode = await inCopy(process.cwd(), async (home) =>
    (await (command === 'guards' ? tryGuards(home, names) : trySample(home))) ? 0 : 1,
  );

async function tryGuards(home: string, wanted: readonly string[]): Promise<boolean> {
  const guards = GUARDS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  const tags = [...sources(home, 'src'), ...sources(home, 'views')].flatMap(([file, text]) =>
    guardTags(file, text).map((tag) => ({ file, text, tag })),
  );
  if (!(await isSound(home, [...new Set(guards.flatMap(({ tests }) => tests.split(' ')))]))) return false;
  const verdicts = await inTurns(guards, async ({ name, against, tests }) => {
    const found = tags.find(({ tag }) => tag.name === name);
    if (found === undefined) throw new Error(`no tag names ${name}`);
    const { file, text, tag } = found;
    const verdict = await tryGuard(home, { file, text: withoutGuard(file, text, tag) }, tests.split(' '));
    console.log(`without ${name}, against ${against} (${file}): ${said(verdict)}`);
    return verdict;
  });
  console.log(
    `${verdicts.filter((verdict) => verdict !== null).length} of ${verdicts.length} guards are noticed to be off`,
  );
  return verdicts.every((verdict) => verdict !== null);
}

async function trySample(home: string): Promise<boolean> {
  const equal = new Set(values.equal.split(',').filter(Boolean).map(Number));
  const files = sources(home, 'src').filter(([file]) => !file.startsWith('src/browser/'));
  const sample = drawSample(new Map(files), Number(values.number), Number(values.seed));
  const all = sample.map((mutant, i) => ({ mutant, number: i + 1 })).filter(({ number }) => !equal.has(number));
  /** The test files that noticed something. */
  const tellers = new Set<string>();
  const verdicts = await inTurns(all, async ({ mutant, number }) => {
    const verdict = await tryMutant(home, { file: mutant.file, text: patched(mutant.source, mutant) });
    for (const [file] of (verdict ?? '').matchAll(/^\S+\.test\.ts/g)) tellers.add(file);
    console.log(`${number} ${placeOf(mutant)}\n      ${said(verdict)}`);
    return verdict;
  });
  const count = verdicts.filter((verdict) => verdict !== null).length;
  console.log(`${count} of ${all.length} noticed: ${Math.round((100 * count) / all.length)} % (seed ${values.seed})`);
  return (await isSound(home, [...tellers])) && count >= ENOUGH * all.length;
}

/** Whether the tests pass while nothing is changed: else what they notice proves nothing. */
async function isSound(home: string, tests: readonly string[]): Promise<boolean> {
  const failure = tests.length === 0 ? null : await tryUnchanged(home, tests);
  if (failure !== null) console.log(`Nothing is changed, and ${failure} fails all the same; mend that first.`);
  return failure === null;
}

function said(verdict: Verdict): string {
  return verdict === null ? 'NOT NOTICED' : `noticed by ${verdict}`;
}

/** Where a mutant is, what it is, and the line before and after. */
function placeOf({ file, source, start, end, text, kind }: Mutant): string {
  const line = source.slice(0, start).split('\n').length;
  const first = source.lastIndexOf('\n', start - 1) + 1;
  const last = source.indexOf('\n', end) < 0 ? source.length : source.indexOf('\n', end);
  const before = source.slice(first, last);
  const after = source.slice(first, start) + text + source.slice(end, last);
  return `${file}:${line} ${kind}\n      - ${oneLine(before)}\n      + ${oneLine(after)}`;
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** The files of a folder, by their path in the checkout. */
function sources(home: string, folder: string): [string, string][] {
  return readdirSync(path.join(home, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|ejs)$/.test(name))
    .sort()
    .map((name) => [path.join(folder, name), readFileSync(path.join(home, folder, name), 'utf8')]);
}

/** Does some things, a few at once, and gives the answers in their order. */
async function inTurns<T, R>(list: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  const waiting = list.map((one, i) => ({ one, i }));
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) answers[next.i] = await work(next.one);
  };
  await Promise.all(Array.from({ length: Number(values['at-once']) }, worker));
  return answers;
}
