import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { HOME } from '../site.ts';
import { measureRate, median } from './load.ts';

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
