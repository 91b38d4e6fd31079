import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Change, inCopy } from './copy.ts';
import { GUARDS } from './guard-list.ts';
import { guardTags, withoutGuard } from './guards.ts';
import { type Imports, type Reach, reachOf, readImports } from './imports.ts';
import { drawSample, type Mutant } from './sample.ts';
import { patched } from './syntax.ts';
import { type Bench, tryFar, tryGuard, tryNear } from './trial.ts';
import { type KeptVerdicts, openVerdicts, said, stateOf, type Verdict } from './verdicts.ts';

const HELP = `npm run mutants -- [--seed 1] [--number 60] [--only 4,9] [--equal 3,17] [--at-once 2] [--kept FILE]
  Draws mutants of src/ and says which the tests notice; --equal names those that were judged to change nothing.
  Verdicts are kept (dist/mutants-SEED.jsonl), so that a run which was cut goes on while no file is changed.
npm run mutants -- guards [NAME …]
  Switches off each guard, or those named, and says whether its tests notice.`;

/** The share of mutants that must be noticed; what is undecided is not. */
const ENOUGH = 0.85;

/** What code is, and what tests and programs read besides. */
const CODE = /\.(ts|ejs)$/;
const DATA = /\.(ejs|css|csv|html|json|md|po|tbx|txt|xml|ya?ml)$/;

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    number: { type: 'string', default: '60' },
    only: { type: 'string', default: '' },
    equal: { type: 'string', default: '' },
    'at-once': { type: 'string', default: '2' },
    kept: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const [command, ...names] = positionals;
const keptIn = path.resolve(values.kept ?? `dist/mutants-${values.seed}.jsonl`);
if (command !== undefined && command !== 'guards') throw new Error(`no command is called ${command}\n${HELP}`);
if (values.help) console.log(HELP);
// The copy of a copy, so that the checkout may go on to change meanwhile.
else
  process.exitCode = await inCopy(process.cwd(), (home) =>
    atBenches(home, atLeastOne('at-once'), async (benches) =>
      (await (command === 'guards' ? tryGuards(home, benches, names) : trySample(home, benches))) ? 0 : 1,
    ),
  );

