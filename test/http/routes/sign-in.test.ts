import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../../src/serve.ts';
import { PROGRAM, run } from '../../cli/program.ts';
import { makeRoot, SMALL, start } from '../../site.ts';

const PASSWORD = 'quatre-vingt-dix-sept é';
const WRONG = 'quatre-vingt-dix-huit é';
const PARAGRAPH = 'articles/essai/units/p2';
const EDITED = { target: 'Three tokens!', state: 'draft' };

let root: string;
let remove: () => Promise<void>;
let site: Site;
const open = async () => {
  ({ root, remove } = await makeRoot(SMALL));
  site = await start(root, undefined, 0, { password: PASSWORD });
};
const close = async () => {
  await site.close();
  await remove();
};
// One server for all that ask nothing of what others did.
beforeAll(open);
afterAll(close);
/** A server of its own for a group of tests: it counts wrong passwords. */
function useOwnServer(): void {
  let shared: [string, () => Promise<void>, Site];
  beforeAll(async () => {
    shared = [root, remove, site];
    await open();
  });
  afterAll(async () => {
    await close();
    [root, remove, site] = shared;
  });
}

const file = () => readFile(path.join(root, 'content/essai/en.po'), 'utf8');
const ownOrigin = () => new URL(site.url).origin;
const get = (address: string, headers: Record<string, string> = {}) =>
  fetch(site.url + address, { headers, redirect: 'manual' });
const post = (address: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(site.url + address, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' });
const signIn = (password: string, next = '/') => post('sign-in', { password, next });
/** What a browser sends back: name and value of the cookie. */
const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? '';
const nameOf = (cookie: string) => cookie.split('=')[0] ?? '';
/** A save of the paragraph as it is now, from a page of ours unless the headers say otherwise. */
const save = async (headers: Record<string, string>, edited = EDITED) => {
  const version = (await get(`api/${PARAGRAPH}`)).headers.get('etag') ?? '';
  return fetch(`${site.url}api/${PARAGRAPH}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'if-match': version, ...headers },
    body: JSON.stringify(edited),
  });
};

describe('reading is open to all', () => {
  test.each([
    ['articles/essai', 200],
    ['articles/essai/ledger.json', 200],
    ['glossary', 200],
    ['glossary/token', 200],
    [`api/${PARAGRAPH}`, 200],
    ['healthz', 200],
    ['sign-in', 200],
    ['articles/none', 404],
  ])('%s', async (address, status) => {
    expect((await get(address)).status).toBe(status);
  });

  test('the events too', async () => {
    const stop = new AbortController();
    const answer = await fetch(`${site.url}events`, { signal: stop.signal });
    stop.abort();
    expect(answer.status).toBe(200);
  });
});

describe('an editing page leads to the sign-in, and back', () => {
  test.each([PARAGRAPH, 'articles/essai/translate', 'articles/essai/translate?engine=local'])('%s', async (address) => {
    const answer = await get(address);
    const location = answer.headers.get('location') ?? '';
    expect([answer.status, new URL(location, site.url).searchParams.get('next')]).toEqual([303, `/${address}`]);
  });

  test('whoever is signed in stays', async () => {
    const cookie = cookieOf(await signIn(PASSWORD));
    const pages = [await get(PARAGRAPH, { cookie }), await get('articles/essai/translate', { cookie })];
    expect(pages.map(({ status }) => status)).toEqual([200, 200]);
  });
});

describe('the right password', () => {
  test('leads to where one was going', async () => {
    const answer = await signIn(PASSWORD, `/${PARAGRAPH}`);
    expect([answer.status, answer.headers.get('location'), answer.headers.get('cache-control')]).toEqual([
      303,
      `/${PARAGRAPH}`,
      'no-store',
    ]);
  });

  test('gives a cookie that scripts and other sites never get, for twelve hours', async () => {
    const [pair, ...flags] = ((await signIn(PASSWORD)).headers.get('set-cookie') ?? '').split('; ');
    expect([
      /^visavis_127\.0\.0\.1_\d+=[\w-]{43}$/.test(pair ?? ''),
      flags.filter((flag) => !flag.startsWith('Expires')).sort(),
    ]).toEqual([true, ['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Strict']]);
  });

  test('is the same however its é is written, and with a space too many', async () => {
    const typed = ` ${PASSWORD.normalize('NFD')} `;
    expect([typed === PASSWORD, (await signIn(typed)).status]).toEqual([false, 303]);
  });

  test('lets one save', async () => {
    const cookie = cookieOf(await signIn(PASSWORD));
    const answer = await save({ cookie, origin: ownOrigin() });
    expect([answer.status, (await file()).includes(EDITED.target)]).toEqual([200, true]);
  });

  test('gives another token each time, and ends the one before', async () => {
    const first = cookieOf(await signIn(PASSWORD));
    const again = { cookie: first, origin: ownOrigin() };
    const second = cookieOf(await post('sign-in', { password: PASSWORD }, again));
    const statuses = [await get(PARAGRAPH, { cookie: first }), await get(PARAGRAPH, { cookie: second })];
    expect([first === second, statuses.map(({ status }) => status)]).toEqual([false, [303, 200]]);
  });

  test('signs two browsers in', async () => {
    const cookies = [cookieOf(await signIn(PASSWORD)), cookieOf(await signIn(PASSWORD))];
    const pages = await Promise.all(cookies.map((cookie) => get(PARAGRAPH, { cookie })));
    expect([new Set(cookies).size, pages.map(({ status }) => status)]).toEqual([2, [200, 200]]);
  });
});

describe('another password gives no cookie', () => {
  useOwnServer();

  test.each([
    ['another one', WRONG],
    ['none', ''],
    ['its beginning', PASSWORD.slice(0, -1)],
    ['one letter more', `${PASSWORD}x`],
    ['capitals', PASSWORD.toUpperCase()],
    ['another accent', PASSWORD.replace('é', 'è')],
  ])('%s', async (_what, password) => {
    const answer = await signIn(password, `/${PARAGRAPH}`);
    const page = await answer.text();
    expect([
      answer.status,
      answer.headers.get('set-cookie'),
      page.includes('This is not the password.'),
      page.includes(`value="/${PARAGRAPH}"`),
      password !== '' && page.includes(password),
    ]).toEqual([401, null, true, true, false]);
  });

  test('a form without a password, or with two', async () => {
    const twice = await fetch(`${site.url}sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams([
        ['password', PASSWORD],
        ['password', PASSWORD],
      ]).toString(),
    });
    expect([(await post('sign-in', {})).status, twice.status]).toEqual([401, 401]);
  });

  test('a sign-in from another site', async () => {
    const answer = await post('sign-in', { password: PASSWORD }, { origin: 'https://evil.example' });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null]);
  });
});

