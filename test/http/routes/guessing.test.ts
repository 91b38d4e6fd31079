import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Site } from '../../../src/serve.ts';
import { makeRoot, SMALL, start } from '../../site.ts';

const PASSWORD = 'quatre-vingt-dix-sept é';
const WRONG = 'quatre-vingt-dix-huit é';
const PARAGRAPH = 'api/articles/essai/units/p2';

let site: Site;
let remove: () => Promise<void>;
beforeEach(async () => {
  const made = await makeRoot(SMALL);
  remove = made.remove;
  site = await start(made.root, undefined, 0, { password: PASSWORD });
});
afterEach(async () => {
  await site.close();
  await remove();
});

const signIn = (password: string, headers: Record<string, string> = {}) =>
  fetch(`${site.url}sign-in`, { method: 'POST', body: new URLSearchParams({ password }), headers, redirect: 'manual' });

test('thirty wrong passwords at once are no way around the limit', async () => {
  const answers = await Promise.all(Array.from({ length: 30 }, (_, i) => signIn(`${WRONG}${i}`)));
  expect(answers.filter(({ status }) => status === 401).length).toBe(10);
});

test('a header that names another address is no way around it', async () => {
  const answers: number[] = [];
  for (let i = 0; i < 11; i += 1) answers.push((await signIn(WRONG, { 'x-forwarded-for': `10.0.0.${i}` })).status);
  expect(answers.at(-1)).toBe(429);
});

test('whoever is signed in works on', async () => {
  const cookie = (await signIn(PASSWORD)).headers.get('set-cookie')?.split(';')[0] ?? '';
  await Promise.all(Array.from({ length: 12 }, () => signIn(WRONG)));
  const version = (await fetch(site.url + PARAGRAPH)).headers.get('etag') ?? '';
  const saved = await fetch(site.url + PARAGRAPH, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'if-match': version, cookie, origin: new URL(site.url).origin },
    body: JSON.stringify({ target: 'Three tokens!', state: 'draft' }),
  });
  expect(saved.status).toBe(200);
});

test('right passwords are not counted', async () => {
  const right = await Promise.all(Array.from({ length: 12 }, () => signIn(PASSWORD)));
  expect([new Set(right.map(({ status }) => status)), (await signIn(WRONG)).status]).toEqual([new Set([303]), 401]);
});
