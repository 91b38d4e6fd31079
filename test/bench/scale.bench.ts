import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { HOME, makeRoot } from '../site.ts';
import { articlesBetween, shippedGlossary, slugOf } from './many-articles.ts';

const SAVES = 25;
const CHANGES = 9;

/**
 * Makes a server say, when it is asked, for how long its loop stood still at most since it was asked last, and how many
 * bytes it holds once all that is done with is gone.
 */
const TELL = `
  import { monitorEventLoopDelay } from 'node:perf_hooks';
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  process.on('SIGUSR2', () => {
    const longest = loop.max / 1e6;
    gc();
    gc();
    loop.reset();
    console.error('holds ' + process.memoryUsage().heapUsed + ' ' + longest);
  });`;

/** What is told of each number of articles: its name, the goal, and the figure. */
const FIGURES: readonly (readonly [what: string, goal: number, of: (measured: Measured) => number])[] = [
  ['ready, cold', 8000, ({ ready }) => ready.cold],
  ['all articles checked, cold', Number.NaN, ({ checked }) => checked],
  ['ready, from the cache', 2000, ({ ready }) => ready.again],
  ['processor until ready, cold', Number.NaN, ({ processor }) => processor.cold],
  ['the same, from the cache', Number.NaN, ({ processor }) => processor.again],
  ['memory of the server, MB', 600, ({ memory }) => memory],
  ['heap an article, kB', 400, ({ heap, count }) => heap / count / 1024],
  ['save → open page, p95', 200, ({ saves }) => percentile(saves, 0.95)],
  ['changed term → open page, p95', 300, ({ changes }) => percentile(changes, 0.95)],
  ['preview of an entry', 500, ({ preview }) => preview.time],
  ['longest turn of the loop', 50, ({ longest }) => longest],
  ['/articles', 100, ({ shelf }) => shelf.time],
  ['/articles, kB', 200, ({ shelf }) => shelf.bytes / 1024],
  ['/glossary', 100, ({ glossary }) => glossary.time],
  ['/glossary, kB', 200, ({ glossary }) => glossary.bytes / 1024],
];
/** `SCALE=20,200 npm run bench -- scale` takes these. */
const COUNTS = (process.env['SCALE'] ?? '20,200,300,2000').split(',').map(Number);
/** Growth is told for twice as many, from 200 on: with fewer, what is the same for all tells. */
const GROWS = { from: Math.max(0, COUNTS.indexOf(200)), most: 2.4 };

/**
 * The real server, over many articles: how soon it answers, how soon a save is on an open page, what an article costs.
 */
test(`${COUNTS.join(', ')} articles`, { timeout: 7_200_000 }, async () => {
  const { root, remove } = await makeRoot(await shippedGlossary());
  try {
    const empty = await heapOf(root);
    const rows: Measured[] = [];
    for (const [i, count] of COUNTS.entries()) {
      await write(root, await articlesBetween(COUNTS[i - 1] ?? 0, count));
      const measured = await measure(root, count);
      rows.push({ ...measured, heap: measured.heap - empty });
      print(rows);
    }
    expect(rows.map(({ saves }) => saves.length)).toEqual(COUNTS.map(() => SAVES));
  } finally {
    await remove();
  }
});

/** What is measured by now, as a run over many takes its time. */
function print(rows: readonly Measured[]): void {
  const head = rows.map(({ count }) => String(count).padStart(9)).join('');
  console.log('\narticles of 43 paragraphs, the shipped glossary; milliseconds unless it says otherwise');
  console.log(`${'goal'.padStart(40)}${head}   twice as many, goal ${GROWS.most}`);
  for (const [what, goal, of] of FIGURES) {
    const figures = rows.map(of);
    const told = figures.map((figure) => figure.toFixed(0).padStart(9)).join('');
    const aim = (Number.isNaN(goal) ? '' : String(goal)).padStart(8);
    console.log(`  ${what.padEnd(30)}${aim}${told}   ${growthOf(rows, figures)}`);
  }
}

function growthOf(rows: readonly Measured[], figures: readonly number[]): string {
  const [first, last] = [GROWS.from, rows.length - 1];
  const times = (rows[last]?.count ?? 0) / (rows[first]?.count ?? 0);
  if (last <= first) return '';
  return `× ${(((figures[last] ?? 0) / (figures[first] ?? 0)) ** (1 / Math.log2(times))).toFixed(1)}`;
}

async function write(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.join(root, path.dirname(name)), { recursive: true });
    await writeFile(path.join(root, name), text);
  }
}

/** Bytes that a server holds over the glossary alone. */
async function heapOf(root: string): Promise<number> {
  const { server } = await started(root, path.join(root, '.cache-0'));
  const { heap } = await heldBy(server);
  await ended(server);
  return heap;
}

function percentile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * share)] ?? 0;
}

/** An answer of the server. */
interface Fetched {
  readonly time: number;
  readonly bytes: number;
}

type Measured = Awaited<ReturnType<typeof measure>>;

async function measure(root: string, count: number) {
  const cache = path.join(root, `.cache-${count}`);
  const first = await started(root, cache);
  try {
    // It waits until all articles are checked, which goes on while pages are read already.
    const { time: behind } = await timedPreview(first.url);
    const { heap } = await heldBy(first.server);
    const times = await timesOf(first.url, root, count);
    const preview = await timedPreview(first.url);
    const pages = {
      shelf: await timedFetch(new URL('/articles', first.url)),
      glossary: await timedFetch(new URL('/glossary', first.url)),
    };
    const memory = await memoryOf(first.server);
    const { longest } = await heldBy(first.server);
    await ended(first.server);
    const again = await started(root, cache);
    await ended(again.server);
    return {
      count,
      heap,
      memory,
      longest,
      preview,
      checked: first.ready + behind,
      ...pages,
      ...times,
      ready: { cold: first.ready, again: again.ready },
      processor: { cold: first.processor, again: again.processor },
    };
  } finally {
    await ended(first.server);
  }
}