describe('a sign-out', () => {
  test('kills the session and takes the cookie away', async () => {
    const cookie = cookieOf(await signIn(PASSWORD));
    const answer = await post('sign-out', {}, { cookie, origin: ownOrigin() });
    expect([
      answer.status,
      answer.headers.get('location'),
      /^visavis_127\.0\.0\.1_\d+=; .*Expires=Thu, 01 Jan 1970/.test(answer.headers.get('set-cookie') ?? ''),
      (await save({ cookie, origin: ownOrigin() })).status,
    ]).toEqual([303, '/', true, 401]);
  });

  test('leaves others signed in', async () => {
    const [mine, other] = [cookieOf(await signIn(PASSWORD)), cookieOf(await signIn(PASSWORD))];
    await post('sign-out', {}, { cookie: mine, origin: ownOrigin() });
    expect((await get(PARAGRAPH, { cookie: other })).status).toBe(200);
  });

  test('is refused from another site and by a link', async () => {
    const cookie = cookieOf(await signIn(PASSWORD));
    const statuses = [
      (await post('sign-out', {}, { cookie, origin: 'https://evil.example' })).status,
      (await get('sign-out', { cookie })).status,
      (await get(PARAGRAPH, { cookie })).status,
    ];
    expect(statuses).toEqual([403, 405, 200]);
  });

  test('stands on the sign-in page of whoever is signed in', async () => {
    const cookie = cookieOf(await signIn(PASSWORD));
    const [inside, outside] = [await (await get('sign-in', { cookie })).text(), await (await get('sign-in')).text()];
    expect([inside.includes('action="/sign-out"'), outside.includes('action="/sign-out"')]).toEqual([true, false]);
  });
});

