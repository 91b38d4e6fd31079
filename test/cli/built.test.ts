import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { printableLine } from '../../src/core/text/printable.ts';
import { HOME, makeRoot, SMALL } from '../site.ts';
import { startVictim } from '../torture/server.ts';
import { run, runBuilt } from './program.ts';

test('npx finds the command in a checkout', async () => {
  const code = await new Promise((resolve) => {
    // Without its scripts: the first time, npx would build the checkout anew under the other tests.
    const args = ['--ignore-scripts', 'visavis', '--version'];
    const child = execFile('npx', args, { cwd: HOME }, () => resolve(child.exitCode));
  });
  expect(code).toBe(0);
});

describe('the built program serves', () => {
  let root: string;
  let remove: () => Promise<void>;
  beforeEach(async () => {
    ({ root, remove } = await makeRoot(SMALL));
  });
  afterEach(() => remove());

  test('and says when a port is taken', async () => {
    const { child, url, ended } = await startVictim(root);
    const { port } = new URL(url);
    const other = await makeRoot(SMALL);
    const { code, err } = await runBuilt(['serve'], { root: other.root, env: { PORT: port } });
    child.kill('SIGTERM');
    await Promise.all([ended, other.remove()]);
    expect([code, err]).toEqual([2, `visavis: port ${port} is taken; set PORT to another one, or to 0 for any.\n`]);
  });

  test.each(['nowhere.invalid', '10.0.0.300', '*', 'a\u009b31m'])(
    'and says that HOST=%j is none of this machine',
    async (host) => {
      const { code, err } = await run(['serve'], { root, env: { PORT: '0', HOST: host } });
      expect([code, err]).toEqual([2, `visavis: HOST=${printableLine(host)} is no address of this machine.\n`]);
    },
  );

  test('the same files once only, and names who has them', async () => {
    const { child, url, ended } = await startVictim(root);
    const { code, err } = await runBuilt(['serve'], { root, env: { PORT: '0' } });
    child.kill('SIGTERM');
    await ended;
    expect([code, err]).toEqual([
      1,
      `visavis: Already served by process ${child.pid} on ${url}. Stop that one first, or open its address.\n`,
    ]);
  });

  test('over the lock of a server that was killed', async () => {
    const killed = await startVictim(root);
    killed.child.kill('SIGKILL');
    await killed.ended;
    const { child, url, ended } = await startVictim(root);
    const { status } = await fetch(new URL('/healthz', url));
    child.kill('SIGTERM');
    expect([status, await ended]).toEqual([200, 0]);
  });

  test('and lets what is being saved finish when it is told to end', async () => {
    const { child, url, ended } = await startVictim(root);
    const unit = new URL('/api/articles/essai/units/p2', url);
    const tag = (await fetch(unit)).headers.get('etag') ?? '';
    const saving = fetch(unit, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'if-match': tag },
      body: JSON.stringify({ target: 'To the end.', state: 'draft' }),
    }).then(
      ({ status }) => status,
      () => 0,
    );
    child.kill('SIGTERM');
    const [status, code] = [await saving, await ended];
    const text = await readFile(path.join(root, 'content/essai/en.po'), 'utf8');
    // Whichever came first: an answer that it is saved is never wrong.
    expect([status !== 200 || text.includes('To the end.'), code]).toEqual([true, 0]);
  });
});
