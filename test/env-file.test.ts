import { execFileSync } from 'node:child_process';
import { symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addEnvFile } from '../src/env-file.ts';
import { makeRoot } from './site.ts';

let root: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ root, remove } = await makeRoot({}));
});
afterEach(() => remove());

async function withFile(text: string, environment: Readonly<Record<string, string>> = {}) {
  await writeFile(path.join(root, '.env'), text);
  return addEnvFile(path.join(root, '.env'), environment);
}

test.each([
  ['adds what the environment has not', 'PORT=1\nHOST=a\n', { HOST: 'b' }, { PORT: '1', HOST: 'b' }],
  ['may begin with a byte order mark', '\ufeffPORT=1\n', {}, { PORT: '1' }],
  ['may be written on Windows', 'PORT=1\r\nHOST="a b"\r\n', {}, { PORT: '1', HOST: 'a b' }],
  ['may be empty', '', { PORT: '1' }, { PORT: '1' }],
])('the file of settings %s', async (_what, text, environment, expected) => {
  expect(await withFile(text, environment)).toEqual(expected);
});

test('nothing of it gets into the environment of the process itself', async () => {
  await withFile('VISAVIS_TRIED=1\nNODE_TLS_REJECT_UNAUTHORIZED=0\n');
  expect([process.env['VISAVIS_TRIED'], process.env['NODE_TLS_REJECT_UNAUTHORIZED']]).toEqual([undefined, undefined]);
});

test('no folder names where the work of earlier starts is kept', async () => {
  expect(await withFile('XDG_CACHE_HOME=/a\n', { XDG_CACHE_HOME: '/b' })).toEqual({ XDG_CACHE_HOME: '/b' });
  expect(await withFile('XDG_CACHE_HOME=/a\nPORT=1\n')).toEqual({ PORT: '1' });
});

test('a folder without it has the settings of the environment', () => {
  expect(addEnvFile(path.join(root, '.env'), { PORT: '1' })).toEqual({ PORT: '1' });
});

test('a folder in its place is said to be none', () => {
  expect(() => addEnvFile(root, {})).toThrow('.env cannot be read (EISDIR); it must be a file.');
});

test.each([
  ['a pipe that nobody writes into', (file: string) => execFileSync('mkfifo', [file]), 'a pipe or a device'],
  ['a link to a device without end', (file: string) => symlink('/dev/zero', file), 'a pipe or a device'],
  ['a link that leads to itself', (file: string) => symlink(file, file), 'cannot be read (ELOOP)'],
  ['a file of a gigabyte', (file: string) => writeFile(file, '').then(() => truncate(file, 2 ** 30)), 'than 1 MB'],
])('%s is said to be no file of settings', async (_what, make, why) => {
  const file = path.join(root, '.env');
  await make(file);
  expect(() => addEnvFile(file, {})).toThrow(why);
});

test('a link to a file of settings is followed', async () => {
  await writeFile(path.join(root, 'mine'), 'PORT=1\n');
  await symlink('mine', path.join(root, '.env'));
  expect(addEnvFile(path.join(root, '.env'), {})).toEqual({ PORT: '1' });
});

describe('a key of the environment goes to no address that a file names', () => {
  test.each([
    ['DEEPL_SERVER_URL', 'DEEPL_AUTH_KEY'],
    ['LIBRETRANSLATE_URL', 'LIBRETRANSLATE_API_KEY'],
    ['CHAT_URL', 'CHAT_API_KEY'],
  ])('%s with %s', async (address, key) => {
    await expect(withFile(`${address}=https://a.example\n`, { [key]: 'canary' })).rejects.toThrow(
      `.env sets ${address}, and the environment ${key}: a key goes only where whoever set it says. Set both in one place.`,
    );
  });

  test('nor where the file has a key too, which the environment goes before', async () => {
    const text = 'DEEPL_SERVER_URL=https://a.example\nDEEPL_AUTH_KEY=b\n';
    await expect(withFile(text, { DEEPL_AUTH_KEY: 'canary' })).rejects.toThrow('Set both in one place.');
  });

  test.each([
    ['both in the file', 'CHAT_URL=https://a.example\nCHAT_API_KEY=b\n', {}],
    ['both in the environment', 'CHAT_MODEL=m\n', { CHAT_URL: 'https://a.example', CHAT_API_KEY: 'b' }],
    ['the address in both', 'CHAT_URL=https://a.example\n', { CHAT_URL: 'https://c.example', CHAT_API_KEY: 'b' }],
    ['the key in the file', 'CHAT_API_KEY=b\n', { CHAT_URL: 'https://a.example' }],
    ['no key at all', 'CHAT_URL=https://a.example\n', { CHAT_API_KEY: '' }],
    ['an address without a word', 'CHAT_URL=\n', { CHAT_API_KEY: 'b' }],
    ['a key of another service', 'CHAT_URL=https://a.example\n', { DEEPL_AUTH_KEY: 'b' }],
  ])('%s is as it should be', async (_what, text, environment) => {
    expect(await withFile(text, environment)).toMatchObject(environment);
  });
});