describe('who may save', () => {
  useOwnServer();

  const SIGNED_IN = 'signed in';
  let cookie: string;
  beforeAll(async () => {
    cookie = cookieOf(await signIn(PASSWORD));
  });

  test.each([
    ['nobody in particular', {}, 401],
    ['a page without a cookie', { origin: 'OWN' }, 401],
    ['a page with a cookie of this server', { origin: 'OWN', cookie: SIGNED_IN }, 200],
    ['the same, by Sec-Fetch-Site alone', { 'sec-fetch-site': 'same-origin', cookie: SIGNED_IN }, 200],
    ['the same among other cookies', { origin: 'OWN', cookie: `a=b; ${SIGNED_IN}; c=d` }, 200],
    ['a cookie without an origin', { cookie: SIGNED_IN }, 403],
    ['any cookie without an origin', { cookie: 'a=b' }, 403],
    ['another site with the cookie', { origin: 'https://evil.example', cookie: SIGNED_IN }, 403],
    ['a sandboxed page with the cookie', { origin: 'null', cookie: SIGNED_IN }, 403],
    ['another port with the cookie', { origin: 'http://127.0.0.1:1', cookie: SIGNED_IN }, 403],
    ['a site beside it with the cookie', { 'sec-fetch-site': 'same-site', cookie: SIGNED_IN }, 403],
    ['a token that was made up', { origin: 'OWN', cookie: `NAME=${'A'.repeat(43)}` }, 401],
    ['an empty token', { origin: 'OWN', cookie: 'NAME=' }, 401],
    ['the password as a token', { origin: 'OWN', cookie: `NAME=${encodeURIComponent(PASSWORD)}` }, 401],
    ['a cookie of another name', { origin: 'OWN', cookie: `x${SIGNED_IN}` }, 401],
    ['a script with the password', { authorization: `Bearer ${PASSWORD}` }, 200],
    ['a script with another password', { authorization: `Bearer ${WRONG}` }, 401],
    ['a script with an empty password', { authorization: 'Bearer ' }, 401],
    ['a script with the password in another scheme', { authorization: `Basic ${PASSWORD}` }, 401],
    ['another site with the password', { authorization: `Bearer ${PASSWORD}`, origin: 'https://evil.example' }, 403],
  ] as [string, Record<string, string>, number][])('%s', async (who, sent, status) => {
    const headers = Object.fromEntries(
      Object.entries(sent).map(([name, value]) => [
        name,
        Buffer.from(
          value.replace('OWN', ownOrigin()).replace(SIGNED_IN, cookie).replace('NAME', nameOf(cookie)),
        ).toString('latin1'),
      ]),
    );
    const before = await file();
    const answer = await save(headers, { ...EDITED, target: `Three tokens of ${who}` });
    expect([answer.status, (await file()) === before]).toEqual([status, status !== 200]);
  });

  test('the API tells a script how, in problem details', async () => {
    const answer = await save({});
    expect([
      answer.headers.get('www-authenticate'),
      answer.headers.get('content-type'),
      (await answer.json()).title,
    ]).toEqual(['Bearer', 'application/problem+json; charset=utf-8', 'Sign in first']);
  });

  test('a form gets a page that says how nothing is lost', async () => {
    const answer = await post(PARAGRAPH, { target: 'Three tokens!', state: 'draft', version: 'x' });
    const page = await answer.text();
    expect([answer.status, page.includes('Back button'), page.includes('href="/sign-in"')]).toEqual([401, true, true]);
  });

  test('a form is not for the password of scripts', async () => {
    const bearer = { authorization: `Bearer ${Buffer.from(PASSWORD).toString('latin1')}` };
    expect((await post(PARAGRAPH, { ...EDITED, version: 'x' }, bearer)).status).toBe(401);
  });
});

describe('guessing', () => {
  useOwnServer();

  test('the eleventh wrong password within a minute is not heard, nor the right one after it', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 10; i += 1) statuses.push((await signIn(`${WRONG}${i}`)).status);
    const answers = [await signIn(WRONG), await signIn(PASSWORD), await save({ authorization: 'Bearer x' })];
    const waits = answers.map(({ headers }) => Number(headers.get('retry-after')));
    expect([
      new Set(statuses),
      answers.map(({ status }) => status),
      waits.every((wait) => wait > 0 && wait <= 60),
      (await answers[0]?.text())?.includes('Too many wrong passwords'),
    ]).toEqual([new Set([401]), [429, 429, 429], true, true]);
  });
});

describe('after the sign-in the way leads to an address of this server alone', () => {
  test('where the form names another', async () => {
    const answers = await Promise.all(
      ['//evil.example', '/\\evil.example', '/glossary'].map((next) => signIn(PASSWORD, next)),
    );
    expect(answers.map(({ headers }) => headers.get('location'))).toEqual(['/', '/', '/glossary']);
  });

  test('the form carries no other', async () => {
    expect(await (await get(`sign-in?next=${encodeURIComponent('//evil.example')}`)).text()).not.toContain('evil');
  });
});

