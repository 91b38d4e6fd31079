import { describe, expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';

const engines = (environment: Readonly<Record<string, string>>) => readConfig(environment, '/home').engines;
const CHAT = { CHAT_URL: 'https://chat.example.org', CHAT_MODEL: 'm' };

const WRITE =
  'write the key as it was given to you; it holds a sign that is in no key, such as “’”, “é” or a line break';

describe('a key that no request can carry', () => {
  test.each([
    ['a quotation mark of a text', 'sk-canary’s'],
    ['an accent', 'clé-canary'],
    ['a line break', 'sk-\ncanary'],
    ['a sign that nobody sees', 'sk-canary\u200b'],
    ['a zero', 'sk-\0canary'],
  ])('is named by its variable, and never shown: %s', (_what, key) => {
    for (const name of ['DEEPL_AUTH_KEY', 'CHAT_API_KEY'])
      expect(() => engines({ ...CHAT, [name]: key })).toThrow(new Error(`${name}=…: ${WRITE}`));
  });
});

test.each([
  ['as it is', 'sk-canary_1/+=.:fx', 'sk-canary_1/+=.:fx'],
  ['without the spaces and line breaks around it', ' sk-canary\r\n', 'sk-canary'],
  ['with a space in it', 'sk canary', 'sk canary'],
])('a key is taken %s', (_what, given, key) => {
  const { deepl, chat } = engines({ ...CHAT, DEEPL_AUTH_KEY: given, CHAT_API_KEY: given });
  expect([deepl?.key, chat?.key]).toEqual([key, key]);
});

test('a model and the key of LibreTranslate, which travel in the body, may hold any letter', () => {
  const given = { ...CHAT, CHAT_MODEL: 'modèle', LIBRETRANSLATE_URL: CHAT.CHAT_URL, LIBRETRANSLATE_API_KEY: 'clé' };
  const { chat, libretranslate } = engines(given);
  expect([chat?.model, libretranslate?.key]).toEqual(['modèle', 'clé']);
});

describe('people', () => {
  const read = (environment: Readonly<Record<string, string>>) => {
    const { users, proxy } = readConfig(environment, '/home');
    return { users, proxy };
  };
  const HEADER = { VISAVIS_USER_HEADER: 'X-Forwarded-User' };

  test('a header counts from the addresses and networks that are named', () => {
    const given = {
      ...HEADER,
      VISAVIS_USERS: '/etc/people',
      VISAVIS_TRUSTED_PROXIES: '10.0.0.5, fd00::/8  192.0.2.0/24',
    };
    expect(read(given)).toEqual({
      users: '/etc/people',
      proxy: { header: 'X-Forwarded-User', proxies: ['10.0.0.5', 'fd00::/8', '192.0.2.0/24'] },
    });
  });

  test.each([
    ['no list', HEADER, /^VISAVIS_USER_HEADER=X-Forwarded-User: set VISAVIS_TRUSTED_PROXIES to the addresses/],
    [
      'an empty list',
      { ...HEADER, VISAVIS_TRUSTED_PROXIES: ' , ' },
      /^VISAVIS_USER_HEADER=.*: set VISAVIS_TRUSTED_PROXIES/,
    ],
    [
      'a name of a machine',
      { ...HEADER, VISAVIS_TRUSTED_PROXIES: 'proxy' },
      /^VISAVIS_TRUSTED_PROXIES=proxy: write addresses/,
    ],
    ['a network too long', { ...HEADER, VISAVIS_TRUSTED_PROXIES: '10.0.0.0/33' }, /^VISAVIS_TRUSTED_PROXIES=/],
    ['an address with a star', { ...HEADER, VISAVIS_TRUSTED_PROXIES: '10.0.0.*' }, /^VISAVIS_TRUSTED_PROXIES=/],
    ['an address of a cable', { ...HEADER, VISAVIS_TRUSTED_PROXIES: 'fe80::1%eth0' }, /^VISAVIS_TRUSTED_PROXIES=/],
    [
      'no header',
      { VISAVIS_USER_HEADER: 'X User', VISAVIS_TRUSTED_PROXIES: '::1' },
      /^VISAVIS_USER_HEADER=X User: write the name/,
    ],
  ])('%s is told', (_what, given, says) => {
    expect(() => read(given)).toThrow(says);
  });

  test('a list without a header trusts nobody to say who somebody is', () => {
    expect(read({ VISAVIS_TRUSTED_PROXIES: '10.0.0.5' })).toEqual({ users: null, proxy: null });
  });

  test('a list without a header is of proxies that say whom they ask for', () => {
    const given = { VISAVIS_TRUSTED_PROXIES: '10.0.0.5 fd00::/8' };
    expect(readConfig(given, '/home').trustedProxies).toEqual(['10.0.0.5', 'fd00::/8']);
  });
});

describe('the address in front of the server', () => {
  const read = (address: string) => readConfig({ VISAVIS_PUBLIC_URL: address }, '/home').publicOrigin;

  test.each([
    ['https://texts.example.org', 'https://texts.example.org'],
    ['https://Texts.Example.org/', 'https://texts.example.org'],
    ['https://texts.example.org:443', 'https://texts.example.org'],
    ['http://texts.example.org:8080', 'http://texts.example.org:8080'],
    ['', null],
  ])('%j is taken as %j', (given, origin) => {
    expect(read(given)).toBe(origin);
  });

  test.each([
    'texts.example.org',
    'ftp://texts.example.org',
    'https://texts.example.org/visavis',
    'https://ana@texts.example.org',
    'https://texts.example.org?x',
    '*',
  ])('%j is told', (given) => {
    expect(() => read(given)).toThrow(/^VISAVIS_PUBLIC_URL=.*: write the address/);
  });
});

const PORT = 'PORT=%: write a number from 0 to 65535';
const ADDRESS = '%: write an address such as https://translate.example.org';
test.each([
  ['HOST', ' ', 'HOST=%: write a host name or address, such as 127.0.0.1'],
  ['PORT', '65536', PORT],
  ['PORT', '100000', PORT],
  ['PORT', '-1', PORT],
  ['PORT', '3000a', PORT],
  ['VISAVIS_ROOT', ' ', 'VISAVIS_ROOT=%: write the path of the folder that holds content/ and glossary/'],
  ['VISAVIS_PASSWORD', 'x'.repeat(15), 'VISAVIS_PASSWORD=…: write at least 16 characters'],
  ['VISAVIS_USER', '<ana>', 'VISAVIS_USER=%: write a name of letters and digits'],
  ['VISAVIS_GIT', 'yes', 'VISAVIS_GIT=%: write on or off'],
  ['VISAVIS_MOST_CHARACTERS', '20k', 'VISAVIS_MOST_CHARACTERS=%: write a number of characters, such as 20000'],
  ['VISAVIS_MOST_CHARACTERS', '1000000000', 'VISAVIS_MOST_CHARACTERS=%: write a number of characters'],
  ['CHAT_PRICE', 'cheap', 'CHAT_PRICE=%: write what a million tokens cost, read and written, such as 0.25/2 USD'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL=%: write one of fatal, error, warn, info, debug, trace, silent'],
  ['DEEPL_SERVER_URL', 'x', `DEEPL_SERVER_URL=${ADDRESS}`],
  ['LIBRETRANSLATE_URL', 'ftp://a.fr', `LIBRETRANSLATE_URL=${ADDRESS}`],
  ['CHAT_URL', 'http://a.fr', 'CHAT_URL=%: write https://; http:// is for this machine alone'],
  ['CHAT_MODEL', 'm', 'CHAT_URL and CHAT_MODEL go together; set both, or none'],
  ['CHAT_URL', 'https://a.fr', 'CHAT_URL and CHAT_MODEL go together; set both, or none'],
])('%s=%s is told', (name, value, says) => {
  expect(() => readConfig({ [name]: value }, '/home')).toThrow(says.replace('%', value));
});

test('an address that is none is told once', () => {
  expect(() => readConfig({ CHAT_URL: 'ftp://a.fr' }, '/home')).toThrow(
    new Error(`CHAT_URL=${ADDRESS.replace('%', 'ftp://a.fr')}`),
  );
});

test.each([
  ['PORT', '0', { port: 0 }],
  ['PORT', '65535', { port: 65_535 }],
  ['HOST', ' ::1 ', { host: '::1' }],
  ['VISAVIS_PASSWORD', 'x'.repeat(16), { password: 'x'.repeat(16) }],
  ['VISAVIS_USER', ' Rene\u0301 ', { user: 'René' }],
  ['VISAVIS_GIT', 'on', { git: true }],
  ['LOG_LEVEL', 'debug', { logLevel: 'debug' }],
  ['VISAVIS_MOST_CHARACTERS', '999999999', { engines: { mostCharacters: 999_999_999 } }],
  ['CHAT_PRICE', '0.25/2 USD', { engines: { tokenPrice: { prompt: 0.25, completion: 2, currency: 'USD' } } }],
  ['LIBRETRANSLATE_URL', 'http://127.0.0.1:5000', { engines: { libretranslate: { url: 'http://127.0.0.1:5000' } } }],
  ['VISAVIS_MODELS', '/models', { engines: { local: { folder: '/models' } } }],
  ['XDG_CACHE_HOME', '/c', { cache: '/c/visavis/starts', engines: { local: { folder: '/c/visavis/fr-en' } } }],
  ['XDG_CACHE_HOME', 'c', { cache: expect.stringMatching(/\/\.cache\/visavis\/starts$/) }],
])('%s=%s is taken', (name, value, taken) => {
  expect(readConfig({ [name]: value }, '/home')).toMatchObject(taken);
});

test('without settings there is a server for this machine alone, and no engine but the local one', () => {
  expect(readConfig({ PORT: '' }, '/home')).toMatchObject({
    ...{ host: '127.0.0.1', port: 3000, root: '/home', password: null, user: null, users: null, proxy: null },
    ...{ trustedProxies: [], git: false, publicOrigin: null, logLevel: 'info' },
    engines: { deepl: null, libretranslate: null, chat: null, mostCharacters: null, tokenPrice: null },
  });
});
