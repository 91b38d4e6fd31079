import type { Request, Response } from 'express';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { createClientOf } from '../../../src/http/clients.ts';
import { createAttempts } from '../../../src/http/guard/attempts.ts';
import { createGate } from '../../../src/http/guard/gate.ts';
import { createPasswordCheck, type PasswordCheck } from '../../../src/http/guard/password.ts';
import { createSessions } from '../../../src/http/guard/sessions.ts';
import { localAddress } from '../../../src/http/sent-addresses.ts';

const PUBLIC = 'https://texts.example.org';

/** A gate of one password, without a clock. */
const gateOf = (check: PasswordCheck) =>
  createGate({ check, hasPassword: true, users: null, nameByProxy: null }, () => 0, {
    publicOrigin: PUBLIC,
    clientOf: createClientOf(() => false),
  });

describe('tries are counted for a minute', () => {
  const MINUTE = 60_000;
  /** Wrong tries from these addresses, all at the time 0; the clock then stands at `now`. */
  const afterTries = (addresses: readonly string[], now: number) => {
    let time = 0;
    const attempts = createAttempts(() => time);
    for (const address of addresses) attempts.fail(address);
    time = now;
    return attempts;
  };
  const times = (count: number, address: string) => Array.from({ length: count }, () => address);
  const hundred = Array.from({ length: 100 }, (_, i) => `10.0.0.${i}`);

  test.each([
    ['nine leave room for one', times(9, 'a'), 0, 'a', 0],
    ['ten are enough', times(10, 'a'), 0, 'a', 60],
    ['half a second counts as one', times(10, 'a'), MINUTE - 500, 'a', 1],
    ['after a minute they are forgotten', times(10, 'a'), MINUTE, 'a', 0],
    ['those of another address do not count', times(10, 'a'), 0, 'b', 0],
    ['a hundred from everywhere shut nobody else out', hundred, 0, 'b', 0],
    [
      'a thousand of ten networks shut nobody else out',
      Array.from({ length: 100 }, () => hundred.slice(0, 10)).flat(),
      0,
      'b',
      0,
    ],
  ])('%s', (_fact, addresses, now, address, seconds) => {
    expect(afterTries(addresses, now).wait(address)).toBe(seconds);
  });

  test('who gave the right password is heard first, then who gave fewest wrong ones; three are a person’s own', () => {
    const attempts = afterTries([...times(5, 'b'), ...times(4, 'c'), ...times(3, 'd')], 0);
    attempts.succeed('e');
    expect(['a', 'b', 'c', 'd', 'e'].map(attempts.rank)).toEqual([0, 5, 4, 0, -1]);
  });

  test('a thousand who gave the right password are known; one more, and who gave it longest ago is not', () => {
    const attempts = afterTries([], 0);
    const people = Array.from({ length: 1001 }, (_, i) => `10.0.0.${i}`);
    for (const one of people.slice(0, 1000)) attempts.succeed(one);
    attempts.succeed('10.0.0.0');
    const before = people.map(attempts.rank);
    attempts.succeed('10.0.0.1000');
    const unknown = people.filter((one) => attempts.rank(one) === 0);
    expect([before.indexOf(0), unknown]).toEqual([1000, ['10.0.0.1']]);
  });

  test('each is forgotten by itself', () => {
    let time = 0;
    const attempts = createAttempts(() => time);
    for (time = 0; time < 10_000; time += 1000) attempts.fail('a');
    time = MINUTE;
    const first = attempts.wait('a');
    attempts.fail('a');
    expect([first, attempts.wait('a')]).toEqual([0, 1]);
  });
});

test('a hundred tries of one network wait for their turn, one more is told to come back, and others are heard', async () => {
  const compared: string[] = [];
  let answer = (): void => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const gate = gateOf(async ({ password }) => {
    compared.push(password);
    await held;
    return { user: null };
  });
  const told: Record<string, unknown> = {};
  const response = { set: (name: string, value: string) => Object.assign(told, { [name]: value }) };
  const knock = (given: string, ip: string) =>
    gate.tryPassword(
      { name: '', password: given },
      { headers: {}, socket: { remoteAddress: ip } } as Request,
      response as unknown as Response,
    );
  const first = Array.from({ length: 101 }, (_, i) => knock(`try ${i}`, '192.0.2.7'));
  expect(() => knock('one more', '192.0.2.7')).toThrow('Many passwords are waiting to be looked at; wait 1 second.');
  const other = knock('from elsewhere', '192.0.2.8');
  answer();
  await Promise.all([...first, other]);
  expect([told, compared.length, compared.includes('one more'), compared.includes('from elsewhere')]).toEqual([
    { 'Retry-After': '1' },
    102,
    false,
    true,
  ]);
});