describe('without a password', () => {
  test('a server of this machine alone is open to writing, and has no sign-in', async () => {
    const own = await start(root);
    const answers = [await fetch(`${own.url}sign-in`), await fetch(`${own.url}${PARAGRAPH}`)];
    await own.close();
    expect(answers.map(({ status, url }) => [status, new URL(url).pathname])).toEqual([
      [404, '/sign-in'],
      [200, `/${PARAGRAPH}`],
    ]);
  });

  test('a server that other machines reach is read-only, and shows no Edit links', async () => {
    const own = await start(root, undefined, 0, { host: '0.0.0.0' });
    const answer = await fetch(`${own.url}api/${PARAGRAPH}`, { method: 'PUT' });
    const page = await (await fetch(`${own.url}articles/essai`)).text();
    await own.close();
    expect([answer.status, (await answer.json()).detail, page.includes(PARAGRAPH)]).toEqual([
      403,
      'This server can be reached from other machines and has no password: it only reads, so nothing was saved.',
      false,
    ]);
  });

  test('a cookie without an origin is refused all the same', async () => {
    const own = await start(root);
    const { status } = await fetch(`${own.url}api/${PARAGRAPH}`, { method: 'PUT', headers: { cookie: 'a=b' } });
    await own.close();
    expect(status).toBe(403);
  });
});

describe('a server beside others', () => {
  test('signing in at another server of this machine ends nothing here, and opens nothing there', async () => {
    const other = await start(root, undefined, 0, { password: 'un-autre-mot-de-passe' });
    const [here, there] = [
      cookieOf(await signIn(PASSWORD)),
      await fetch(`${other.url}sign-in`, {
        method: 'POST',
        body: new URLSearchParams({ password: 'un-autre-mot-de-passe' }),
        redirect: 'manual',
      }),
    ];
    const both = `${here}; ${cookieOf(there)}`;
    const pages = await Promise.all(
      [site.url, other.url].flatMap((url) =>
        [both, here].map((cookie) => fetch(url + PARAGRAPH, { headers: { cookie }, redirect: 'manual' })),
      ),
    );
    await other.close();
    expect([nameOf(here) === nameOf(cookieOf(there)), ...pages.map(({ status }) => status)]).toEqual([
      false,
      200,
      200,
      200,
      303,
    ]);
  });

  test('with a password a server that other machines reach can be written', async () => {
    const own = await start(root, undefined, 0, { host: '0.0.0.0', password: PASSWORD });
    const fields = new URLSearchParams({ password: PASSWORD });
    const answer = await fetch(`${own.url}sign-in`, { method: 'POST', body: fields, redirect: 'manual' });
    const headers = { origin: new URL(own.url).origin, cookie: cookieOf(answer) };
    const puts = [{}, headers].map((sent) =>
      fetch(`${own.url}api/${PARAGRAPH}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', ...sent },
        body: '{}',
      }),
    );
    const statuses = (await Promise.all(puts)).map(({ status }) => status);
    await own.close();
    // The second got as far as the version that it lacks.
    expect(statuses).toEqual([401, 428]);
  });

  test('a short password ends the program with a sentence', async () => {
    const { code, out, err } = await run(['serve'], { root, env: { PORT: '0', VISAVIS_PASSWORD: 'abracadabra' } });
    expect([code, out, err]).toEqual([2, '', 'visavis: VISAVIS_PASSWORD=…: write at least 16 characters\n']);
  });

  test('the log of every detail has neither password nor token', async () => {
    const env = { ...process.env, PORT: '0', VISAVIS_ROOT: root, VISAVIS_PASSWORD: PASSWORD, LOG_LEVEL: 'trace' };
    const child = spawn(process.execPath, [PROGRAM, 'serve'], { cwd: root, env });
    let log = '';
    child.stderr.on('data', (text) => {
      log += text;
    });
    const [said] = await once(child.stdout, 'data');
    const url = String(said).trim().split(' ')[1] ?? '';
    const write = (address: string, body: string, headers: Record<string, string>) =>
      fetch(url + address, { method: 'POST', body, headers, redirect: 'manual' });
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const cookie = cookieOf(await write('sign-in', `password=${encodeURIComponent(PASSWORD)}`, form));
    await write('sign-in', `password=${encodeURIComponent(WRONG)}`, form);
    await write('api/x', '{', { authorization: `Bearer ${Buffer.from(PASSWORD).toString('latin1')}` });
    await write('sign-out', `password=${PASSWORD}`, { ...form, cookie, origin: new URL(url).origin });
    child.kill('SIGTERM');
    await once(child, 'exit');
    const secrets = [PASSWORD, WRONG, encodeURIComponent(PASSWORD), cookie.slice(cookie.indexOf('=') + 1)];
    expect([
      log.includes('POST /sign-in 303'),
      log.includes('POST /sign-out 303'),
      secrets.filter((secret) => secret === '' || log.includes(secret)),
    ]).toEqual([true, true, []]);
  });
});
