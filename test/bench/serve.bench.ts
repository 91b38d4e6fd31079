import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { HOME } from '../site.ts';
import { measureRate, measureWaits, median } from './load.ts';

const ROUNDS = 7;
const LOAD = { connections: 32, milliseconds: 1500 };

/** A server that does nothing but send these bytes. */
const BARE = `
const { readFileSync } = require('node:fs');
const body = readFileSync(process.argv[1]);
const headers = { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length };
const server = require('node:http').createServer((request, response) => response.writeHead(200, headers).end(body));
server.listen(0, '127.0.0.1', () => console.log('bare http://127.0.0.1:' + server.address().port + '/'));
`;

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => child.stdout?.on('data', (data) => resolve(String(data).trim().split(' ')[1] ?? '')));
}

test('the cached page against a bare node:http server that sends the same bytes', async () => {
  const ours = spawn(process.execPath, [path.join(HOME, 'dist/main.js'), 'serve'], {
    env: { ...process.env, PORT: '0' },
  });
  const page = new URL('/articles/deepseek-r2', await addressOf(ours));
  const folder = await mkdtemp(path.join(tmpdir(), 'visavis-bench-'));
  const body = Buffer.from(await (await fetch(page)).arrayBuffer());
  await writeFile(path.join(folder, 'page.html'), body);
  const bare = spawn(process.execPath, ['-e', BARE, path.join(folder, 'page.html')]);
  const plain = new URL(await addressOf(bare));
  const rounds: { ours: number; bare: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({ ours: await measureRate(page, LOAD), bare: await measureRate(plain, LOAD) });
  }
  ours.kill();
  bare.kill();
  await rm(folder, { recursive: true });
  const ratio = median(rounds.map((round) => round.ours / round.bare));
  console.log(`\npage of ${body.length} bytes, ${LOAD.connections} connections, median of ${ROUNDS} paired rounds`);
  console.log(`  Vis-à-vis, cached page  ${median(rounds.map((round) => round.ours)).toFixed(0)} requests/s`);
  console.log(`  bare node:http          ${median(rounds.map((round) => round.bare)).toFixed(0)} requests/s`);
  console.log(`  ratio                   ${ratio.toFixed(2)} (at least 0.50 is asked for)`);
  expect(ratio).toBeGreaterThanOrEqual(0.5);
});

const CROWD = { connections: 100, streams: 200, seconds: 30 };
/** Milliseconds that 99 of 100 answers may take at most, all that goes on beside them included. */
const MOST_WAIT = 100;

/** Opens pages that wait for news; says how often each was told. */
async function openStreams(url: string, count: number): Promise<{ told: number[]; close: () => void }> {
  const told = Array<number>(count).fill(0);
  const requests = told.map((_, i) =>
    get(`${url}events`, { agent: false }, (answer) => {
      answer.setEncoding('utf8').on('data', (text: string) => {
        told[i] = (told[i] ?? 0) + text.split('event: snapshot').length - 1;
      });
    }).on('error', () => {}),
  );
  while (told.some((times) => times === 0)) await new Promise((resolve) => setTimeout(resolve, 20));
  return { told, close: () => requests.map((request) => request.destroy()) };
}

/** Saves another English of a paragraph; the status of the answer. */
async function saveParagraph(url: string, text: string): Promise<number> {
  const unit = `${url}api/articles/deepseek-r2/units/p5`;
  const tag = (await fetch(unit)).headers.get('etag') ?? '';
  const body = JSON.stringify({ target: text, state: 'draft' });
  const headers = { 'content-type': 'application/json', 'if-match': tag };
  return (await fetch(unit, { method: 'PUT', headers, body })).status;
}

test('the cached page to a crowd, while pages wait for news and somebody saves every second', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'visavis-bench-'));
  for (const folder of ['content', 'glossary'])
    await cp(path.join(HOME, folder), path.join(root, folder), { recursive: true });
  const server = spawn(process.execPath, [path.join(HOME, 'dist/main.js'), 'serve'], {
    cwd: root,
    env: { ...process.env, PORT: '0', VISAVIS_ROOT: root },
  });
  const url = await addressOf(server);
  const { told, close } = await openStreams(url, CROWD.streams);
  const end = performance.now() + CROWD.seconds * 1000;
  const isOver = () => performance.now() > end;
  const crowd = measureWaits(new URL('/articles/deepseek-r2', url), CROWD.connections, isOver);
  const saves: number[] = [];
  while (!isOver()) {
    const next = performance.now() + 1000;
    saves.push(await saveParagraph(url, `The tokens of save ${saves.length}.`));
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - performance.now())));
  }
  const { waits, errors } = await crowd;
  await new Promise((resolve) => setTimeout(resolve, 500));
  close();
  server.kill();
  await rm(root, { recursive: true });
  const at = (share: number) => waits[Math.floor(waits.length * share)] ?? 0;
  const figures = [0.5, 0.9, 0.99, 0.999].map((share) => `p${share * 100} ${at(share).toFixed(1)}`);
  console.log(
    `\n${CROWD.connections} connections, ${CROWD.streams} event streams, ${saves.length} saves in ${CROWD.seconds} s`,
  );
  console.log(
    `  ${waits.length} answers, ${errors} errors; ${figures.join(', ')}, longest ${waits.at(-1)?.toFixed(1)} ms`,
  );
  console.log(`  told of a save: at least ${Math.min(...told) - 1} times, of ${saves.length}`);
  expect([errors, saves.every((status) => status === 200)]).toEqual([0, true]);
  expect(told.filter((times) => times !== saves.length + 1)).toEqual([]);
  expect(at(0.99)).toBeLessThanOrEqual(MOST_WAIT);
});
