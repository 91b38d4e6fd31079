import { chmod, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../../src/serve.ts';
import { basic, PASSWORD, signInAs, usersText, writeUsers } from '../../people.ts';
import { makeRoot, SMALL, sendRaw, start } from '../../site.ts';

const ONE = 'the password without a name';
const PEOPLE = { Ana: 'reviewer', Ben: 'translator', Cleo: 'reader', 'René Lô': 'reviewer' };
const PARAGRAPH = 'api/articles/essai/units/p2';

let root: string;
let remove: () => Promise<void>;
let file: string;
beforeAll(async () => {
  ({ root, remove } = await makeRoot(SMALL));
  file = await writeUsers(root, PEOPLE);
});
afterAll(() => remove());

/** A save that lacks its version: 428 for who may write, before anything is written. */
const tryToSave = async (site: Site, headers: Record<string, string>) => {
  const origin = new URL(site.url).origin;
  const answer = await fetch(site.url + PARAGRAPH, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', ...('cookie' in headers ? { origin } : {}), ...headers },
    body: '{}',
  });
  return answer.status;
};

describe('a name and a password', () => {
  let site: Site;
  beforeAll(async () => {
    site = await start(root, undefined, 0, { users: file, password: ONE });
  });
  afterAll(() => site.close());

  test.each([
    ['its own', 'Ana', PASSWORD, true],
    ['in small letters', 'ana', PASSWORD, true],
    ['with spaces around', ' Ana ', ` ${PASSWORD} `, true],
    ['é in two signs', 'Rene\u0301 Lo\u0302', PASSWORD.normalize('NFD'), true],
    ['the one password without a name', '', ONE, true],
    ['that of a reader', 'Cleo', PASSWORD, true],
    ['another', 'Ana', 'quatre mots moins simples', false],
    ['of nobody', 'Dora', PASSWORD, false],
    ['none', 'Ana', '', false],
    ['the one password with a name', 'Ana', ONE, false],
  ])('%s: %j', async (_what, name, password, isRight) => {
    expect((await signInAs(site.url, name, password)) !== '').toBe(isRight);
  });

  test.each([
    ['a reviewer', basic('Ana'), 428],
    ['a translator', basic('Ben'), 428],
    ['spaces around the name', basic(' Ana '), 428],
    ['letters beyond Latin-1 in the name', basic('René Lô'), 428],
    ['a reader', basic('Cleo'), 403],
    ['a wrong password', basic('Ana', 'no'), 401],
    ['a wrong name', basic('Nobody'), 401],
    ['no name', basic('', ONE), 401],
    ['no colon', `Basic ${Buffer.from('Ana').toString('base64')}`, 401],
    ['what is no base64', 'Basic é', 401],
    ['the one password', `Bearer ${ONE}`, 428],
    ['a password of a person as the one', `Bearer ${Buffer.from(PASSWORD).toString('latin1')}`, 401],
    ['another scheme', 'Digest x', 401],
  ])('a script sends %s', async (_what, authorization, status) => {
    expect(await tryToSave(site, { authorization: Buffer.from(authorization).toString('latin1') })).toBe(status);
  });

  test('a form is not for the password of scripts', async () => {
    const answer = await fetch(`${site.url}undo`, { method: 'POST', headers: { authorization: basic('Ana') } });
    expect(answer.status).toBe(401);
  });

  test('no answer makes a browser ask for a name and a password itself', async () => {
    const answer = await fetch(site.url + PARAGRAPH, { method: 'PUT', headers: { authorization: basic('Ana', 'no') } });
    expect([answer.headers.get('www-authenticate'), (await answer.json()).detail]).toEqual([
      'Bearer',
      'This name and this password do not go together.',
    ]);
  });

  test('a reader is told why nothing was changed, and sees no Edit', async () => {
    const cookie = await signInAs(site.url, 'Cleo');
    const page = await (await fetch(`${site.url}articles/essai`, { headers: { cookie } })).text();
    const editor = await fetch(`${site.url}articles/essai/units/p2`, { headers: { cookie } });
    const says = 'Cleo only reads on this server, so nothing was changed.';
    expect([page.includes('/units/p2'), editor.status, (await editor.text()).includes(says)]).toEqual([
      false,
      403,
      true,
    ]);
  });

  test('the page of the sign-in says who one is', async () => {
    const cookie = await signInAs(site.url, 'Ben');
    expect(await (await fetch(`${site.url}sign-in`, { headers: { cookie } })).text()).toContain('signed in as Ben');
  });
});