/** The whole number that an option says. */
function atLeastOne(option: 'number' | 'at-once'): number {
  const number = Number(values[option]);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${option} is no whole number from 1 on`);
  return number;
}

async function tryGuards(home: string, benches: readonly Bench[], wanted: readonly string[]): Promise<boolean> {
  const unknown = wanted.filter((name) => GUARDS.every((guard) => guard.name !== name));
  if (unknown.length > 0) throw new Error(`no guard is called ${unknown.join(', ')}`);
  const guards = GUARDS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  const all = [...sources(home, 'test').keys()].filter((file) => file.endsWith('.test.ts'));
  const tags = [...sources(home, 'src'), ...sources(home, 'views')].flatMap(([file, text]) =>
    guardTags(file, text).map((tag) => ({ file, text, tag })),
  );
  const verdicts = await inTurns(benches, guards, async (bench, { name, against, tests }) => {
    const found = tags.find(({ tag }) => tag.name === name);
    if (found === undefined) throw new Error(`no tag names ${name}`);
    const { file, text, tag } = found;
    const its = all
      .map((one) => one.replace(/^test\//, ''))
      .filter((one) => tests.split(' ').some((part) => one.includes(part)));
    const verdict = await tryGuard(bench, { file, text: withoutGuard(file, text, tag) }, its);
    console.log(`without ${name}, against ${against} (${file}): ${said(verdict)}`);
    return verdict;
  });
  const noticed = verdicts.filter(({ kind }) => kind === 'noticed').length;
  console.log(`${noticed} of ${verdicts.length} guards are noticed to be off`);
  return noticed === verdicts.length;
}

async function trySample(home: string, benches: readonly Bench[]): Promise<boolean> {
  const [only, equal] = [numbersIn(values.only), numbersIn(values.equal)];
  const [src, test] = [sources(home, 'src'), sources(home, 'test')];
  const data = ['views', 'glossary', 'content', 'test'].flatMap((folder) => [...sources(home, folder, DATA)]);
  const files = new Map([...src].filter(([file]) => !file.startsWith('src/browser/')));
  const imports = readImports(new Map([...src, ...test]));
  const kept = openVerdicts(keptIn, stateOf(new Map([...src, ...test, ...data])));
  const sample = drawSample(files, atLeastOne('number'), Number(values.seed))
    .map((mutant, i) => trialOf(mutant, i + 1, imports))
    .filter(({ number }) => !equal.has(number) && (only.size === 0 || only.has(number)));
  const tell = ({ mutant, number, key }: SampleTrial, verdict: Verdict) => {
    if (kept.find(key) === null) kept.keep(key, verdict);
    console.log(`${number} ${placeOf(mutant)}\n      ${said(verdict)}`);
  };
  // The far tests take minutes: what near ones notice is known before any of them starts.
  const near = await inTurns(benches, sample, async (bench, one) => {
    const verdict = kept.find(one.key) ?? (await tryNear(bench, one.change, one.reach));
    if (isFinal(verdict, one, kept)) tell(one, verdict);
    return verdict;
  });
  const verdicts = await inTurns(benches, sample, async (bench, one, i) => {
    const before = near[i] ?? { kind: 'unnoticed' };
    if (isFinal(before, one, kept)) return before;
    const verdict = await tryFar(bench, one.change, one.reach, before);
    tell(one, verdict);
    return verdict;
  });
  console.log(summaryOf(verdicts));
  return verdicts.length > 0 && verdicts.filter(({ kind }) => kind === 'noticed').length >= ENOUGH * verdicts.length;
}

/** A mutant of the sample, and what is needed to try it. */
interface SampleTrial {
  readonly mutant: Mutant;
  readonly number: number;
  readonly key: string;
  readonly change: Change;
  readonly reach: Reach;
}

function trialOf(mutant: Mutant, number: number, imports: Imports): SampleTrial {
  const { file, source, start, end, text } = mutant;
  const change = { file, text: patched(source, mutant) };
  return { mutant, number, key: `${file} ${start} ${end} ${text}`, change, reach: reachOf(file, imports) };
}

function isFinal({ kind }: Verdict, { key }: SampleTrial, kept: KeptVerdicts): boolean {
  return kind === 'noticed' || kept.find(key) !== null;
}

function numbersIn(list: string): Set<number> {
  return new Set(list.split(',').filter(Boolean).map(Number));
}

function summaryOf(verdicts: readonly Verdict[]): string {
  const count = (wanted: Verdict['kind']) => verdicts.filter(({ kind }) => kind === wanted).length;
  const share = Math.round((100 * count('noticed')) / verdicts.length);
  return `${count('noticed')} of ${verdicts.length} noticed: ${share} %; ${count('unnoticed')} not, ${count('undecided')} undecided (seed ${values.seed})`;
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

/** The files of a folder that are of some kinds, by their path in the checkout. */
function sources(home: string, folder: string, kinds = CODE): Map<string, string> {
  return new Map(
    readdirSync(path.join(home, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => kinds.test(name))
      .sort()
      .map((name) => [path.join(folder, name), readFileSync(path.join(home, folder, name), 'utf8')]),
  );
}

/** Does something with a few copies of the checkout, each a bench of its own. */
function atBenches<T>(home: string, number: number, work: (benches: readonly Bench[]) => Promise<T>): Promise<T> {
  const unchanged: Bench['unchanged'] = new Map();
  const open = (benches: readonly Bench[]): Promise<T> =>
    benches.length < number ? inCopy(home, (copy) => open([...benches, { home, copy, unchanged }])) : work(benches);
  return open([]);
}

/** Does some things, one at a time at each bench; gives the answers in their order. */
async function inTurns<T, R>(
  benches: readonly Bench[],
  list: readonly T[],
  work: (bench: Bench, one: T, i: number) => Promise<R>,
): Promise<R[]> {
  const answers: R[] = [];
  const waiting = list.map((one, i) => ({ one, i }));
  const worker = async (bench: Bench) => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      answers[next.i] = await work(bench, next.one, next.i);
  };
  await Promise.all(benches.map(worker));
  return answers;
}