async function started(root: string, cache: string) {
  const began = performance.now();
  const server = spawn(
    process.execPath,
    [
      '--expose-gc',
      '--import',
      `data:text/javascript,${encodeURIComponent(TELL)}`,
      path.join(HOME, 'dist/main.js'),
      'serve',
    ],
    { cwd: root, env: { ...process.env, PORT: '0', VISAVIS_ROOT: root, LOG_LEVEL: 'error', XDG_CACHE_HOME: cache } },
  );
  const url = await addressOf(server);
  const ready = performance.now() - began;
  return { server, url, ready, processor: await processorOf(server) };
}

/** What a change of an entry that stands in every article would touch. Waits as long as it takes, which `fetch` does not. */
async function timedPreview(url: string): Promise<Fetched> {
  const body = JSON.stringify({ id: 'chip', entry: { fr: 'puce', en: 'microchip' } });
  const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
  const began = performance.now();
  const sent = request(new URL('/api/glossary/preview', url), { method: 'POST', headers }).end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const answer = await buffer(response);
  if (response.statusCode !== 200) throw new Error(String(answer));
  return { time: performance.now() - began, bytes: answer.byteLength };
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill();
  await once(server, 'exit');
}

async function timedFetch(url: URL): Promise<Fetched> {
  const began = performance.now();
  const body = await (await fetch(url)).arrayBuffer();
  return { time: performance.now() - began, bytes: body.byteLength };
}

/** What the processor did for it, whoever else it works for. Milliseconds. */
async function processorOf({ pid }: ChildProcess): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [user = Number.NaN, system = Number.NaN] = stat
    .replace(/^.*\) /s, '')
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return (user + system) * 10;
}

/** All that the system gave it. Megabytes. */
async function memoryOf({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? Number.NaN) / 1024;
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  for await (const data of stdout ?? []) {
    const [url] = /http:\S+/.exec(String(data)) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error('the server ended');
}

/** Bytes, and milliseconds. */
async function heldBy(server: ChildProcess): Promise<{ readonly heap: number; readonly longest: number }> {
  const lines = createInterface({ input: server.stderr as NodeJS.ReadableStream });
  const told = once(server, 'exit').then(() => {
    throw new Error('the server ended');
  });
  const asked = new Promise<{ readonly heap: number; readonly longest: number }>((resolve) => {
    lines.on('line', (line) => {
      const [, heap, longest] = /^holds (\d+) (\S+)$/.exec(line) ?? [];
      if (heap !== undefined) resolve({ heap: Number(heap), longest: Number(longest) });
    });
  });
  server.kill('SIGUSR2');
  return Promise.race([asked, told]).finally(() => lines.removeAllListeners('line'));
}

/** Saves of one article after the other, and then of one entry, each until an open page shows it. */
async function timesOf(url: string, root: string, count: number) {
  const page = await openPage(url);
  const saves: number[] = [];
  for (let i = 0; i < SAVES; i += 1) {
    const slug = slugOf((i * 37) % count);
    const file = path.join(root, 'content', slug, 'en.po');
    const changed = (await readFile(file, 'utf8')).replace('bets everything', `bets everything, saved ${i}`);
    await page.settle(slug);
    const isShown = (shown: string) => shown.includes(`saved ${i}`);
    saves.push(await page.timeUntil(slug, isShown, () => writeFile(file, changed)));
  }
  const file = path.join(root, 'glossary/ai.yaml');
  const text = await readFile(file, 'utf8');
  const changes: number[] = [];
  for (let i = 0; i < CHANGES; i += 1) {
    const changed = text.replace('\n  en: token\n', `\n  en: lexeme${i}\n`);
    await page.settle(slugOf(0));
    const isShown = (shown: string) => shown.includes(`lexeme${i}`);
    changes.push(await page.timeUntil(slugOf(0), isShown, () => writeFile(file, changed)));
  }
  await page.timeUntil(
    slugOf(0),
    (shown) => !shown.includes('lexeme'),
    () => writeFile(file, text),
  );
  await page.settle(slugOf(0));
  await page.close();
  return { saves, changes };
}

/** A page that is open, as far as the server can tell: it hears of changes, and asks for its article again at each. */
async function openPage(url: string) {
  const abort = new AbortController();
  const events = await fetch(new URL('/events', url), { signal: abort.signal });
  const heard = events.body?.pipeThrough(new TextDecoderStream()).getReader();
  await heard?.read();
  const fetched = async (slug: string) => (await fetch(new URL(`/articles/${slug}`, url))).text();
  return {
    /** Fetches an article, and lets what the last save began come to its end. */
    async settle(slug: string): Promise<void> {
      await fetched(slug);
      await new Promise((resolve) => setTimeout(resolve, 300));
    },
    /** Milliseconds from a save to the page that shows it. */
    async timeUntil(slug: string, isShown: (page: string) => boolean, save: () => Promise<void>): Promise<number> {
      const started = performance.now();
      await save();
      for (;;) {
        await heard?.read();
        if (isShown(await fetched(slug))) return performance.now() - started;
      }
    },
    async close(): Promise<void> {
      abort.abort();
      await heard?.cancel().catch(() => {});
    },
  };
}