describe('a session', () => {
  const HOURS = 60 * 60 * 1000;
  test.each([
    ['lasts', 12 * HOURS - 1, true],
    ['ends after twelve hours', 12 * HOURS, false],
  ])('%s', (_fact, later, holds) => {
    let time = 0;
    const sessions = createSessions(() => time);
    const token = sessions.open();
    time = later;
    expect(sessions.has(token)).toBe(holds);
  });

  test('of one person twenty are kept; one more ends their oldest, and none of anybody else', () => {
    const sessions = createSessions(() => 0);
    const open = (name: string) => sessions.open({ user: { name, role: 'reader', hash: '' } });
    const [other, nameless] = [open('Ben'), sessions.open()];
    const tokens = Array.from({ length: 1001 }, () => open('Ana'));
    const kept = [other, nameless, ...tokens].map(sessions.has);
    expect([kept.slice(0, 2), kept.filter(Boolean).length, kept.at(-21), kept.at(-20)]).toEqual([
      ...[[true, true], 22],
      false,
      true,
    ]);
  });

  test('of a thousand people is kept; one more ends the oldest', () => {
    const sessions = createSessions(() => 0);
    const tokens = Array.from({ length: 1001 }, () => sessions.open());
    expect(tokens.map((token) => sessions.has(token)).indexOf(true)).toBe(1);
  });
});

describe('after the sign-in the way leads to an address of this server alone', () => {
  test.each([
    ['/', '/'],
    ['/articles/essai/units/p2', '/articles/essai/units/p2'],
    ['/articles/essai/translate?engine=local&all=on', '/articles/essai/translate?engine=local&all=on'],
    ['/glossary?q=%2f', '/glossary?q=%2f'],
    ['//evil.example', '/'],
    ['///evil.example', '/'],
    ['/\\evil.example', '/'],
    ['\\\\evil.example', '/'],
    ['/a\\b', '/'],
    ['/%2f/evil.example', '/'],
    ['/%2Fevil.example', '/'],
    ['/%5cevil.example', '/'],
    ['/.//evil.example', '/'],
    ['https://evil.example', '/'],
    ['https:evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['evil.example', '/'],
    ['@evil.example', '/'],
    ['.evil.example', '/'],
    ['', '/'],
    [' /glossary', '/'],
    ['/\t/evil.example', '/'],
    ['/\n/evil.example', '/'],
    ['/glossary\r\nSet-Cookie: visavis=x', '/'],
    ['/\u0000', '/'],
    [`/${'a'.repeat(1999)}`, `/${'a'.repeat(1999)}`],
    [`/${'a'.repeat(2000)}`, '/'],
    [undefined, '/'],
    [['/a', '/b'], '/'],
  ])('%j', (given, address) => {
    expect(localAddress(given)).toBe(address);
  });
});

describe('the setting', () => {
  test.each(['short', '123456789012345', '   1234567890   '])('“%s” is refused without being shown', (password) => {
    const read = () => readConfig({ VISAVIS_PASSWORD: password }, '/nowhere');
    expect(read).toThrow(/^VISAVIS_PASSWORD=…: write at least 16 characters$/);
  });

  test.each([
    ['1234567890123456', '1234567890123456'],
    ['', null],
    [undefined, null],
  ])('“%s” is taken', (password, taken) => {
    expect(readConfig({ VISAVIS_PASSWORD: password }, '/nowhere').password).toBe(taken);
  });
});

test('a hash fits its own password alone, and an equal password under another salt', async () => {
  const right = 'quatre-vingt-dix-sept';
  const [one, other] = [await createPasswordCheck(right, null), await createPasswordCheck(right, null)];
  const tries = [await one({ name: '', password: right }), await other({ name: '', password: right })];
  expect([...tries, await one({ name: '', password: 'quatre-vingt-dix-huit' })]).toEqual([
    { user: null },
    { user: null },
    null,
  ]);
});

test.each<[string, Pick<Request, 'secure' | 'headers'>, boolean]>([
  ['https', { secure: true, headers: {} }, true],
  ['http', { secure: false, headers: {} }, false],
  ['https, which ends at a proxy', { secure: false, headers: { origin: PUBLIC } }, true],
  ['http beside a proxy', { secure: false, headers: { origin: 'http://127.0.0.1:3000' } }, false],
])('the cookie is for https alone where it was asked for so: %s', (_, request, secure) => {
  const flags: unknown[] = [];
  const response = { cookie: (_name: string, _token: string, options: unknown) => flags.push(options) };
  const gate = gateOf(async () => ({ user: null }));
  gate.signIn(request as Request, response as unknown as Response, { user: null });
  expect(flags).toMatchObject([{ secure }]);
});