describe('a sign-in ends with what the file says', () => {
  test.each([
    ['the person is gone', { Ben: 'translator' }],
    ['the role is another', { Ana: 'translator' }],
    ['the name is written otherwise', { ana: 'reviewer' }],
  ])('%s', async (_what, people) => {
    const own = path.join(root, 'own.txt');
    await writeFile(own, usersText({ Ana: 'reviewer' }), { mode: 0o600 });
    const site = await start(root, undefined, 0, { users: own });
    const cookie = await signInAs(site.url, 'Ana');
    const before = await tryToSave(site, { cookie });
    await writeFile(own, usersText(people));
    const after = await tryToSave(site, { cookie });
    await site.close();
    expect([before, after]).toEqual([428, 401]);
  });

  test('the password is another, of equal length', async () => {
    const own = path.join(root, 'own.txt');
    const text = usersText({ Ana: 'reviewer' });
    await writeFile(own, text, { mode: 0o600 });
    const site = await start(root, undefined, 0, { users: own });
    const cookie = await signInAs(site.url, 'Ana');
    // Of the last sign of a key only the upper four bits count.
    await writeFile(
      own,
      text.replace(/.(?=:reviewer)/, (sign) => (sign === 'A' ? 'E' : 'A')),
    );
    const after = [await tryToSave(site, { cookie }), await signInAs(site.url, 'Ana')];
    await site.close();
    expect(after).toEqual([401, '']);
  });

  const NOBODY = 'nobody of this file may sign in';
  const OTHERS = 'only whom the other lines name may sign in';
  const ANA = usersText({ Ana: 'reviewer' });
  test.each([
    ['while it is gone', (own: string) => rm(own), 401, NOBODY],
    ['while a link stands in its place', (own: string) => rm(own).then(() => symlink(file, own)), 401, NOBODY],
    ['while it is none of people', (own: string) => writeFile(own, ANA.padEnd(1_100_000, '#')), 401, NOBODY],
    ['while it is UTF-16', (own: string) => writeFile(own, `\ufeff${ANA}`, 'utf16le'), 401, NOBODY],
    ['while their line has a mistake', (own: string) => writeFile(own, ANA.replace('scrypt', 'script')), 401, NOBODY],
    ['while a second line names them', (own: string) => writeFile(own, `${ANA}ana:x:reader\n`), 401, NOBODY],
    ['near-miss: while another line has a mistake', (own: string) => writeFile(own, `Ben\n${ANA}`), 428, OTHERS],
    ['near-miss: of Latin-1', (own: string) => writeFile(own, `Ren\xe9::reader\n${ANA}`, 'latin1'), 428, OTHERS],
  ])('%s, somebody is let in or not, and the log says so', async (_what, spoil, status, says) => {
    const own = path.join(root, 'own.txt');
    await rm(own, { force: true });
    await writeFile(own, ANA, { mode: 0o600 });
    const said: string[] = [];
    const console = { out: () => {}, err: (line: string) => said.push(line) };
    const site = await start(root, undefined, 0, { users: own, console });
    const cookie = await signInAs(site.url, 'Ana');
    await spoil(own);
    const spoilt = [await tryToSave(site, { cookie }), await tryToSave(site, { cookie })];
    await rm(own, { force: true });
    await writeFile(own, ANA, { mode: 0o600 });
    const mended = await tryToSave(site, { cookie });
    await site.close();
    await rm(own, { force: true });
    expect([spoilt, mended, said.length, said[1]]).toEqual([
      [status, status],
      428,
      2,
      `Until that is mended, ${says}.\n`,
    ]);
  });

  test('with a mistake that somebody makes who takes another one out, that one is out', async () => {
    const own = path.join(root, 'own.txt');
    await writeFile(own, usersText({ Ana: 'reviewer', Ben: 'reviewer' }), { mode: 0o600 });
    const site = await start(root, undefined, 0, { users: own });
    const cookies = [await signInAs(site.url, 'Ana'), await signInAs(site.url, 'Ben')];
    await writeFile(own, `${ANA}Cleo:reader\n`);
    const statuses = [];
    for (const cookie of cookies) statuses.push(await tryToSave(site, { cookie }));
    await site.close();
    await rm(own, { force: true });
    expect(statuses).toEqual([428, 401]);
  });
});

