import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { HOME, makeRoot } from '../site.ts';
import { manyArticles, slugOf } from './many-articles.ts';

const SAVES = 25;
const CHANGES = 9;

/** Makes a server say, when it is asked, how many bytes it holds once all that is done with is gone. */
const TELL_HEAP = `process.on('SIGUSR2', () => { gc(); gc(); console.error('heap ' + process.memoryUsage().heapUsed); });`;

/** The real server, over many articles: how soon it answers, how soon a save is on an open page, what an article costs. */
test('20, 100 and 300 articles', { timeout: 900_000 }, async () => {
  const empty = await measure(0);
  const rows = [];
  for (const count of [20, 100, 300]) {
    const { ready, heap, saves, changes } = await measure(count);
    rows.push({ count, ready, saves, changes, heap: (heap - empty.heap) / count / 1024 });
  }
  console.log('\narticles of 43 paragraphs, the shipped glossary; milliseconds, target in brackets');
  for (const { count, ready, saves, changes, heap } of rows) {
    console.log(`  ${count} articles`);
    console.log(`    ready after              ${ready.toFixed(0)}`);
    console.log(`    save → open page         ${spread(saves)}   (≤ 600)`);
    console.log(`    changed term → page      ${spread(changes)}`);
    console.log(`    heap an article          ${heap.toFixed(0)} kB   (≤ 400)`);
  }
  expect(rows.map(({ saves }) => saves.length)).toEqual([SAVES, SAVES, SAVES]);
});

function spread(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(0).padStart(5);
  return `p50 ${at(0.5)}  p95 ${at(0.95)}`;
}

async function measure(count: number) {
  const { root, remove } = await makeRoot(await manyArticles(count));
  const started = performance.now();
  const server = spawn(
    process.execPath,
    ['--expose-gc', '--import', `data:text/javascript,${TELL_HEAP}`, path.join(HOME, 'dist/main.js'), 'serve'],
    { cwd: root, env: { ...process.env, PORT: '0', VISAVIS_ROOT: root, LOG_LEVEL: 'error' } },
  );
  try {
    const url = await addressOf(server);
    const ready = performance.now() - started;
    const heap = await heapOf(server);
    const times = count === 0 ? { saves: [], changes: [] } : await timesOf(url, root, count);
    return { ready, heap, ...times };
  } finally {
    server.kill();
    await once(server, 'exit');
    await remove();
  }
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  for await (const data of stdout ?? []) {
    const [url] = /http:\S+/.exec(String(data)) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error('the server ended');
}

/** Bytes. */
async function heapOf(server: ChildProcess): Promise<number> {
  const lines = createInterface({ input: server.stderr as NodeJS.ReadableStream });
  server.kill('SIGUSR2');
  for await (const line of lines) if (line.startsWith('heap ')) return Number(line.slice(5));
  throw new Error('the server ended');
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
    saves.push(await page.timeUntil(slug, `saved ${i}`, () => writeFile(file, changed)));
  }
  const file = path.join(root, 'glossary/ai.yaml');
  const text = await readFile(file, 'utf8');
  const changes: number[] = [];
  for (let i = 0; i < CHANGES; i += 1) {
    const changed = text.replace('\n  en: token\n', `\n  en: lexeme${i}\n`);
    await page.settle(slugOf(0));
    changes.push(await page.timeUntil(slugOf(0), `lexeme${i}`, () => writeFile(file, changed)));
  }
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
    async timeUntil(slug: string, wanted: string, save: () => Promise<void>): Promise<number> {
      const started = performance.now();
      await save();
      for (;;) {
        await heard?.read();
        if ((await fetched(slug)).includes(wanted)) return performance.now() - started;
      }
    },
    async close(): Promise<void> {
      abort.abort();
      await heard?.cancel().catch(() => {});
    },
  };
}
