import { spawnSync } from 'node:child_process';
import { appendFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HOME, makeRoot, until } from '../site.ts';
import { articleOf, report, startVictim, times, type Victim } from './server.ts';

let root: string;
let remove: () => Promise<void>;
let victim: Victim | null = null;
beforeEach(async () => {
  ({ root, remove } = await makeRoot(articleOf(30)));
});
afterEach(async () => {
  victim?.child.kill('SIGKILL');
  await victim?.ended;
  victim = null;
  await remove();
});

const url = () => victim?.url ?? '';
const revision = async () => {
  const answer = await fetch(`${url()}healthz`);
  return ((await answer.json()) as { revision: string }).revision;
};
const entries = (from: number) =>
  Array.from({ length: 300 }, (_, i) => `- fr: mot${i}\n  en: word ${i}-${from}\n`).join('');

test('F1: a file written in pieces is never served half', async () => {
  const rounds = times(100);
  const file = path.join(root, 'glossary/long.yaml');
  await writeFile(file, entries(0));
  victim = await startVictim(root);
  let half = 0;
  let looked = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const old = await revision();
    const text = entries(round);
    await writeFile(file, '');
    const seen = new Set<string>();
    for (let at = 0; at < text.length; at += 2000) {
      await appendFile(file, text.slice(at, at + 2000));
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (at + 2000 < text.length) seen.add(await revision());
      looked += 1;
    }
    await until(async () => (await revision()) !== old, 10_000);
    half += [...seen].filter((one) => one !== old).length;
  }
  report(`half-written files served, ${rounds} rounds, ${looked} looks`, half, '0');
  expect(half).toBe(0);
});

test('F3: thousands of files at once, and more events than the system keeps', async () => {
  victim = await startVictim(root);
  const before = await revision();
  const fresh = path.join(root, 'fresh');
  const count = times(1000);
  await mkdir(fresh);
  for (let i = 0; i < count; i += 1) {
    await mkdir(path.join(fresh, `a${i}`));
    await writeFile(path.join(fresh, `a${i}/fr.md`), `---\ntitle: Un ${i}\n---\n\nJeton.\n`);
  }
  const began = performance.now();
  for (let i = 0; i < count; i += 1) await rename(path.join(fresh, `a${i}`), path.join(root, `content/a${i}`));
  await until(async () => (await fetch(`${url()}articles/a${count - 1}`)).status === 200, 60_000);
  report(
    `${count} articles checked out: all there after, milliseconds`,
    (performance.now() - began).toFixed(0),
    '≤ 5000',
  );
  victim?.child.kill('SIGSTOP');
  const file = path.join(root, 'glossary/ai.yaml');
  for (let i = 0; i < times(20_000); i += 1) await writeFile(file, `- fr: jeton\n  en: token ${i}\n`);
  await writeFile(file, '- fr: jeton\n  en: last\n');
  victim?.child.kill('SIGCONT');
  const woke = performance.now();
  await until(async () => (await fetch(`${url()}glossary/last`)).status === 200, 30_000);
  report(
    `${times(20_000)} writes while it slept: right after, milliseconds`,
    (performance.now() - woke).toFixed(0),
    '≤ 5000',
  );
  expect(await revision()).not.toBe(before);
  await rm(fresh, { recursive: true });
});

const LIMIT = ['unshare', '-r', 'sh', '-c', 'echo 10 > /proc/sys/user/max_inotify_watches && exec "$@"', 'sh'];
const canLimit = spawnSync(LIMIT[0] ?? '', [...LIMIT.slice(1), 'true']).status === 0;
test.skipIf(!canLimit)('F4: more folders than the system watches', async () => {
  for (let i = 0; i < 30; i += 1) {
    await mkdir(path.join(root, `content/a${i}`), { recursive: true });
    await writeFile(path.join(root, `content/a${i}/fr.md`), '---\ntitle: Un\n---\n\nJeton.\n');
  }
  victim = await startVictim(root, LIMIT);
  const before = await revision();
  const began = performance.now();
  await writeFile(path.join(root, 'content/a29/fr.md'), '---\ntitle: Un\n---\n\nJeton neuf.\n');
  await until(async () => (await revision()) !== before, 10_000);
  report(
    'a change in a folder that cannot be watched: seen after, ms',
    (performance.now() - began).toFixed(0),
    '≤ 5000',
  );
});

test('F6: more files than are read', async () => {
  const count = 10_002;
  for (let i = 0; i < count; i += 1)
    await writeFile(path.join(root, `glossary/f${i}.yaml`), `- fr: mot${i}\n  en: word ${i}\n`);
  const { stdout } = spawnSync(process.execPath, [path.join(HOME, 'dist/main.js'), 'check'], {
    cwd: root,
    env: { ...process.env, VISAVIS_ROOT: root },
    encoding: 'utf8',
  });
  expect(stdout).toContain(`glossary:1:1: warning file: holds ${count + 1} files; the first 10000 are read`);
});

