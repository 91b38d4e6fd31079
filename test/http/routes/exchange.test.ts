import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Site } from '../../../src/serve.ts';
import { makeCopies } from '../../git/copies.ts';
import { NO_ENGINES, SMALL, start, until } from '../../site.ts';

const run = promisify(execFile);
let copies: Awaited<ReturnType<typeof makeCopies>>;
let site: Site;
beforeAll(async () => {
  copies = await makeCopies(SMALL);
  site = await start(copies.first, NO_ENGINES, 0, { git: true });
});
afterAll(async () => {
  await site.close();
  await copies.remove();
});

const post = (headers: Record<string, string> = {}) =>
  fetch(`${site.url}changes/exchange`, { method: 'POST', redirect: 'manual', headers });
const page = async () => (await fetch(`${site.url}changes`)).text();

// One pair of copies for all, in this order: theirs is fetched before ours is sent.
test('what somebody else pushed is on the page after it was fetched', async () => {
  const git = (...words: string[]) => run('git', words, { cwd: copies.second });
  await run('sed', ['-i', 's/A chip/Their chip/', 'content/essai/en.po'], { cwd: copies.second });
  await git('commit', '-qam', 'Theirs');
  await git('push', '-q');
  await post();
  await until(async () => (await (await fetch(`${site.url}articles/essai`)).text()).includes('Their'));
  expect((await fetch(`${site.url}healthz`).then((answer) => answer.json())).exchange).toEqual({
    unsent: 0,
    trouble: null,
  });
});

test('a save is sent at once by a button that needs no script, and the page says so', async () => {
  const address = `${site.url}api/articles/essai/units/p3`;
  const tag = (await fetch(address)).headers.get('etag') ?? '';
  await fetch(address, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'if-match': tag },
    body: JSON.stringify({ target: 'One chip.', state: 'draft' }),
  });
  const before = await page();
  const { status } = await post();
  const { stdout } = await run('git', ['log', '-1', '--format=%an: %s', 'main'], { cwd: copies.bare });
  expect([/<button[^>]*>Send and fetch now/.test(before), status, stdout, await page()]).toEqual([
    true,
    303,
    'Ana: paragraph 3 of essai\n',
    expect.stringContaining('The other copy has every save.'),
  ]);
});

test('another site sends nothing', async () => {
  expect((await post({ origin: 'https://elsewhere.example' })).status).toBe(403);
});
