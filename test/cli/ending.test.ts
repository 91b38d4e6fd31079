import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeRoot, until } from '../site.ts';
import { PROGRAM } from './program.ts';

const LIMIT = { timeout: 90_000 };
let root: string;
let remove: () => Promise<void>;
let engine: Server;
let asked: number;
/** Lets the answers go that are held back. */
let answer: () => void;
const children: ChildProcess[] = [];
beforeEach(async () => {
  ({ root, remove } = await makeRoot({
    'glossary/ai.yaml': '[]\n',
    'content/essai/fr.md': `---\ntitle: Essai\n---\n\n${Array.from({ length: 24 }, (_, i) => `Jeton ${i}.`).join('\n\n')}\n`,
  }));
  asked = 0;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  engine = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    asked += 1;
    await held;
    const { q } = JSON.parse(body) as { q: string[] };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ translatedText: q.map((text) => `EN ${text}`) }));
  });
  await once(engine.listen(0, '127.0.0.1'), 'listening');
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  engine.closeAllConnections();
  engine.close();
  await remove();
});

function begin(...args: string[]): ChildProcess {
  const { port } = engine.address() as AddressInfo;
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: root,
    env: { ...process.env, VISAVIS_ROOT: root, PORT: '0', LIBRETRANSLATE_URL: `http://127.0.0.1:${port}` },
  });
  children.push(child);
  return child;
}
const saved = async () =>
  (await readFile(path.join(root, 'content/essai/en.po'), 'utf8').catch(() => '')).match(/^msgstr "EN /gm)?.length ?? 0;

/** A server with a run whose engine has been asked and has not answered. */
async function serveRun(): Promise<ChildProcess> {
  const child = begin('serve');
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  const url = /http:\S+/.exec(String(line))?.[0] ?? '';
  await fetch(`${url}api/articles/essai/translate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  await until(() => asked > 0, 30_000);
  return child;
}

/** `visavis translate` whose engine has been asked and has not answered. */
async function translateRun(): Promise<ChildProcess> {
  const child = begin('translate', 'essai');
  await until(() => asked > 0, 60_000);
  return child;
}

const RUNS = [
  ['a server', serveRun, 0],
  ['the command line', translateRun, 1],
] as const;

describe.each(RUNS)('%s that is told to end', (_what, start, wanted) => {
  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'saves the answer under way, and asks for no other (%s)',
    LIMIT,
    async (signal) => {
      const child = await start();
      const ended = once(child, 'exit');
      child.kill(signal);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const early = child.exitCode;
      answer();
      const [code] = await ended;
      expect([early, code, asked, await saved()]).toEqual([null, wanted, 1, 10]);
    },
  );

  test('ends after ten seconds where no answer comes', LIMIT, async () => {
    const child = await start();
    const ended = once(child, 'exit');
    const since = performance.now();
    child.kill('SIGTERM');
    const [code] = await ended;
    const seconds = (performance.now() - since) / 1000;
    expect([code, seconds > 9, seconds < 20, await saved()]).toEqual([wanted, true, true, 0]);
  });

  test('ends at once when it is told twice', LIMIT, async () => {
    const child = await start();
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 500));
    const since = performance.now();
    child.kill('SIGTERM');
    await ended;
    expect(performance.now() - since).toBeLessThan(5000);
  });
});