/** Sockets that say nothing more after their first bytes. */
function crowd(count: number, first: string): Socket[] {
  const { port } = new URL(url());
  return Array.from({ length: count }, () => {
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', () => {});
    socket.write(first);
    return socket;
  });
}

test('H6: clients that dawdle keep nobody waiting', async () => {
  victim = await startVictim(root);
  const sockets = crowd(times(1500), 'GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');
  const drip = setInterval(() => {
    for (const socket of sockets) socket.write('x');
  }, 1000);
  const waits: number[] = [];
  for (let i = 0; i < times(500); i += 1) {
    const began = performance.now();
    await (await fetch(`${url()}articles/essai`)).text();
    waits.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  clearInterval(drip);
  for (const socket of sockets) socket.destroy();
  waits.sort((a, b) => a - b);
  const slow = waits[Math.floor(waits.length * 0.99)] ?? 0;
  report(`${sockets.length} dawdling clients: 99 of 100 requests within, milliseconds`, slow.toFixed(1), '≤ 200');
  expect(slow).toBeLessThan(200);
});

const memoryOf = (pid: number | undefined) => {
  const { stdout } = spawnSync('grep', ['VmRSS', `/proc/${pid}/status`], { encoding: 'utf8' });
  return Number(/\d+/.exec(stdout)?.[0] ?? 0) * 1024;
};

test('H7: a thousand open pages, told of a change', async () => {
  victim = await startVictim(root);
  const host = new URL(url()).host;
  await (await fetch(`${url()}articles/essai`)).text();
  const before = memoryOf(victim?.child.pid);
  const count = times(1000);
  let told = 0;
  const sockets = crowd(count, `GET /events HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  for (const socket of sockets) {
    socket.setEncoding('utf8').on('data', (text: string) => {
      told += text.split('event: snapshot').length - 1;
    });
  }
  await until(() => told >= count, 20_000);
  const each = (memoryOf(victim?.child.pid) - before) / count;
  const began = performance.now();
  await writeFile(path.join(root, 'glossary/ai.yaml'), '- fr: jeton\n  en: lexeme\n');
  await until(() => told >= 2 * count, 20_000);
  report(`${count} open pages: all told after a save, milliseconds`, (performance.now() - began).toFixed(0), '≤ 300');
  report('  KB each', (each / 1024).toFixed(1), '≤ 25');
  for (const socket of sockets) socket.destroy();
});

test('H8: a minute of requests with reloads', async () => {
  victim = await startVictim(root);
  const seconds = times(60);
  const pages = [
    'articles/essai',
    'glossary',
    'glossary/token',
    'articles/essai/ledger.json',
    'healthz',
    'articles/essai/units/p3',
  ];
  let [requests, errors] = [0, 0];
  const waits: number[] = [];
  const end = performance.now() + seconds * 1000;
  const memory: number[] = [];
  const client = async (offset: number) => {
    for (let i = offset; performance.now() < end; i += 1) {
      const began = performance.now();
      const answer = await fetch(url() + (pages[i % pages.length] ?? '')).catch(() => null);
      await answer?.text();
      if (answer?.status !== 200) errors += 1;
      requests += 1;
      waits.push(performance.now() - began);
    }
  };
  const editor = async () => {
    for (let i = 0; performance.now() < end; i += 1) {
      await writeFile(path.join(root, 'glossary/ai.yaml'), `- fr: jeton\n  en: token\n  note: version ${i}\n`);
      memory.push(memoryOf(victim?.child.pid));
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  };
  await Promise.all([...Array.from({ length: 8 }, (_, i) => client(i)), editor()]);
  waits.sort((a, b) => a - b);
  report(`${requests} requests in ${seconds} s, a reload every half second: errors`, errors, '0');
  report('  99 of 100 within, milliseconds', (waits[Math.floor(waits.length * 0.99)] ?? 0).toFixed(0), '≤ 50');
  const third = Math.max(1, Math.floor(memory.length / 3));
  const mean = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length / 2 ** 20;
  report(
    '  MB of memory, second third and last',
    `${mean(memory.slice(third, 2 * third)).toFixed(0)} ${mean(memory.slice(-third)).toFixed(0)}`,
    '+ ≤ 10 %',
  );
  expect(errors).toBe(0);
});

test('P5: many more spoiled files', () => {
  const rounds = String(times(100_000));
  const { status, stdout } = spawnSync('npx', ['vitest', 'run', '--config', 'test/vitest.config.ts', 'fuzz'], {
    cwd: HOME,
    env: { ...process.env, FUZZ_ROUNDS: rounds },
    encoding: 'utf8',
  });
  report(
    `spoiled files, ${rounds} of each of five formats: exits, hangs, faults`,
    status === 0 ? 0 : stdout.slice(-200),
    '0',
  );
  expect(status).toBe(0);
});
