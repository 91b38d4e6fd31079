import { afterEach, expect, test } from 'vitest';
import { type Engine, EngineError } from '../../src/core/changes/ports/engine.ts';
import { StoreError } from '../../src/core/changes/ports/store-error.ts';
import { openLibrary } from '../../src/files/loading/library.ts';
import { createSpending } from '../../src/files/spending/spending.ts';
import { createPacer } from '../../src/files/thread/pacer.ts';
import { createJobs, type Translation } from '../../src/translate/jobs.ts';
import { makeRoot, SMALL, until } from '../site.ts';

const removes: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const remove of removes.splice(0)) await remove();
});

const ENGINE: Engine = {
  name: 'stub',
  label: 'stub',
  abilities: { offline: true, price: 'free', glossary: 'none', context: false, mostTexts: 10, mostCharacters: 1000 },
  prepare: async () => [],
  translate: async ({ texts }) => ({ texts: texts.map((text) => `EN ${text}`), billed: 0 }),
  remaining: async () => null,
} as Engine;

interface Broken {
  engine?: Engine;
  save?: () => Promise<void>;
  reload?: () => Promise<void>;
  /** Articles that cannot be checked with the glossary of now. */
  pending?: readonly string[];
  onProgress?: (slug: string) => void;
}

/** Runs of one article, and what nobody foresaw in them. */
async function openJobs({
  engine = ENGINE,
  save = async () => {},
  reload = async () => {},
  pending = [],
  onProgress = () => {},
}: Broken) {
  const { 'content/essai/en.po': _, ...files } = SMALL;
  const { root, remove } = await makeRoot(files);
  removes.push(remove);
  const opened = await openLibrary(root, { watch: false });
  const library = { ...opened, reload, current: () => ({ ...opened.current(), pending: new Set(pending) }) };
  const unforeseen: string[] = [];
  const translation: Translation = {
    engines: [engine],
    store: { rehearse: async () => {}, save: () => save().then(() => ({ refused: [], save: 1 })) },
    spending: createSpending(root, { now: Date.now }),
    pacer: createPacer(),
    ...{ today: () => '2026-01-01', instant: () => '2026-01-01T00:00:00Z' },
    ...{ mostCharacters: null, tokenPrice: null },
    onUnforeseen: (error) => unforeseen.push(String(error)),
  };
  return { jobs: createJobs(library, translation, onProgress), engine, unforeseen };
}

/** A run in which one thing goes wrong. */
async function runWith(broken: Broken) {
  const { jobs, engine, unforeseen } = await openJobs(broken);
  jobs.start('essai', engine, false);
  await until(() => jobs.of('essai')?.state !== 'running');
  const job = jobs.of('essai');
  return { state: job?.state, notices: job?.notices, unforeseen };
}

const fails = (error: Error) => async () => {
  throw error;
};

test.each([
  ['nothing', {}, { state: 'ended', notices: [], unforeseen: [] }],
  [
    'reading the files again',
    { reload: fails(new RangeError('Maximum call stack size exceeded')) },
    { state: 'ended', notices: [], unforeseen: ['RangeError: Maximum call stack size exceeded'] },
  ],
  [
    'checking its article',
    {
      pending: ['essai'],
      engine: { ...ENGINE, translate: fails(new Error('it was asked')) },
    },
    {
      state: 'stopped',
      notices: ['The article is not checked with the glossary of now yet. Nothing was sent; start again.'],
      unforeseen: [],
    },
  ],
  ['checking another article', { pending: ['other'] }, { state: 'ended', notices: [], unforeseen: [] }],
  [
    'saving, with a sentence',
    { save: fails(new StoreError('The disk is full.')) },
    { state: 'stopped', notices: ['The disk is full.'], unforeseen: [] },
  ],
  [
    'saving, in a way nobody foresaw',
    { save: fails(new TypeError('x is not a function')) },
    {
      state: 'stopped',
      notices: ['The run ended unexpectedly; what had arrived before is saved.'],
      unforeseen: ['TypeError: x is not a function'],
    },
  ],
  [
    'the engine, with a sentence',
    { engine: { ...ENGINE, translate: fails(new EngineError('It is down.', 'stop')) } },
    { state: 'stopped', notices: ['It is down.'], unforeseen: [] },
  ],
  [
    'saving and reading',
    { save: fails(new Error('a')), reload: fails(new Error('b')) },
    {
      state: 'stopped',
      notices: ['The run ended unexpectedly; what had arrived before is saved.'],
      unforeseen: ['Error: a', 'Error: b'],
    },
  ],
])('%s goes wrong in a run, and nothing else', async (_what, broken, wanted) => {
  expect(await runWith(broken)).toEqual(wanted);
});

test('who cancels a run is told so at once, though the answer under way is waited for', async () => {
  const told: (boolean | undefined)[] = [];
  let isAsked = false;
  let answer = () => {};
  const translate: Engine['translate'] = async ({ texts }) => {
    await new Promise<void>((resolve) => {
      answer = resolve;
      isAsked = true;
    });
    return { texts: texts.map(() => 'EN'), billed: 0 };
  };
  const { jobs, engine } = await openJobs({
    engine: { ...ENGINE, translate },
    onProgress: () => told.push(jobs?.of('essai')?.isCancelled),
  });
  jobs.start('essai', engine, false);
  await until(() => isAsked);
  jobs.cancel('essai');
  expect([jobs.of('essai')?.state, told]).toEqual(['running', [false, true]]);
  answer();
  await jobs.end();
});

test('a run that has ended is not cancelled any more', async () => {
  const { jobs, engine } = await openJobs({});
  jobs.start('essai', engine, false);
  await until(() => jobs.of('essai')?.state !== 'running');
  jobs.cancel('essai');
  expect(jobs.of('essai')).toMatchObject({ state: 'ended', isCancelled: false });
});