describe('at the start a file of users that cannot be used is told by its place', () => {
  test.each([
    [
      'that is not there',
      async (_own: string) => {},
      '1:1: there is no such file; write the path of one that “visavis user add” makes lines for',
    ],
    [
      'that is a link',
      (own: string) => symlink(file, own),
      '1:1: is a link, and links are not followed; write the path of the file itself',
    ],
    [
      'that is a folder',
      (own: string) => import('node:fs/promises').then(({ mkdir }) => mkdir(own)),
      '1:1: is no ordinary file; write the path of a text file',
    ],
    [
      'with a mistake',
      (own: string) => writeFile(own, '#\nAna:x:reader\n'),
      '2:5: write the hash as “visavis user add” prints it, or nothing for somebody whom a proxy names',
    ],
    [
      'that is UTF-16',
      (own: string) => writeFile(own, '\ufeffAna::reader', 'utf16le'),
      '1:1: is UTF-16; save it as UTF-8',
    ],
    [
      'that is Latin-1',
      (own: string) => writeFile(own, 'Ana::reader\nRené::reader', 'latin1'),
      '2:4: is not UTF-8 (byte 16 of the file); save it as UTF-8',
    ],
    [
      'that is too large',
      (own: string) => writeFile(own, '#'.repeat(1_100_000)),
      '1:1: is too large; a file of users has a line a person, 1 MB at most',
    ],
  ])('%s', async (_what, make, says) => {
    const own = path.join(root, 'bad.txt');
    await rm(own, { force: true, recursive: true });
    await make(own);
    await expect(start(root, undefined, 0, { users: own })).rejects.toThrow(`VISAVIS_USERS: ${own}:${says}`);
    await rm(own, { force: true, recursive: true });
  });

  test('in one line, whatever its name holds', async () => {
    const users = path.join(root, 'a\nvisavis: b');
    const says = `VISAVIS_USERS: ${path.join(root, 'a[U+000A]visavis: b')}:1:1: there is no such file`;
    await expect(start(root, undefined, 0, { users })).rejects.toThrow(says);
  });

  test.each([
    [0o600, 0],
    [0o640, 0],
    [0o644, 1],
    [0o620, 1],
  ])('one that others can read or write is warned of: %o', async (mode, warnings) => {
    const own = path.join(root, 'mode.txt');
    await writeFile(own, usersText({ Ana: 'reviewer' }));
    await chmod(own, mode);
    const said: string[] = [];
    const site = await start(root, undefined, 0, {
      users: own,
      console: { out: () => {}, err: (line) => said.push(line) },
    });
    await site.close();
    expect(said.filter((line) => line.includes('can be read or written by others')).length).toBe(warnings);
  });
});

