import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeRoot, SMALL } from '../site.ts';
import { startVictim } from '../torture/server.ts';

test.concurrent.each([
  ['of another machine that is gone', JSON.stringify({ pid: 1, started: '1', boot: 'other', url: '' })],
  ['nobody can read', 'not JSON'],
])('the built program serves over a lock %s, after a while', async (_what, lock) => {
  const { root, remove } = await makeRoot(SMALL);
  await mkdir(path.join(root, '.visavis'));
  await writeFile(path.join(root, '.visavis/lock'), lock);
  const { child, url } = await startVictim(root);
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const { status } = await fetch(new URL('/healthz', url));
  child.kill('SIGTERM');
  const code = await ended;
  await remove();
  expect([status, code]).toEqual([200, 0]);
});