describe('a proxy that is trusted says who somebody is', () => {
  const proxied = async (proxies: readonly string[], users: string | null = file) =>
    start(root, undefined, 0, { users, proxy: { header: 'X-Forwarded-User', proxies } });
  let site: Site;
  beforeAll(async () => {
    site = await proxied(['192.0.2.7', '127.0.0.0/8']);
  });
  afterAll(() => site.close());
  const put = (at: Site, ...lines: readonly string[]) => {
    const { host } = new URL(at.url);
    const head = [`PUT /${PARAGRAPH} HTTP/1.1`, `Host: ${host}`, 'Content-Type: application/json', ...lines];
    return sendRaw(at.url, `${[...head, 'Content-Length: 2', 'Connection: close', '', '{}'].join('\r\n')}`);
  };
  const statusOf = (answer: string) => Number(answer.split(' ')[1]);
  const utf8 = (name: string) => Buffer.from(name).toString('latin1');

  test.each([
    ['a reviewer', ['X-Forwarded-User: Ana'], 428],
    ['a translator', ['X-Forwarded-User: Ben'], 428],
    ['a reader', ['X-Forwarded-User: Cleo'], 403],
    ['somebody who is not in the file', ['X-Forwarded-User: Dora'], 403],
    ['the header in other letters', ['x-FORWARDED-user: Ana'], 428],
    ['the name in small letters', ['X-Forwarded-User: ana'], 428],
    ['spaces around the name', ['X-Forwarded-User:   Ana  '], 428],
    ['two headers', ['X-Forwarded-User: Ana', 'X-Forwarded-User: Ana'], 401],
    ['two headers, the other one empty', ['X-Forwarded-User: Ana', 'X-Forwarded-User:'], 401],
    ['two headers in other letters', ['X-Forwarded-User: Ana', 'x-forwarded-user: Ben'], 401],
    ['two names in one header', ['X-Forwarded-User: Ana, Ben'], 401],
    ['no name', ['X-Forwarded-User:'], 401],
    ['a name that stands for nobody', ['X-Forwarded-User: session 1'], 401],
    ['what is no name', ['X-Forwarded-User: <Ana>'], 401],
    ['another header', ['X-Remote-User: Ana'], 401],
    ['a header with _ for -', ['X_Forwarded_User: Ana'], 401],
    ['nothing', [], 401],
    ['an address of somebody else’s making too', ['X-Forwarded-User: Ana', 'X-Forwarded-For: 203.0.113.9'], 428],
    ['a password as well', ['X-Forwarded-User: Cleo', `Authorization: ${basic('Ana')}`], 403],
  ])('%s', async (_what, lines, status) => {
    expect(statusOf(await put(site, ...lines))).toBe(status);
  });

  test('letters beyond Latin-1 are sent as UTF-8', async () => {
    const bytes = await fetch(site.url + PARAGRAPH, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'x-forwarded-user': utf8('René Lô') },
      body: '{}',
    });
    expect(bytes.status).toBe(428);
  });

  test.each([
    ['another address', ['192.0.2.7'], 401],
    ['another network', ['10.0.0.0/8', '192.168.0.0/16'], 401],
    ['a network of IPv6', ['fd00::/8'], 401],
    ['its own address', ['127.0.0.1'], 428],
    ['its own address as IPv6 writes it', ['::ffff:127.0.0.1'], 428],
    ['every IPv4 address', ['0.0.0.0/0'], 428],
  ])('a header counts from the addresses that are named alone: %s', async (_what, proxies, status) => {
    const own = await proxied(proxies);
    const forged = await put(own, 'X-Forwarded-User: Ana', 'X-Forwarded-For: 192.0.2.7');
    await own.close();
    expect(statusOf(forged)).toBe(status);
  });

  test('without a file of users everybody whom it names is a reader', async () => {
    const own = await proxied(['127.0.0.1'], null);
    const statuses = [await put(own, 'X-Forwarded-User: Ana'), await put(own)].map(statusOf);
    await own.close();
    expect(statuses).toEqual([403, 401]);
  });

  test('somebody without a hash is let in by the proxy, and by no password', async () => {
    const own = path.join(root, 'proxied.txt');
    await writeFile(own, 'Ana::reviewer\n', { mode: 0o600 });
    const other = await proxied(['127.0.0.1'], own);
    const tries = [
      statusOf(await put(other, 'X-Forwarded-User: Ana')),
      await signInAs(other.url, 'Ana', ''),
      await signInAs(other.url, 'Ana'),
    ];
    await other.close();
    expect(tries).toEqual([428, '', '']);
  });

  test('a page shows each what is theirs', async () => {
    const edits = async (name: string) => {
      const headers = { 'x-forwarded-user': name };
      const page = await (await fetch(`${site.url}articles/essai`, { headers })).text();
      return page.includes('/units/p2');
    };
    expect([await edits('Ana'), await edits('Cleo'), await edits('Ana'), await edits('Dora')]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});
